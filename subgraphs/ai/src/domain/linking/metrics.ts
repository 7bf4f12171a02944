import type { Metric } from '@aems/schema/catalogue.ts'
import type { Text } from '../language/text.ts'
import { ranks, softWords } from '../language/words.ts'
import type { Content, Phrase, Vocabulary } from './vocabulary.ts'

/** A metric said at a place. */
export interface MetricHit {
  readonly metric: Metric
  /** Tokens that say it. */
  readonly tokens: readonly number[]
  /** Weight of the stems said, as a fraction of the phrase's. */
  readonly coverage: number
  /** Weight of the stems said. */
  readonly weight: number
  readonly label: boolean
  /** The words stand in the phrase's own order. */
  readonly inOrder: boolean
  /** Stems said. */
  readonly stems: readonly string[]
}

/** From here on a phrase counts as said, though a light word of it is missing. */
export const said = 0.78

const connector = /^(and|or|as|vs|versus|plus|by|per|with|against|than|over|under|above|below|each)$/
const turnable =
  /^(of|in|for|we|us|our|that|who|have|has|had|been|were|was|is|are|did|do|the|a|an|from|it|they|still|currently|now|yet|their|our|its|his|her)$/
const punctuation = /[,;:?!()]|\.(\s|$)/

/**
 * Whether two stems stand close enough, and in an order, to be one phrase. `By amount` and `in value` say how to
 * measure what was said before; any other `by` begins something else.
 * @param own prepositions of the phrase itself, which part nothing.
 */
function bound(text: Text, from: number, to: number, reversed: boolean, own: ReadonlySet<string>): boolean {
  if (to - from > 7) return false
  for (let index = from; index < to; index++) {
    const token = text.tokens[index]
    const next = text.tokens[index + 1]
    const measures = index + 2 === to && next?.text === 'by' && softWords.has(text.tokens[to]?.text ?? '')
    if (punctuation.test(token?.after ?? '') && !measures) return false
    if (index === from || !token) continue
    const measuring = index + 1 === to && token.text === 'by' && softWords.has(text.tokens[to]?.text ?? '')
    if (connector.test(token.text) && !measuring && !own.has(token.text)) return false
    if (reversed && !turnable.test(token.text) && !ranks.has(token.text)) return false
  }
  return true
}

/**
 * Finds every metric that the content words say, wholly or in part.
 * Within a phrase other words may stand only if they carry no meaning of their own: a superlative, a member, a date.
 * @param context stems that the conversation supplies: `how much were they worth` after `deals won`.
 */
export function metricHits(
  text: Text,
  content: readonly Content[],
  vocabulary: Vocabulary,
  context: ReadonlySet<string> = new Set(),
): MetricHit[] {
  const best = new Map<string, MetricHit>()
  content.forEach((first, start) => {
    for (const phrase of vocabulary.metricPhrases.get(first.stem) ?? []) {
      const hit = follow(text, content, start, phrase, vocabulary, context)
      if (!hit || hit.coverage < 0.3) continue
      const key = `${hit.metric.domain}.${hit.metric.name}:${hit.tokens.join()}`
      const known = best.get(key)
      if (!known || known.coverage < hit.coverage || (known.coverage === hit.coverage && !known.label && hit.label))
        best.set(key, hit)
    }
  })
  return [...best.values()].toSorted(
    (a, b) =>
      rank(b) - rank(a) ||
      b.weight - a.weight ||
      b.tokens.length - a.tokens.length ||
      b.coverage - a.coverage ||
      Number(b.inOrder) - Number(a.inOrder) ||
      Number(b.label) - Number(a.label),
  )
}

const rank = (hit: MetricHit): number => (hit.coverage > 0.99 ? 2 : hit.coverage >= said ? 1 : 0)

function follow(
  text: Text,
  content: readonly Content[],
  start: number,
  phrase: Phrase<Metric>,
  vocabulary: Vocabulary,
  context: ReadonlySet<string>,
): MetricHit | undefined {
  const wanted = new Set(phrase.stems)
  if (isOther(text, content[start], phrase)) return undefined
  const order: number[] = []
  const tokens: number[] = []
  const stems: string[] = []
  let last: Content | undefined
  let hard = false
  for (const current of content.slice(start)) {
    if (!wanted.has(current.stem)) {
      if (current.soft) continue
      break
    }
    const place = phrase.stems.indexOf(current.stem)
    const reversed = order.length > 0 && place < Math.max(...order)
    if (reversed && phrase.prepositions.size > 0) break
    if (last && !bound(text, last.from, current.from, reversed, phrase.prepositions)) break
    wanted.delete(current.stem)
    hard ||= !current.soft
    order.push(place)
    stems.push(current.stem)
    for (let index = current.from; index < current.to; index++) tokens.push(index)
    last = current
  }
  if ((wanted.has('fromus') || wanted.has('withus')) && isOurs(text, tokens)) return undefined
  if (phrase.per && tokens.length > 1 && !isDividing(text, tokens)) return undefined
  const fromContext = [...wanted].filter((stem) => context.has(stem))
  const weigh = (list: readonly string[]): number => list.reduce((sum, stem) => sum + vocabulary.weightOf(stem), 0)
  const weight = weigh(stems)
  return {
    metric: phrase.item,
    tokens,
    // Words that mean little say no metric by themselves.
    coverage:
      ((weight + weigh(fromContext)) / phrase.weight) *
      (hard || stems.filter((one) => !/^(how|with|from)/.test(one)).length > 1 ? 1 : 0.6),
    weight,
    label: phrase.label,
    inOrder: order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0)),
    stems,
  }
}

/** `Sales people` are no sales per person: a quotient is said by a word that divides. */
function isDividing(text: Text, tokens: readonly number[]): boolean {
  const [from, to] = [Math.min(...tokens), Math.max(...tokens)]
  return text.tokens
    .slice(Math.max(0, from - 2), to + 2)
    .some(
      ({ text: word, after }) =>
        /^(per|each|every|apiece|a|an|by|of|average|mean|typical|individual|on)$/.test(word) || after.includes('/'),
    )
}

/** `Openings` are no name for what is merely open. */
const isOther = (text: Text, said: Content | undefined, { words }: Phrase<Metric>): boolean =>
  words.length === 1 && /ings?$/.test(words[0] ?? '') && !/ings?$/.test(text.tokens[said?.from ?? -1]?.text ?? '')

/** `what we bought` is not `bought from us`. */
const isOurs = (text: Text, tokens: readonly number[]): boolean =>
  text.tokens.slice(Math.max(0, Math.min(...tokens) - 2), Math.min(...tokens)).some((token) => token.text === 'we')
