import type { Metric } from '@aems/schema/catalogue.ts'
import { readText, type Text } from '../language/text.ts'
import { isSoft, ranks } from '../language/words.ts'
import type { Bound } from '../slots.ts'
import { rivalsOf } from './claims.ts'
import type { MetricHit } from './metrics.ts'
import { said } from './metrics.ts'
import { contentOf, type Vocabulary } from './vocabulary.ts'

/** What the company has facts for, as far as that is known. */
export interface Facts {
  readonly of: (metric: Metric) => boolean
  /** Whether it has any of a domain's. */
  readonly ofDomain: (domain: string) => boolean
}

const someFacts: Facts = { of: () => true, ofDomain: () => true }

/** Which metrics a question is about. */
export interface Choice {
  readonly metrics: readonly Metric[]
  /** The hits that stand, in the order said. */
  readonly hits: readonly MetricHit[]
  /** Metrics that bounds are about, by their place among the bounds. */
  readonly bounded: ReadonlyMap<Bound, Metric>
  /** The metric that rows are to be ordered by, where it is said apart: `ranked by orders`. */
  readonly orderedBy: Metric | null
  /** Tokens that the metrics explain. */
  readonly explained: ReadonlySet<number>
  /** Readings between which nothing decides. */
  readonly tied: readonly Metric[]
  /** They are said in different words, which nothing joins: dropping one would leave out something said. */
  readonly apart: boolean
  /** What other domains call by the same name, for each metric chosen: revenue of orders and of the ledger. */
  readonly namesakes: ReadonlyMap<Metric, readonly Metric[]>
  /** They are held against the budget. */
  readonly budget?: boolean
  /** Metrics that were named in part only. */
  readonly near: readonly Metric[]
  /** The tokens that each says. */
  readonly partial: readonly (readonly number[])[]
}

const joiner =
  /^(and|or|vs|versus|plus|&|against|next|to|as|well|with|alongside|compared|both|then|also|the|our|how|many|much|did|we|what|was|were|is|are|by|amount|total|in|of)$/

/** Whether `and`, a comma or `versus` joins two things said. */
function areJoined(text: Text, from: number, to: number): boolean {
  const between = text.tokens.slice(from, to)
  const after = text.tokens[from - 1]?.after ?? ''
  if (!between.every((token) => joiner.test(token.text))) return false
  // `Compare sales with purchases`.
  if (/^(?:please )?compare(?![^ ])/.test(text.joined) && between.some((token) => token.text === 'with')) return true
  return (
    /[,;&+/]/.test(after) ||
    between.some(
      (token) => /^(and|vs|versus|plus|against|next|alongside|compared|or|well)$/.test(token.text) || /[,;&+/]/.test(token.after),
    )
  )
}

const span = (hit: MetricHit): readonly [number, number] => [Math.min(...hit.tokens), Math.max(...hit.tokens) + 1]

/**
 * Chooses among the hits: the fullest first, never two on the same word.
 * A metric that only completes another's name (`HHI of revenue`) is part of it; one that `and` joins stands beside it;
 * one that follows a bound is what is bounded; any other leaves two readings, and nothing to decide between them.
 */
export function choose(
  text: Text,
  hits: readonly MetricHit[],
  bounds: readonly Bound[],
  vocabulary: Vocabulary,
  quotient = false,
): Choice {
  const { preferred, namesakes } = preferring(hits, vocabulary)
  const full = preferred.filter((hit) => hit.coverage >= said)
  const lesser = full.filter((hit) => full.some((other) => saysMore(other, hit, vocabulary)))
  const telling = full.filter((hit) => !lesser.includes(hit))
  const clear = telling.filter((hit) => !telling.some((other) => isCompound(text, other, hit)))
  const taken = new Set<number>()
  const standing: MetricHit[] = []
  const tied = new Set<Metric>()
  for (const hit of clear) {
    if (hit.tokens.some((token) => taken.has(token))) continue
    const equal = clear.filter(
      (other) =>
        other.metric !== hit.metric &&
        other.tokens.join() === hit.tokens.join() &&
        other.coverage >= hit.coverage - 0.001 &&
        other.label === hit.label &&
        other.inOrder === hit.inOrder,
    )
    for (const other of equal) tied.add(other.metric)
    for (const rival of rivalsOf(hit, vocabulary.contested)) tied.add(rival)
    if (equal.length > 0) tied.add(hit.metric)
    standing.push(hit)
    for (const token of hit.tokens) taken.add(token)
  }
  const settled = settle(text, standing, bounds, vocabulary, tied, preferred, quotient)
  // What the lesser names said is true of the others too.
  const absorbed = lesser
    .filter((hit) => standing.some((other) => saysMore(other, hit, vocabulary)))
    .flatMap(({ tokens }) => tokens)
  return { ...settled, explained: settled.explained.union(new Set(absorbed)), namesakes }
}

