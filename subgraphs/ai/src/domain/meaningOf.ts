import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import { scenario } from './budget.ts'
import { ranks } from './language/words.ts'
import { stemsIn } from './linking/places.ts'
import type { Intent, Meaning, Order, Threshold } from './meaning.ts'
import type { Reading } from './reading.ts'
import type { Ranking } from './slots.ts'
import { everything } from './time/period.ts'
import { timing } from './timing.ts'
import type { Knowledge } from './understand.ts'

/** Nothing understood. */
export const emptyMeaning: Meaning = {
  intent: 'value',
  metrics: [],
  period: everything,
  periodNamed: false,
  grain: null,
  by: [],
  where: [],
  having: [],
  compare: null,
  order: null,
  first: null,
  entity: null,
  part: null,
  records: false,
  premise: null,
  assumption: null,
}

/** A question's own meaning, and which of its slots it fills itself: a follow-up inherits the others. */
export interface OwnMeaning {
  readonly meaning: Meaning
  readonly fills: ReadonlySet<
    'metrics' | 'period' | 'grain' | 'by' | 'where' | 'having' | 'compare' | 'order' | 'first' | 'share'
  >
}

/** Puts the slots of a reading together. */
export function meaningOf(reading: Reading, knowledge: Knowledge): OwnMeaning {
  const { choice, time, slots, filtering } = reading
  const metrics = choice.metrics.length > 0 ? choice.metrics : headlineFor(reading, knowledge)
  const days = timing(reading, metrics, knowledge.clock)
  const timed = choice.budget ? { ...days, compare: 'BUDGET' as const } : days
  const by = splitsOf(reading, metrics, knowledge)
  const share = slots.share && (metrics.length === 0 || !metrics.every((metric) => metric.unit === 'RATIO'))
  const bounded = metrics.length > 0 ? thresholds(reading, metrics) : []
  const having = bounded.length === 0 ? listedOnly(reading, metrics, by, knowledge) : bounded
  const ranking = isNamed(reading) ? null : slots.ranking
  const listed =
    having[0]?.op.startsWith('>') && by.length > 0
      ? { by: having[0].metric, of: 'value' as const, direction: 'desc' as const }
      : null
  const order = ranking && metrics[0] ? orderOf(ranking, choice.orderedBy ?? metrics[0], timed.compare !== null) : listed
  const first = ranking?.first ?? (isSingle(reading) && ranking ? 1 : null)
  const part = share ? (filtering.filters.findLast((filter) => !filter.not)?.dimension ?? null) : null
  const meaning: Meaning = {
    intent: 'value',
    metrics,
    ...timed,
    by,
    // Held against the budget, figures are the actual ones anyway.
    where: filtering.filters.filter(({ dimension }) => !(choice.budget && dimension === scenario)),
    having,
    order,
    first,
    entity: having.length > 0 ? (by[0]?.entity ?? by[0]?.label ?? null) : null,
    part,
    records: false,
    premise: slots.direction,
    assumption: null,
  }
  const fills = new Set<'metrics' | 'period' | 'grain' | 'by' | 'where' | 'having' | 'compare' | 'order' | 'first' | 'share'>()
  if (choice.metrics.length > 0) fills.add('metrics')
  if (timed.periodNamed) fills.add('period')
  if (timed.grain !== null) fills.add('grain')
  if (by.length > 0) fills.add('by')
  if (filtering.filters.length > 0) fills.add('where')
  if (having.length > 0) fills.add('having')
  if (timed.compare !== null || time.against !== null) fills.add('compare')
  if (ranking) fills.add('order')
  if (first !== null) fills.add('first')
  if (share) fills.add('share')
  return { meaning: { ...meaning, intent: intentOf(meaning, share, slots.quotient) }, fills }
}

/** A superlative that is only a part of a metric's name, such as `top line`, ranks nothing. */
function isNamed({ text, choice, splits, slots, time }: Reading): boolean {
  if (splits.length > 0 || time.grain !== null || slots.ranking?.first !== null) return false
  return choice.hits.some(({ tokens }) => tokens.length > 1 && tokens.some((token) => ranks.has(text.tokens[token]?.text ?? '')))
}

