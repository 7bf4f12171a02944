import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import { readText, type Text } from './language/text.ts'
import { grammarWords, ranks } from './language/words.ts'
import type { Choice } from './linking/choice.ts'
import type { DimensionHit } from './linking/dimensions.ts'
import type { MemberHit } from './linking/members.ts'
import { range } from './linking/places.ts'
import type { Vocabulary } from './linking/vocabulary.ts'
import type { Knowledge } from './understand.ts'

/**
 * Dimensions that split though no `by` says so: the thing counted in `five largest expense accounts`, whose first words name
 * the metric; what stands last after the metric, as in `receivables ageing` and `headcount department 2013`; and, where
 * nothing else is ranked, what the metric's own name is about: `supplier reliability, bottom five`.
 */
export function introduced(
  text: Text,
  hits: readonly DimensionHit[],
  choice: Choice,
  timed: ReadonlySet<number>,
  counts: boolean,
): DimensionHit[] {
  const isAlone = counts && hits.every(({ introducedBy }) => introducedBy === null)
  const tokenAt = (index: number): string => text.tokens[index]?.text ?? ''
  const named = new Set(choice.hits.flatMap(({ tokens }) => tokens))
  return hits.map((hit) => {
    if (hit.introducedBy !== null || /^(who|where|why|what)$/.test(tokenAt(hit.from))) return hit
    let lead = hit.from - 1
    while (named.has(lead)) lead--
    if (isRelative(text, hit, choice)) return { ...hit, introducedBy: 'split' as const }
    const overlaps = range(hit.from, hit.to).some((index) => named.has(index))
    const isRanked = lead < hit.from - 1 && (ranks.has(tokenAt(lead)) || text.tokens[lead]?.number != null)
    if (isRanked && /s$/.test(tokenAt(hit.to - 1))) return { ...hit, introducedBy: 'rank' as const }
    const isLast = range(hit.to, text.tokens.length).every(
      (index) => timed.has(index) || /^(in|for|during|please)$/.test(tokenAt(index)),
    )
    const isReached = hit.dimensions.some(
      ({ name, entity }) => entity !== null && choice.metrics.every(({ dimensions }) => dimensions.includes(name)),
    )
    const isSplit = overlaps ? isAlone && isReached : named.has(hit.from - 1) && isLast
    return isSplit ? { ...hit, introducedBy: 'split' as const } : hit
  })
}

/** `Sales of products that are below their reorder point`: one figure of things that another figure counts. */
function isRelative(text: Text, { from, to }: DimensionHit, { hits }: Choice): boolean {
  const isClause =
    /^(that|which|who)$/.test(text.tokens[to]?.text ?? '') &&
    /^(is|are|was|were|have|has|had)$/.test(text.tokens[to + 1]?.text ?? '')
  const counted = hits.find(({ metric, tokens }) => metric.unit === 'COUNT' && tokens.every((index) => index > to))
  return (
    isClause &&
    counted !== undefined &&
    hits.some(({ metric, tokens }) => metric !== counted.metric && tokens.every((index) => index < from))
  )
}

/** `By family`: the last word of the name of a split that the metrics have, which no one calls so by itself. */
export function shortened(
  text: Text,
  known: readonly DimensionHit[],
  choice: Choice,
  timed: ReadonlySet<number>,
  { catalogue }: Knowledge,
): DimensionHit[] {
  if (choice.metrics.length === 0) return []
  return text.tokens.flatMap((token, index): DimensionHit[] => {
    const isFree = !timed.has(index) && !choice.explained.has(index) && !known.some(({ from, to }) => from <= index && index < to)
    if (!isFree || !/^(by|per|each|across)$/.test(text.tokens[index - 1]?.text ?? '')) return []
    const dimensions = catalogue.dimensions.filter(
      (dimension) =>
        readText(dimension.label).tokens.length > 1 &&
        endsWith(dimension.label, [token.stem]) &&
        choice.metrics.every((metric) => metric.domain === dimension.domain && metric.dimensions.includes(dimension.name)),
    )
    return dimensions.length === 0 ? [] : [{ dimensions, from: index, to: index + 1, introducedBy: 'split', single: false }]
  })
}

/** Attributes merely mentioned, beside none of their members: a condition that is not understood, `those who work overtime`. */
export function strays(
  text: Text,
  hits: readonly DimensionHit[],
  choice: Choice,
  splits: readonly { readonly dimension: Dimension }[],
  places: readonly MemberHit[],
  { bags }: Vocabulary,
): string[] {
  const isOwn = (stem: string): boolean => choice.metrics.some((metric) => bags.get(metric)?.has(stem) === true)
  const named = new Set(choice.hits.flatMap(({ tokens }) => tokens))
  return hits
    .filter(
      ({ introducedBy, dimensions, from, to }) =>
        introducedBy === null &&
        dimensions.every(({ entity, name }) => entity === null && !splits.some(({ dimension }) => dimension.name === name)) &&
        !range(from, to).some((index) => named.has(index)) &&
        !text.tokens.slice(from, to).every((token) => grammarWords.has(token.text) || isOwn(token.stem)) &&
        !places.some(
          (place) =>
            place.from - to <= 2 &&
            from - place.to <= 2 &&
            place.members.some((member) => dimensions.some(({ name }) => name === member.dimension)),
        ),
    )
    .map(({ from, to }) => text.raw.slice(text.tokens[from]?.start ?? 0, text.tokens[to - 1]?.end ?? 0))
}

/** `biggest customers` names a metric and still splits by customer; `customers who bought` is a metric and nothing else. */
export function isSwallowed(hit: DimensionHit, choice: Choice, text: Text): boolean {
  if (hit.introducedBy !== 'head' && hit.introducedBy !== 'rank') return false
  const owner = choice.hits.find((metric) => metric.tokens.includes(hit.to - 1))
  return owner !== undefined && !owner.tokens.some((token) => ranks.has(text.tokens[token]?.text ?? ''))
}

export function isDropped(text: Text, hit: DimensionHit): boolean {
  const lead = text.tokens
    .slice(Math.max(0, hit.from - 3), hit.from)
    .map((token) => token.text)
    .join(' ')
  return /(?:^| )(instead of|rather than|not by|no longer by|without|drop|remove|forget|not per)(?: the)?$/.test(lead)
}

/**
 * Of the dimensions that a word fits, those that the metrics reach, else those that the word ends the name of: the category
 * of risks is the risk category. Of these, the one that the conversation splits by.
 */
export function resolve(
  hit: DimensionHit,
  text: Text,
  metrics: readonly Metric[],
  before: readonly Dimension[],
  { catalogue }: Knowledge,
): Dimension[] {
  const reaches = ({ name }: Dimension): boolean => metrics.every((metric) => metric.dimensions.includes(name))
  const reached = hit.dimensions.filter(reaches)
  const stems = text.tokens.slice(hit.from, hit.to).map(({ stem }) => stem)
  const ended =
    reached.length > 0 || metrics.length === 0
      ? []
      : catalogue.dimensions.filter((dimension) => reaches(dimension) && endsWith(dimension.label, stems))
  const likely = [reached, ended].find((some) => some.length > 0) ?? hit.dimensions
  const names = new Map(likely.map((dimension) => [dimension.name, dimension]))
  const spoken = before.find((dimension) => names.has(dimension.name))
  return spoken ? [spoken] : [...names.values()]
}

const endsWith = (label: string, stems: readonly string[]): boolean =>
  readText(label)
    .tokens.slice(-stems.length)
    .every(({ stem }, index) => stem === stems[index])
