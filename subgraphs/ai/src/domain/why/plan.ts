import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import { quotientOf } from '../identities.ts'
import type { Meaning } from '../meaning.ts'
import { type Asked, conditionsOf } from '../operation.ts'
import { type Compare, periodInput } from '../time/period.ts'
import type { Knowledge } from '../understand.ts'

/** What is asked of the graph to find why a figure changed. */
export interface WhyPlan {
  readonly metric: Metric
  /** For a quotient of two figures that add up: these. */
  readonly sides: { readonly of: Metric; readonly per: Metric } | null
  /** Splits among which the most telling is looked for. */
  readonly splits: readonly Dimension[]
  /** Money that is price times pieces: the pieces, and what they are pieces of. */
  readonly pieces: { readonly metric: Metric; readonly by: Dimension } | null
}

const splitsTried = 6
/** What is sold piece by piece. */
const item = 'PRODUCT'

/** Plans it. @param large dimensions with too many members to be looked through. */
export function whyPlan(meaning: Meaning, knowledge: Knowledge, large: readonly Dimension[]): WhyPlan | undefined {
  const [metric] = meaning.metrics
  if (!metric) return undefined
  const { metrics, dimensions } = knowledge.catalogue
  const quotient = quotientOf(metric, metrics)
  const [per, ...more] = quotient?.per ?? []
  const isOpen = (one: Metric): boolean => one.adds !== 'NEVER' && knowledge.maySee(one)
  const sides = quotient && per && more.length === 0 && isOpen(quotient.of) && isOpen(per) ? { of: quotient.of, per } : null
  const own = (name: string): Dimension | undefined =>
    dimensions.find((one) => one.name === name && one.domain === metric.domain && knowledge.maySee(one))
  const settled = (name: string): boolean =>
    meaning.where.some(({ dimension, members, not }) => dimension === name && !not && members.length === 1)
  const asked = meaning.by.flatMap(({ name }) => own(name) ?? [])
  const splits = metric.dimensions
    .flatMap((name) => own(name) ?? [])
    .filter((one) => !settled(one.name) && !large.some((other) => other.name === one.name && other.domain === one.domain))
  return {
    metric,
    sides,
    splits: asked.length > 0 ? asked.slice(0, 1) : splits.slice(0, splitsTried),
    pieces: piecesOf(metric, knowledge, own(item)),
  }
}

/** The pieces whose mean price the catalogue declares: `average selling price` is net revenue per unit sold. */
function piecesOf(metric: Metric, { catalogue, maySee }: Knowledge, by: Dimension | undefined): WhyPlan['pieces'] {
  if (metric.adds !== 'ALWAYS' || metric.unit !== 'MONEY' || !by || !metric.dimensions.includes(by.name)) return null
  const prices = catalogue.metrics.filter(({ domain, label }) => domain === metric.domain && /\bprice\b/i.test(label))
  const [pieces] = prices.flatMap((price) => {
    const quotient = quotientOf(price, catalogue.metrics)
    return quotient?.of === metric ? quotient.per.filter((one) => one.dimensions.includes(by.name) && maySee(one)) : []
  })
  return pieces ? { metric: pieces, by } : null
}

const query = (meaning: Meaning, metrics: readonly Metric[], compare: Compare, { clock }: Knowledge) => ({
  metrics: metrics.map(({ name }) => name),
  period: periodInput(meaning.period),
  asOf: clock.asOf,
  ...conditionsOf(meaning.where),
  compare,
})

/** The figure against each comparison that may be meant. */
export const probes = (meaning: Meaning, metric: Metric, compares: readonly Compare[], knowledge: Knowledge): Asked[] =>
  compares.map((compare) => ({
    alias: compare.toLowerCase(),
    domain: metric.domain,
    query: query(meaning, [metric], compare, knowledge),
  }))

/**
 * The figure by each split, and by what is sold, all in one operation. None says how many rows it wants: one that does is given
 * no row for what has no member, and the rows would not sum to the whole.
 */
export function splitQuestions(meaning: Meaning, plan: WhyPlan, compare: Compare, knowledge: Knowledge): Asked[] {
  const { metric, sides, pieces } = plan
  const domain = metric.domain
  const metrics = sides ? [metric, sides.of, sides.per] : [metric]
  const whole = { alias: 'whole', domain, query: query(meaning, metrics, compare, knowledge) }
  const splits = plan.splits.map((dimension, index) => ({
    alias: `split${index}`,
    domain,
    query: { ...query(meaning, metrics, compare, knowledge), by: [dimension.name] },
  }))
  const sold = pieces
    ? [
        {
          alias: 'sold',
          domain,
          query: { ...query(meaning, [metric, pieces.metric], compare, knowledge), by: [pieces.by.name] },
        },
      ]
    : []
  return [whole, ...splits, ...sold]
}