/**
 * What is meant where growth or rank is asked of nothing in particular: the first sum of money that the catalogue declares
 * and of which more is better. Sales goes before all others: what people call revenue is what was sold, where anything is.
 */
function headlineFor(reading: Reading, knowledge: Knowledge): Metric[] {
  const { slots, splits, choice } = reading
  const grows = slots.change && /(?<![^ ])(grow|grew|growing|growth|grown)(?![^ ])/.test(reading.text.joined)
  const ranked =
    slots.ranking !== null &&
    (slots.ranking.end === 'most' || slots.ranking.end === 'least') &&
    (slots.ranking.first !== null || splits.some(({ hit }) => hit.introducedBy === 'rank'))
  if (choice.near.length > 0 || !(grows || (ranked && splits.length > 0))) return []
  const reaches = (metric: Metric): boolean =>
    splits.every(({ dimension }) => metric.domain === dimension.domain && metric.dimensions.includes(dimension.name))
  const sums = knowledge.catalogue.metrics.filter(
    (metric) =>
      metric.unit === 'MONEY' &&
      metric.adds === 'ALWAYS' &&
      metric.better === 'HIGHER' &&
      knowledge.maySee(metric) &&
      reaches(metric),
  )
  // Of accounts, suppliers or risks, nothing is the headline.
  const found = sums.find(({ domain }) => domain === sums[0]?.domain && domain === knowledge.catalogue.metrics[0]?.domain)
  return found ? [found] : []
}

/** Dimensions of people whom the metrics reach: those that are said by `who …`. */
export const people = (metrics: readonly Metric[], { catalogue, maySee }: Knowledge): Dimension[] =>
  catalogue.dimensions.filter(
    (dimension) =>
      maySee(dimension) &&
      dimension.says.some((says) => says.startsWith('who ')) &&
      metrics.every((metric) => metric.domain === dimension.domain && metric.dimensions.includes(dimension.name)),
  )

function splitsOf(reading: Reading, metrics: readonly Metric[], knowledge: Knowledge): Dimension[] {
  const by: Dimension[] = []
  for (const { dimension } of reading.splits) if (!by.some((known) => known.name === dimension.name)) by.push(dimension)
  const { apart, listed } = reading.filtering
  const together = /(?<![^ ])(combined|together|jointly)(?![^ ])/.test(reading.text.joined)
  const alone =
    !together && by.length === 0 && reading.time.grain === null && reading.slots.ranking === null && !reading.slots.share
  for (const name of alone ? listed : apart) {
    const dimension = knowledge.catalogue.dimensions.find((known) => known.name === name)
    if (dimension && !by.some((known) => known.name === name)) by.push(dimension)
  }
  // `Who beat their quota`: one kind of people alone has quotas.
  const who =
    by.length === 0 && metrics.length > 0 && /^(?:and |so |ok )*who(?:se)? /.test(reading.text.joined)
      ? people(metrics, knowledge)
      : []
  if (who.length === 1) return who
  return by.length === 0 && /^(?:and |so |ok |please )*which /.test(reading.text.joined)
    ? countedBy(metrics, knowledge).filter((dimension) => !namesOther(reading, dimension))
    : by.slice(0, 4)
}

/** `Which products are out of stock` lists those that are, not all with a nought beside them. */
function listedOnly(
  { text, slots }: Reading,
  metrics: readonly Metric[],
  by: readonly Dimension[],
  knowledge: Knowledge,
): Threshold[] {
  const [metric] = metrics
  const [counted] = countedBy(metrics, knowledge)
  const asks = /^(?:and |so |ok |please )*which /.test(text.joined) && slots.ranking === null && by.length === 1
  return metric && asks && counted && by[0]?.name === counted.name ? [{ metric, op: '>', value: '0' }] : []
}

/** `Which orders were cancelled` asks for orders, whatever else their names speak of. */
function namesOther({ text, choice }: Reading, dimension: Dimension): boolean {
  const which = text.tokens.findIndex((token) => token.text === 'which')
  const at = text.tokens.findIndex(({ text: word }, index) => index > which && !/^(of|our|the|their|those|these|all)$/.test(word))
  const stem = text.tokens[at]?.stem ?? ''
  return choice.hits.some(({ tokens }) => tokens.includes(at)) && !stemsIn(dimension.label).includes(stem)
}