/** `Purchase orders` placed are no orders placed: a noun before another says which. */
function isCompound(text: Text, whole: MetricHit, part: MetricHit): boolean {
  const before = Math.min(...part.tokens) - 1
  return (
    whole.metric !== part.metric &&
    whole.tokens.includes(before) &&
    whole.tokens.includes(before + 1) &&
    !part.tokens.every((token) => whole.tokens.includes(token)) &&
    !isSoft(text.tokens[before]?.text ?? '') &&
    !ranks.has(text.tokens[before]?.text ?? '')
  )
}

/**
 * `How many open findings are overdue`: of two names that share a word, that one is meant of which the other's words can be
 * said too, where it is not so the other way round: overdue findings are open, open ones need not be overdue.
 */
function saysMore(more: MetricHit, less: MetricHit, { bags }: Vocabulary): boolean {
  if (more.metric === less.metric || more.metric.domain !== less.metric.domain) return false
  if (!more.tokens.some((token) => less.tokens.includes(token))) return false
  const rest = (of: MetricHit, other: MetricHit): readonly string[] => of.stems.filter((stem) => !other.stems.includes(stem))
  const [added, lost] = [rest(more, less), rest(less, more)]
  const isSaid = (stems: readonly string[], metric: Metric): boolean =>
    stems.every((stem) => bags.get(metric)?.has(stem) === true)
  return added.length > 0 && lost.length > 0 && isSaid(lost, more.metric) && !isSaid(added, less.metric)
}

/** Where the same words say the like of several domains, the first domain's metric is meant; the others are its namesakes. */
function preferring(hits: readonly MetricHit[], { metrics, namesakes: byName }: Vocabulary) {
  const place = new Map(metrics.map((metric, index) => [metric, index]))
  const namesakes = new Map<Metric, readonly Metric[]>(byName)
  const dropped = new Set<MetricHit>()
  for (const alike of Map.groupBy(hits, ({ metric, tokens }) => `${metric.unit} ${tokens.join()}`).values()) {
    const [first, ...others] = alike.toSorted((a, b) => (place.get(a.metric) ?? 0) - (place.get(b.metric) ?? 0))
    const same = others.filter(
      (other) =>
        first &&
        first.coverage >= said &&
        other.metric.domain !== first.metric.domain &&
        Math.abs(other.coverage - first.coverage) < 0.001,
    )
    if (!first || same.length === 0) continue
    namesakes.set(
      first.metric,
      same.map(({ metric }) => metric),
    )
    for (const other of same) dropped.add(other)
  }
  return { preferred: hits.filter((hit) => !dropped.has(hit)), namesakes }
}

function settle(
  text: Text,
  standing: readonly MetricHit[],
  bounds: readonly Bound[],
  vocabulary: Vocabulary,
  tied: Set<Metric>,
  hits: readonly MetricHit[],
  quotient: boolean,
): Omit<Choice, 'namesakes'> {
  const bounded = new Map<Bound, Metric>()
  const main: MetricHit[] = []
  let orderedBy: Metric | null = null
  for (const hit of standing.toSorted((a, b) => span(a)[0] - span(b)[0])) {
    const bound = bounds.find((one) => span(hit)[0] - one.to >= 0 && span(hit)[0] - one.to <= 1)
    if (bound) bounded.set(bound, hit.metric)
    else if (
      !quotient &&
      main.length > 0 &&
      /^(by)$/.test(text.tokens[span(hit)[0] - 1]?.text ?? '') &&
      !main.some((other) => other.metric === hit.metric)
    )
      orderedBy = hit.metric
    else main.push(hit)
  }
  const kept: MetricHit[] = []
  let apart = false
  for (const hit of main) {
    const others = main.filter((other) => other.metric !== hit.metric)
    const bag = (other: MetricHit): ReadonlySet<string> => vocabulary.bags.get(other.metric) ?? new Set()
    const isJoined =
      quotient ||
      main.some(
        (other) =>
          other !== hit && (areJoined(text, span(other)[1], span(hit)[0]) || areJoined(text, span(hit)[1], span(other)[0])),
      )
    const owner = isJoined
      ? undefined
      : others.find(
          (other) =>
            hit.stems.every((stem) => bag(other).has(stem)) &&
            (other.weight > hit.weight || !other.stems.every((stem) => bag(hit).has(stem))),
        )
    // `Sold at least 500 units`: the verb belongs to what is bounded.
    const isVerbOfBound = [...bounded].some(
      ([bound, metric]) =>
        metric !== hit.metric &&
        bound.from === span(hit)[1] &&
        hit.stems.every((stem) => vocabulary.bags.get(metric)?.has(stem) === true),
    )
    if (owner || isVerbOfBound) continue
    if (!isJoined && others.length > 0 && !kept.some((other) => other.metric === hit.metric) && kept.length > 0) {
      for (const one of [...kept, hit]) tied.add(one.metric)
      apart = true
    }
    kept.push(hit)
  }
  const metrics = [...new Set(kept.map((hit) => hit.metric))]
  if (metrics.length === 0) metrics.push(...new Set(bounded.values()))
  const explained = new Set(standing.flatMap((hit) => hit.tokens))
  return {
    metrics,
    hits: standing,
    bounded,
    orderedBy,
    explained,
    tied: [...tied],
    apart,
    near: nearest(hits),
    partial: hits.map(({ tokens }) => tokens),
  }
}

