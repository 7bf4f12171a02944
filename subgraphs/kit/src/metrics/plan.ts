import { badInput } from '../errors.ts'
import { type Catalogue, metricLabel, reaches } from './catalogue.ts'
import { isDay } from './days.ts'
import { dimensionsOf, type Expression, type MetricDefinition } from './definition.ts'
import type { Comparison, MetricsQuery, Threshold } from './query.ts'

export const limits = { metrics: 12, dimensions: 4, rows: 10_000, rowsByDefault: 1_000, buckets: 10_000 } as const

/** “A, B and C”. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}

/** Every metric that the table needs: those asked for, and those that rows are kept or ordered by. */
export function neededMetrics<Metric extends string>(
  query: Pick<MetricsQuery<Metric, string>, 'metrics' | 'having' | 'orderBy'>,
): Metric[] {
  const bounding = (query.having ?? []).map(({ metric }) => metric)
  const ordering = query.orderBy?.metric == null ? [] : [query.orderBy.metric]
  return [...new Set([...query.metrics, ...bounding, ...ordering])]
}

/** @throws {GraphError} BAD_INPUT where the question can't be answered as it stands; the message says what would do. */
export function checkQuery<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
): void {
  checkSizes(query)
  checkSplit(catalogue, query)
  checkComparison(catalogue, query)
  for (const threshold of query.having ?? []) checkThreshold(catalogue, threshold)
  if (query.asOf != null && !isDay(query.asOf)) {
    throw badInput(`asOf “${query.asOf}” is not a day of the calendar; write it as YYYY-MM-DD.`)
  }
}

function checkSizes({ metrics, by, first }: MetricsQuery<string, string>): void {
  if (metrics.length === 0) throw badInput('The query names no metric; name at least one.')
  if (metrics.length > limits.metrics) {
    throw badInput(`The query asks for ${metrics.length} metrics; at most ${limits.metrics} can be asked for at once.`)
  }
  if (new Set(metrics).size < metrics.length) throw badInput('The query names a metric twice; name each once.')
  if ((by?.length ?? 0) > limits.dimensions) {
    throw badInput(`The query splits by ${by?.length} dimensions; at most ${limits.dimensions} can be split by at once.`)
  }
  if (new Set(by).size < (by?.length ?? 0)) throw badInput('The query splits by a dimension twice; name each once.')
  if (first != null && (first < 1 || first > limits.rows)) {
    throw badInput(
      `first is ${first.toLocaleString('en')}; it must be from 1 to ${limits.rows.toLocaleString('en')}. Totals cover all rows even so.`,
    )
  }
}

function checkSplit<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
): void {
  for (const dimension of query.by ?? []) {
    for (const metric of neededMetrics(query)) {
      if (!reaches(catalogue, metric, dimension)) throw unreached(catalogue, metric, dimension, 'split by')
    }
  }
}

/** Says which dimensions the metric can be split by or limited to instead. */
export function unreached(catalogue: Catalogue<string, string>, metric: string, dimension: string, done: string) {
  const reached = catalogue.declaredMetrics.get(metric)?.dimensions ?? []
  return badInput(
    `${metricLabel(catalogue, metric)} can't be ${done} ${dimension}: its facts don't have it. It can be ${done} ${listed(reached, 'or')}.`,
  )
}

/** What it is called that a metric is held against, by the comparison; other comparisons are with other days. */
const standards = { TARGET: 'target', BUDGET: 'budget', FORECAST: 'forecast' } as const

/** What the metric is held against in a comparison that is not with other days. */
export function standardOf<Dimension extends string>(
  definition: MetricDefinition<Dimension>,
  compare: Comparison | null,
): Expression<Dimension> | undefined {
  return compare === 'TARGET' || compare === 'BUDGET' || compare === 'FORECAST' ? definition[standards[compare]] : undefined
}

function checkComparison<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
): void {
  const { compare } = query
  if (compare !== 'TARGET' && compare !== 'BUDGET' && compare !== 'FORECAST') return
  const what = standards[compare]
  const held = Object.entries<MetricDefinition<Dimension>>(catalogue.metrics)
  const heldIn = (comparison: keyof typeof standards) => held.filter(([, each]) => standardOf(each, comparison) !== undefined)
  const known = heldIn(compare).map(([name]) => metricLabel(catalogue, name))
  const others = (['TARGET', 'BUDGET', 'FORECAST'] as const).filter((other) => heldIn(other).length > 0)
  if (known.length === 0) {
    throw badInput(
      `Figures about ${catalogue.domain} have no ${what}; compare with ${listed(['PREVIOUS_PERIOD', 'PREVIOUS_YEAR', ...others], 'or')}.`,
    )
  }
  for (const metric of query.metrics) {
    const standard = standardOf(catalogue.metrics[metric], compare)
    if (standard === undefined) {
      throw badInput(
        `There are no ${what}s for ${metricLabel(catalogue, metric)}, only for ${listed(known)}. Compare with PREVIOUS_PERIOD or PREVIOUS_YEAR.`,
      )
    }
    const reached = dimensionsOf(standard)
    const asked = [...(query.by ?? []), ...(query.where ?? []).map(({ dimension }) => dimension)]
    for (const dimension of asked) {
      if (!reached.has(dimension)) {
        throw badInput(
          `${what.charAt(0).toUpperCase()}${what.slice(1)}s can't be told apart by ${dimension}; with ${compare}, split by and limit to ${listed([...reached], 'or')} only.`,
        )
      }
    }
  }
}

const bounds = ['atLeast', 'atMost', 'over', 'under'] as const

/** The bounds that a threshold sets, as comparison and number. */
export function boundsOf(threshold: Threshold<string>): { readonly operator: '>=' | '<=' | '>' | '<'; readonly bound: string }[] {
  const operators = { atLeast: '>=', atMost: '<=', over: '>', under: '<' } as const
  return bounds.flatMap((name) => {
    const bound = threshold[name]
    return bound == null ? [] : [{ operator: operators[name], bound }]
  })
}

function checkThreshold(catalogue: Catalogue<string, string>, threshold: Threshold<string>): void {
  const found = boundsOf(threshold)
  const label = metricLabel(catalogue, threshold.metric)
  if (found.length === 0) throw badInput(`The threshold on ${label} sets no bound; give atLeast, atMost, over or under.`)
  for (const { bound } of found) {
    if (!/^-?\d{1,20}(\.\d{1,20})?$/.test(bound)) {
      throw badInput(`The threshold on ${label}, “${bound}”, is not a decimal number; write it like 1234.5.`)
    }
  }
}
