import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Viewer } from '../viewer.ts'
import { type Catalogue, metricLabel } from './catalogue.ts'
import { cellColumns } from './cells.ts'
import type { Layout } from './columns.ts'
import { type Measure, measuresOf } from './definition.ts'
import { joinsFor, remarkOf } from './fact-rows.ts'
import type { ForecastError, Forecasts } from './forecasting.ts'
import { neededMetrics } from './plan.ts'
import type { Resolved } from './resolved.ts'
import type { Scan } from './scan.ts'

/** `MetricExplanation` of the graph. */
export interface MetricExplanation {
  readonly metric: string
  readonly formula: string
  readonly sql: string | null
  readonly sources: readonly string[]
  readonly recordCount: number | null
  readonly lag: number | null
  readonly forecastError: ForecastError | null
}

const howForecast =
  'The forecast is the median of three methods, seasonal naive with drift, damped Holt-Winters and theta, with the 95 % interval of their past errors.'

const sqlScope = 'explain:sql'
const dialect = new PgDialect()

/** A statement as it can be run by hand: its parameters stand where they belong, as literals. */
export function statementText(statement: SQL): string {
  const { sql, params } = dialect.sqlToQuery(statement)
  return sql.replaceAll(/\$(\d+)/g, (_, place: string) => `'${String(params[Number(place) - 1]).replaceAll("'", "''")}'`)
}

/** How each figure came about. `totals` is the statement's first row. */
export function explain<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  layout: Layout<Metric, Dimension>,
  statement: SQL,
  totals: Readonly<Record<string, unknown>>,
  viewer: Viewer,
  future: Forecasts | null,
): MetricExplanation[] {
  const { catalogue, query } = resolved
  const needed = neededMetrics(query)
  const sql = viewer.scopes.has(sqlScope) ? statementText(statement) : null
  return query.metrics.map((metric, index) => {
    const scans = layout.scansOf(metric)
    const columns = cellColumns(needed.indexOf(metric))
    const facts = totals[columns.withheld] === true ? null : totals[columns.facts]
    const lag = totals['lag']
    const readsProjection = scans.some(({ by, where }) =>
      [...by, ...where.map(({ dimension }) => dimension)].some(
        (dimension) => catalogue.dimensions[dimension].projectedAt !== undefined,
      ),
    )
    return {
      metric,
      formula: [formula(catalogue, metric), ...scans.flatMap((scan) => remarkOf(scan) ?? []), ...(future ? [howForecast] : [])]
        .filter((part, index, all) => all.indexOf(part) === index)
        .join(' '),
      sql,
      sources: [...new Set(scans.flatMap(tablesOf))],
      recordCount: facts === null || facts === undefined ? null : Number(facts),
      lag: readsProjection && lag !== null && lag !== undefined ? Number(lag) : null,
      forecastError: future?.errors[index] ?? null,
    }
  })
}

/** The fact's own tables, and those joined to it or to its groups. */
const tablesOf = <Dimension extends string>(scan: Scan<Dimension>): string[] => [
  ...scan.fact.tables,
  ...joinsFor(scan).map(({ table }) => table),
  ...scan.columns.flatMap(({ source }) => (source.kind === 'grouped' && source.beside ? [source.beside.table] : [])),
]

/** What it is, in the SDL's words; of a ratio between metrics, also which. */
function formula<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  metric: Metric,
): string {
  const definition = catalogue.metrics[metric]
  const description = catalogue.declaredMetrics.get(metric)?.description ?? ''
  const labels = measuresOf(definition).map((measure) => labelOf(catalogue, measure))
  const [of, to] = labels
  return definition.kind === 'ratio' && of && to ? `${description} ${of} ÷ ${to.toLowerCase()}.` : description
}

/** The label of the metric that the measure is by itself, if it is one. */
function labelOf<Dimension extends string>(
  catalogue: Catalogue<string, Dimension>,
  measure: Measure<Dimension>,
): string | undefined {
  const found = Object.entries(catalogue.metrics).find(
    ([, definition]) => definition.kind === 'measure' && definition.sources === measure.sources,
  )
  return found && metricLabel(catalogue, found[0])
}