/** A metric that is declared as the fraction of one in another: `gross profit as a share of revenue` is the gross margin. */
export function declaredFraction(of: Metric, per: Metric, metrics: readonly Metric[]): Metric | undefined {
  const stems = (text: string): string[] => contentOf(readText(text).tokens).map(({ stem }) => stem)
  const says = (text: string, metric: Metric): boolean => {
    const words = new Set(stems(text))
    return stems(metric.label).every((stem) => words.has(stem))
  }
  // What one domain calls revenue is held against the revenue of that domain, whosever was named first.
  const isAlike = (text: string): boolean => per.domain !== of.domain && stems(text).at(-1) === stems(per.label).at(-1)
  return metrics.find(({ unit, domain, description }) => {
    const [part = '', whole = ''] = description.replace(/\.$/, '').split(' as a fraction of ')
    return unit === 'RATIO' && domain === of.domain && says(part, of) && (says(whole, per) || isAlike(whole))
  })
}

/** The metric that is declared as another's fraction of something: how far off budget, in per cent of it. */
export const fractionOf = ({ domain, label }: Metric, metrics: readonly Metric[]): Metric | undefined =>
  metrics.find((metric) => metric.domain === domain && metric.description.startsWith(`${label} as a fraction of `))

/** Metrics named in part, the likeliest first. */
function nearest(hits: readonly MetricHit[]): Metric[] {
  const telling = hits.filter((hit) => hit.stems.some((stem) => !ranks.has(stem) && !/^(how|with|from)/.test(stem)))
  return [...new Set(telling.toSorted((a, b) => b.weight * b.coverage - a.weight * a.coverage).map((hit) => hit.metric))].slice(
    0,
    6,
  )
}

const units = [
  [/(?<![^ ])(%|pct|percent|percentage|share|fraction|proportion|rate|ratio)(?![^ ])/, 'RATIO'],
  [/(?<![^ ])(how many|number of|count of)(?![^ ])/, 'COUNT'],
  [/(?<![^ ])(how much|dollars?|usd|eur|euros?|money)(?![^ ])/, 'MONEY'],
  [/(?<![^ ])(how long|in days)(?![^ ])/, 'DAYS'],
] as const

/**
 * Where words fit several metrics, one that has the unit asked for, or alone reaches the question's splits and conditions
 * is meant; where a metric does not reach them and its namesake in another domain does, that one is.
 * A name is that of the first domain that has facts for it; a domain of which the company has nothing is not meant.
 */
export function settledByReach(text: Text, choice: Choice, wanted: readonly string[], facts: Facts = someFacts): Choice {
  const reaches = (metric: Metric): boolean => wanted.every((name) => metric.dimensions.includes(name))
  const fits = (metric: Metric): boolean => reaches(metric) && facts.of(metric)
  if (choice.apart) return choice
  const metrics = choice.metrics.map((metric) =>
    fits(metric) ? metric : (choice.namesakes.get(metric)?.find(fits) ?? choice.namesakes.get(metric)?.find(reaches) ?? metric),
  )
  if (choice.tied.length < 2) return { ...choice, metrics }
  const unit = units.find(([pattern]) => pattern.test(text.joined))?.[1]
  const reached = choice.tied.filter((metric) => reaches(metric) && (unit === undefined || metric.unit === unit))
  const likely = reached.filter(({ domain }) => facts.ofDomain(domain))
  const able = likely.length > 0 ? likely : reached
  const [only] = able
  if (able.length !== 1 || !only) return { ...choice, metrics, tied: able.length > 1 ? able : choice.tied }
  return { ...choice, metrics: [...new Set(metrics.map((metric) => (choice.tied.includes(metric) ? only : metric)))], tied: [] }
}