/** What `which accessories are below their reorder point` lists: the things that the metric counts, where its names say so. */
function countedBy(metrics: readonly Metric[], { catalogue, maySee }: Knowledge): Dimension[] {
  const [metric] = metrics
  if (!metric || metrics.length > 1 || metric.unit !== 'COUNT') return []
  const names = new Set([metric.label, ...metric.says].flatMap(stemsIn))
  const counted = catalogue.dimensions.find(
    (dimension) =>
      dimension.domain === metric.domain &&
      dimension.entity !== null &&
      metric.dimensions.includes(dimension.name) &&
      maySee(dimension) &&
      stemsIn(dimension.label).every((stem) => names.has(stem)),
  )
  return counted ? [counted] : []
}

const isSingle = (reading: Reading): boolean => reading.splits.some(({ hit }) => hit.single)

/** The bounds that a question sets, on the metrics that they are said of. */
export function thresholds(reading: Reading, metrics: readonly Metric[]): Threshold[] {
  const { slots, choice, splits, text } = reading
  const out: Threshold[] = slots.bounds.flatMap((bound) => {
    const before = choice.hits.findLast((hit) => Math.max(...hit.tokens) < bound.from)?.metric
    const metric = choice.bounded.get(bound) ?? before ?? metrics[0]
    if (!metric) return []
    const value = Big(bound.value)
    const scaled = metric.unit === 'RATIO' && (bound.percent || value.gt('1.5')) ? value.div(100) : value
    return [{ metric, op: bound.op, value: scaled.toFixed() }]
  })
  const goal = slots.goal
  const spoken =
    choice.metrics.length === 0
      ? metrics.find((metric) => metric.unit === 'RATIO' && metric.says.some((says) => /miss|reach|hit|met|beat/.test(says)))
      : undefined
  const said = choice.hits.find(
    (one) =>
      one.metric.unit === 'RATIO' &&
      one.tokens.some((token) =>
        /^(miss|hit|mak|make|meet|reach|beat|exceed|achiev|above|below|short)$/.test(text.tokens[token]?.stem ?? ''),
      ),
  )
  const reachable = said?.metric ?? spoken
  if (
    goal &&
    reachable &&
    slots.bounds.length === 0 &&
    (/^(?:and |so |ok )*who /.test(text.joined) ||
      splits.some((split) => split.hit.introducedBy === 'which' || split.hit.introducedBy === 'head'))
  ) {
    out.push({ metric: reachable, op: goal === 'missed' ? '<' : goal === 'beaten' ? '>' : '>=', value: '1' })
  }
  return out
}

/** Which way a ranking runs: superlatives on the scale are literal, judgements depend on what is good. */
export function orderOf(ranking: Ranking, by: Metric, compared: boolean): Order {
  const of = compared ? ranking.of : 'value'
  if (of !== 'value') {
    const falling = ranking.direction === 'down'
    const turned = ranking.end === 'least' || ranking.end === 'slow'
    return { by, of, direction: falling !== turned ? 'asc' : 'desc' }
  }
  const lowerIsBetter = by.better === 'LOWER'
  const takesTime = by.unit === 'DAYS' || by.unit === 'HOURS' || by.unit === 'MONTHS'
  const asc: Record<Ranking['end'], boolean> = {
    most: false,
    any: false,
    least: true,
    good: lowerIsBetter,
    bad: !lowerIsBetter,
    fast: takesTime,
    slow: !takesTime,
  }
  return { by, of, direction: asc[ranking.end] ? 'asc' : 'desc' }
}

/** The kind of answer that the slots make. */
export function intentOf(meaning: Meaning, share: boolean, quotient: boolean): Intent {
  if (quotient && meaning.metrics.length === 2) return 'quotient'
  if (share && (meaning.part !== null || meaning.by.length > 0)) return 'share'
  if (meaning.having.length > 0) return 'list'
  if (meaning.order && (meaning.by.length > 0 || meaning.grain)) return 'ranking'
  if (meaning.compare) return 'compare'
  if (meaning.grain) return 'trend'
  return meaning.by.length > 0 ? 'breakdown' : 'value'
}
