import type { Dimension } from '@aems/schema/catalogue.ts'
import type { Text } from '../language/text.ts'
import { ranks } from '../language/words.ts'
import type { Phrase, Vocabulary } from './vocabulary.ts'

/** Dimensions said at a place; several where the words fit several. */
export interface DimensionHit {
  readonly dimensions: readonly Dimension[]
  readonly from: number
  readonly to: number
  /** The words before make it a split: `by`, `per`, `which`, `top 5`. Null: it is merely mentioned. */
  readonly introducedBy: 'split' | 'which' | 'rank' | 'head' | 'all' | 'asks' | null
  /** The word stands in the singular after `which`: one row is wanted. */
  readonly single: boolean
}

/** `Marketing` is no market, `production` no product: a noun is said in the singular or the plural, not by what is derived of it. */
const isDerived = (word: string, noun: string): boolean =>
  ['ing', 'ed', 'tion', 'er'].some(
    (ending) => word.replace(/s$/, '').endsWith(ending) !== noun.replace(/s$/, '').endsWith(ending),
  )

function lengthAt(text: Text, at: number, { stems, words }: Phrase<Dimension>): number {
  let index = at
  for (const [position, stem] of stems.entries()) {
    while (
      position > 0 &&
      text.tokens[index]?.stem !== stem &&
      /^(of|the|for|a|an|our|to|in|on)$/.test(text.tokens[index]?.text ?? '') &&
      index - at < 6
    )
      index++
    if (text.tokens[index]?.stem !== stem) return 0
    if (isDerived(text.tokens[index]?.text ?? '', words[position] ?? '')) return 0
    if (position < stems.length - 1 && /[,;?!()]/.test(text.tokens[index]?.after ?? '')) return 0
    index++
  }
  return index - at
}

/**
 * Finds the dimensions that words say, the longest at each place.
 * @param blocked tokens that belong to time or to a member's name.
 * @param between tokens that may stand between a split's word and its dimension: `top 10 Canadian customers`.
 */
export function dimensionHits(
  text: Text,
  vocabulary: Vocabulary,
  blocked: ReadonlySet<number>,
  between: ReadonlySet<number> = new Set(),
): DimensionHit[] {
  const hits: DimensionHit[] = []
  for (let at = 0; at < text.tokens.length; ) {
    let length = 0
    let found = new Set<Dimension>()
    for (const phrase of blocked.has(at) ? [] : (vocabulary.dimensionPhrases.get(text.tokens[at]?.stem ?? '') ?? [])) {
      if (phrase.stems[0] !== text.tokens[at]?.stem) continue
      const here = lengthAt(text, at, phrase)
      if (here === 0 || here < length) continue
      if (here > length) found = new Set()
      length = here
      found.add(phrase.item)
    }
    if (length === 0) at++
    else {
      hits.push({
        dimensions: [...found],
        from: at,
        to: at + length,
        ...introduction(text, at, at + length, hits.at(-1), between),
      })
      at += length
    }
  }
  return hits
}

const skipped =
  /^(the|our|of|a|an|all|different|various|individual|single|these|those|my|your|us|we|have|do|did|growing|performing|selling|shrinking|improving|declining)$/

const opening =
  /^(show|list|give|me|us|get|all|our|the|find|name|see|please|can|you|i|want|to|for|and|only|just|what|about|which|of|top|same|how|but|now|then|or|by|with|thing)$/

function introduction(
  text: Text,
  from: number,
  to: number,
  before: DimensionHit | undefined,
  between: ReadonlySet<number>,
): Pick<DimensionHit, 'introducedBy' | 'single'> {
  const first = text.tokens[from]
  const plural = isPlural(text.tokens[to - 1]?.raw ?? '')
  const earlier = text.tokens.slice(0, from).map((token) => token.text)
  const opens = earlier.every((word) => opening.test(word))
  if (first && /^(who|where|why|what)$/.test(first.text)) return { introducedBy: opens ? 'asks' : null, single: false }
  let index = from - 1
  while (index >= 0 && (skipped.test(text.tokens[index]?.text ?? '') || between.has(index))) index--
  const lead = text.tokens[index]
  const leadText = lead?.text ?? ''
  const passed = text.tokens.slice(index + 1, from).map((token) => token.text)
  if (/^(by|per|across|each|every|apiece)$/.test(leadText)) return { introducedBy: 'split', single: false }
  if (/^(which|what)$/.test(leadText)) return { introducedBy: 'which', single: !plural && !passed.includes('of') }
  if (lead?.number && /^(which|what|top|bottom|best|worst)$/.test(earlier[index - 1] ?? ''))
    return { introducedBy: 'rank', single: false }
  // `Was it one territory?` asks to see them apart.
  if (/^(1|one|single)$/.test(leadText) && /^(it|a|just|only|mainly|mostly)$/.test(earlier[index - 1] ?? ''))
    return { introducedBy: 'split', single: false }
  if (ranks.has(leadText)) return { introducedBy: 'rank', single: !plural }
  if (lead?.number && !lead.raw.includes('%') && plural) return { introducedBy: 'rank', single: false }
  if (before?.introducedBy && before.to >= index && /^(and|,|&|then|with)?$/.test(earlier.slice(before.to, from).join(' ')))
    return { introducedBy: before.introducedBy, single: false }
  if (before?.introducedBy && from === before.to) return { introducedBy: before.introducedBy, single: false }
  if (/^(rank|list|sort|compare|split|among)$/.test(leadText) && plural) return { introducedBy: 'head', single: false }
  if (passed.includes('all') && plural) return { introducedBy: 'all', single: false }
  if (opens && plural) return { introducedBy: 'head', single: false }
  if (opens && /^(with|that|who|whose|having)$/.test(text.tokens[to]?.text ?? '')) return { introducedBy: 'rank', single: true }
  return { introducedBy: null, single: false }
}

const isPlural = (raw: string): boolean => /[^s]s$/i.test(raw) || /^(people|goods)$/i.test(raw)
