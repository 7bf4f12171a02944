import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import type { SQL } from 'drizzle-orm'
import { GraphError } from '../errors.ts'
import { rowViewer } from '../row-viewer.ts'
import { today, type Viewer } from '../viewer.ts'
import { checkAccess } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import { type Layout, layOut } from './columns.ts'
import { resolveConditions } from './conditions.ts'
import { type Fact, measuresOf, needsDays } from './definition.ts'
import { explain } from './explain.ts'
import { checkForecast, forecasts, readHistories } from './forecasting.ts'
import { madeOnce } from './known-questions.ts'
import { type Calendar, type Range, resolvePeriod } from './periods.ts'
import { checkQuery, listed, neededMetrics } from './plan.ts'
import type { MetricsQuery } from './query.ts'
import type { Resolved } from './resolved.ts'
import { currentSide, previousSide } from './sides.ts'
import { flat } from './sql.ts'
import { compileTable } from './statement.ts'
import { type MetricTable, shapeTable } from './table.ts'
import { inTurn } from './turns.ts'
import { findWithheld } from './withholding.ts'

/** What relative periods of the viewer's company count from. */
export const calendarOf = ({ company }: Viewer, asOf?: string | null): Calendar => ({
  asOf: asOf ?? today(company),
  fiscalYearStartMonth: company.fiscalYearStartMonth,
})

/** Who asks a domain. */
export interface Asking<Metric extends string, Dimension extends string> {
  readonly database: DomainDatabase
  readonly catalogue: Catalogue<Metric, Dimension>
  readonly viewer: Viewer
}

/** A question that can be read from the database. */
export interface Compiled<Metric extends string, Dimension extends string> {
  readonly resolved: Resolved<Metric, Dimension>
  readonly layout: Layout<Metric, Dimension>
  readonly statement: SQL
  readonly calendar: Calendar
}

/**
 * Checks a question, finds the members and days that it names, and compiles it.
 * @throws {GraphError} BAD_INPUT where the question can't be answered as it stands, FORBIDDEN where the viewer may not ask it.
 */
export async function compileQuestion<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  { catalogue, viewer }: Asking<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
): Promise<Compiled<Metric, Dimension>> {
  const { calendar, period } = checkQuestion(catalogue, viewer, query)
  const rollups = (catalogue.rollups ?? []).filter(({ serves }) => serves(viewer))
  const compiled = async (): Promise<Compiled<Metric, Dimension>> => {
    const grain = query.grain ?? null
    const where = await resolveConditions(tx, catalogue, query.where ?? [], neededMetrics(query))
    const current = await currentSide(tx, period, grain, boundsOf(catalogue, query), calendar)
    const previous = previousSide(query.compare ?? null, grain, period, current, calendar)
    const resolved: Resolved<Metric, Dimension> = { catalogue, query, where, asOf: calendar.asOf, current, previous, rollups }
    const layout = layOut(resolved)
    return { resolved, layout, statement: flat(compileTable(resolved, layout, await findWithheld(tx, resolved))), calendar }
  }
  const served = rollups.map(({ cells }) => cells.name)
  return needsDatabase(catalogue, query, period)
    ? compiled()
    : madeOnce(catalogue, JSON.stringify([query, calendar, served]), compiled)
}

/** Whether what a question compiles to depends on what the company's tables hold. */
function needsDatabase<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
  { from, to }: Range,
): boolean {
  if (query.where?.length || from === null || to === null) return true
  return neededMetrics(query).some((metric) => catalogue.metrics[metric].withhold !== undefined)
}

/** What needs no database to be told of a question. */
function checkQuestion<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  viewer: Viewer,
  query: MetricsQuery<Metric, Dimension>,
) {
  checkAccess(catalogue, query, viewer)
  checkQuery(catalogue, query)
  checkForecast(catalogue, query)
  const calendar = calendarOf(viewer, query.asOf)
  return { calendar, period: resolvePeriod(query.period, calendar) }
}

/** Rows of a question's statement, and what its forecast learns from. */
export async function readQuestion<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  { resolved, statement, calendar }: Compiled<Metric, Dimension>,
) {
  const rows = await tx.execute<Record<string, unknown>>(statement)
  return { rows, histories: await readHistories(tx, resolved, rows.slice(1), calendar) }
}

/** The answer, out of what was read. Outside of the transaction: no connection waits for a forecast. */
export async function shapeAnswer<Metric extends string, Dimension extends string>(
  viewer: Viewer,
  { resolved, layout, statement }: Compiled<Metric, Dimension>,
  { rows, histories }: Awaited<ReturnType<typeof readQuestion>>,
): Promise<MetricTable> {
  const { grain } = resolved.query
  const future = histories === null || grain == null ? null : await forecasts(histories, grain)
  return shapeTable(resolved, viewer.company.currency, rows, future, (totals) =>
    explain(resolved, layout, statement, totals, viewer, future),
  )
}

/**
 * Answers a question about a domain's metrics, in one transaction as the viewer and one statement for all figures.
 * @throws {GraphError} as `compileQuestion`, and UNAVAILABLE where answering took too long.
 */
export async function metricTable<Metric extends string, Dimension extends string>(
  database: DomainDatabase,
  catalogue: Catalogue<Metric, Dimension>,
  viewer: Viewer,
  query: MetricsQuery<Metric, Dimension>,
): Promise<MetricTable> {
  checkQuestion(catalogue, viewer, query)
  const read = () =>
    database.asViewer(rowViewer(viewer), async (tx) => {
      const compiled = await compileQuestion(tx, { database, catalogue, viewer }, query)
      return { compiled, found: await readQuestion(tx, compiled) }
    })
  const { compiled, found } = await inTurn(database, read).catch((error: unknown) => {
    throw isTimeout(error) ? tooLong(query) : error
  })
  return shapeAnswer(viewer, compiled, found)
}

/** The facts that say how far an open period reaches, each by its smallest source, and whether that must be known. */
function boundsOf<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  query: MetricsQuery<Metric, Dimension>,
) {
  const definitions = query.metrics.map((metric) => catalogue.metrics[metric])
  const facts: Fact<string>[] = definitions.flatMap((each) => measuresOf(each).map(({ sources }) => sources[0].fact))
  return { facts: new Set(facts), needed: neededMetrics(query).some((metric) => needsDays(catalogue.metrics[metric])) }
}

/** Whether PostgreSQL cancelled the statement for its length: query_canceled. */
function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return ('code' in error && error.code === '57014') || ('cause' in error && isTimeout(error.cause))
}

/** Says what would make the question smaller. */
function tooLong({ by, grain, period }: MetricsQuery<string, string>): GraphError {
  const ways = [
    period.all === true ? 'give a period' : 'shorten the period',
    ...(by?.length ? [by.length === 1 ? 'do without the split' : `split by fewer than ${by.length} dimensions`] : []),
    ...(grain == null ? [] : [`take a longer unit than ${grain}`]),
    'limit it with where',
  ]
  return new GraphError('UNAVAILABLE', `That took too long to add up, and was stopped. To narrow it, ${listed(ways, 'or')}.`)
}
