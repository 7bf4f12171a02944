import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { parseCatalogue } from '@aems/schema/catalogue.ts'
import { type Domain, subgraphSdl } from '@aems/schema/sdl.ts'
import { sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { rowViewer } from '../row-viewer.ts'
import { today, type Viewer } from '../viewer.ts'
import { comparedBuckets, comparedPeriod } from './comparison.ts'
import { resolveConditions } from './conditions.ts'
import { later } from './days.ts'
import { dimensionsOf, type MetricDefinitions, measuresOf } from './definition.ts'
import { buckets, type Calendar, type ClosedRange, type Period, type Range, resolvePeriod } from './periods.ts'
import { type Catalogue, checkQuery, limits, neededMetrics } from './plan.ts'
import type { MetricsQuery } from './query.ts'
import type { Resolved } from './resolved.ts'
import { compileTable } from './statement.ts'
import type { MetricTable } from './table.ts'
import { shapeTable } from './table.ts'
import type { Side } from './windows.ts'

/** A domain's definitions beside what its SDL declares. Both must agree. */
export function defineCatalogue<Metric extends string, Dimension extends string>(
  domain: Domain,
  definitions: MetricDefinitions<Metric, Dimension>,
): Catalogue<Metric, Dimension> {
  const declared = parseCatalogue(subgraphSdl(domain))
  const declaredMetrics = new Map(declared.metrics.map((metric) => [metric.name, metric]))
  const declaredDimensions = new Map(declared.dimensions.map((dimension) => [dimension.name, dimension]))
  for (const [name, definition] of Object.entries<MetricDefinitions<Metric, Dimension>['metrics'][Metric]>(definitions.metrics)) {
    const reached = dimensionsOf(definition)
    const difference = reached.symmetricDifference(new Set(declaredMetrics.get(name)?.dimensions))
    if (difference.size > 0) {
      throw new TypeError(`${domain}.${name}: the SDL and the fact disagree on ${[...difference].join(', ')}.`)
    }
  }
  return { domain, ...definitions, declaredMetrics, declaredDimensions }
}

/** What relative periods of the viewer's company count from. */
export const calendarOf = ({ company }: Viewer, asOf: string | null | undefined): Calendar => ({
  asOf: asOf ?? today(company),
  fiscalYearStartMonth: company.fiscalYearStartMonth,
})

/** Answers a question about the domain's metrics, in one transaction as the viewer. */
export async function metricTable<Metric extends string, Dimension extends string>(
  database: DomainDatabase,
  catalogue: Catalogue<Metric, Dimension>,
  viewer: Viewer,
  query: MetricsQuery<Metric, Dimension>,
): Promise<MetricTable> {
  checkQuery(catalogue, query)
  const calendar = calendarOf(viewer, query.asOf)
  const period = resolvePeriod(query.period, calendar)
  return database.asViewer(rowViewer(viewer), async (tx) => {
    const where = await resolveConditions(tx, catalogue, query.where ?? [], neededMetrics(query))
    const current = await currentSide(tx, catalogue, query, period, calendar)
    const previous = previousSide(query, period, current, calendar)
    const resolved: Resolved<Metric, Dimension> = { catalogue, query, where, asOf: calendar.asOf, current, previous }
    const statement = compileTable(resolved)
    const rows = await tx.execute<Record<string, unknown>>(statement)
    return shapeTable(resolved, viewer, rows)
  })
}

async function currentSide<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
  period: Period,
  calendar: Calendar,
): Promise<Side> {
  const range: Range = { from: period.from, to: period.to }
  if (query.grain == null) return { range, windows: [{ ...range, place: 1 }] }
  const closed = await closedRange(tx, catalogue, query, range, calendar)
  const found = buckets(closed, query.grain, calendar)
  if (found.length > limits.buckets) {
    throw badInput(
      `By ${query.grain} the period has ${found.length.toLocaleString('en')} units; at most ${limits.buckets.toLocaleString('en')} can be told. Choose a longer unit or a shorter period.`,
    )
  }
  return { range: closed, windows: found.map((bucket, index) => ({ ...bucket, place: index + 1 })) }
}

/** An open period by a grain reaches from the first fact to today, or to the last fact where that is later. */
async function closedRange<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
  { from, to }: Range,
  { asOf }: Calendar,
): Promise<ClosedRange> {
  if (from !== null && to !== null) return { from, to }
  const facts = new Set(
    query.metrics.flatMap((metric) => measuresOf(catalogue.metrics[metric]).map(({ sources }) => sources[0].fact)),
  )
  const bounds = [...facts].map(({ timing, from: tables }) => {
    if (timing.kind === 'on') return sql`select min(${timing.day}) as first, max(${timing.day}) as last from ${tables}`
    if (timing.kind === 'over') return sql`select min(${timing.first}), max(${timing.last}) from ${tables}`
    return sql`select ${timing.earliest}, ${asOf}::date from ${tables}`
  })
  const [found] = await tx.execute<{ first: string | null; last: string | null }>(
    sql`select min(first)::text as first, max(last)::text as last from (${sql.join(bounds, sql` union all `)}) bounds (first, last)`,
  )
  const start = from ?? found?.first ?? (to !== null && to < asOf ? to : asOf)
  const end = to ?? later(found?.last ?? asOf, asOf)
  return { from: start, to: later(start, end) }
}

function previousSide(query: MetricsQuery<string, string>, period: Period, current: Side, calendar: Calendar): Side | null {
  const { compare, grain } = query
  if (compare !== 'PREVIOUS_PERIOD' && compare !== 'PREVIOUS_YEAR') return null
  const compared = comparedPeriod(compare, period, calendar)
  const range = { from: compared.from, to: compared.to }
  if (grain == null) return { range, windows: [{ ...range, place: 1 }] }
  const closed = current.windows.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]))
  const windows = comparedBuckets(closed, grain, compared).flatMap((bucket, index) =>
    bucket === null ? [] : [{ ...bucket, place: index + 1 }],
  )
  return { range, windows }
}
