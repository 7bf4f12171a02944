import type { Better, Unit } from '@aems/schema/catalogue.ts'
import { metricLabel } from './catalogue.ts'
import { cellColumns } from './cells.ts'
import { countryName } from './countries.ts'
import type { MetricExplanation } from './explain.ts'
import type { Forecasts, Step } from './forecasting.ts'
import type { Range } from './periods.ts'
import { neededMetrics } from './plan.ts'
import type { Resolved } from './resolved.ts'

/** A member of a dimension, as `MetricKey` of the graph. */
export interface MetricKey {
  readonly dimension: string
  readonly value: string | null
  readonly label: string
  readonly id: string | null
}

/** Figures are exact decimals. */
export interface MetricCell {
  readonly metric: string
  readonly value: string | null
  readonly previous: string | null
  readonly target: string | null
  readonly change: string | null
  readonly changeRatio: string | null
  readonly withheld: boolean
  readonly low: string | null
  readonly high: string | null
}

export interface MetricRow {
  readonly keys: readonly MetricKey[]
  readonly period: Range | null
  readonly forecast: boolean
  readonly cells: readonly MetricCell[]
}

/** `MetricTable` of the graph. */
export interface MetricTable {
  readonly columns: readonly {
    readonly metric: string
    readonly label: string
    readonly unit: Unit
    readonly better: Better
    readonly currency: string | null
  }[]
  readonly rows: readonly MetricRow[]
  readonly totals: readonly MetricCell[]
  readonly rowCount: number
  readonly period: Range
  readonly comparedTo: Range | null
  readonly asOf: string
  readonly explain: readonly MetricExplanation[]
}

type ResultRow = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

/** A numeric without the zeros that its division left at the end. */
function decimal(value: unknown): string | null {
  const written = text(value)
  return written?.includes('.') ? written.replace(/\.?0+$/, '') : written
}

/** The statement's rows as a table; the first is the totals. */
export function shapeTable<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  currency: string,
  result: readonly ResultRow[],
  future: Forecasts | null,
  explanation: (totals: ResultRow) => readonly MetricExplanation[],
): MetricTable {
  const { catalogue, query, current, previous, asOf } = resolved
  const needed = neededMetrics(query)
  const cells = (row: ResultRow) => query.metrics.map((metric) => cell(metric, row, needed.indexOf(metric)))
  const [totals, ...rows] = result
  if (totals === undefined) throw new TypeError('A metric statement gives totals always.')
  const places = new Map(current.windows.map((window) => [window.place, { from: window.from, to: window.to }]))
  return {
    columns: query.metrics.map((metric) => {
      const declared = catalogue.declaredMetrics.get(metric)
      const unit = declared?.unit ?? 'COUNT'
      return {
        metric,
        label: metricLabel(catalogue, metric),
        unit,
        better: declared?.better ?? 'NEITHER',
        currency: unit === 'MONEY' ? currency : null,
      }
    }),
    rows: [
      ...rows.map((row) => ({
        keys: keysOf(resolved, row),
        period: query.grain == null ? null : (places.get(Number(row['place'])) ?? null),
        forecast: false,
        cells: cells(row),
      })),
      ...forecastRows(resolved, future),
    ],
    totals: cells(totals),
    rowCount: rows[0] === undefined ? 0 : Number(rows[0]['row_count']),
    period: current.range,
    comparedTo: previous?.range ?? null,
    asOf,
    // Made when it is asked for: it writes the statement out.
    get explain() {
      return explanation(totals)
    },
  }
}

/** Rows of the time to come: of each member that the table shows, one per unit. */
function forecastRows<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  future: Forecasts | null,
): MetricRow[] {
  return (future?.rows ?? []).flatMap(({ row, steps }) =>
    steps.map((figures, place) => ({
      keys: keysOf(resolved, row),
      period: future?.future[place] ?? null,
      forecast: true,
      cells: resolved.query.metrics.map((metric, index) => forecastCell(metric, figures[index] ?? null)),
    })),
  )
}

const forecastCell = (metric: string, step: Step | null): MetricCell => ({
  metric,
  value: step?.value ?? null,
  previous: null,
  target: null,
  change: null,
  changeRatio: null,
  withheld: false,
  low: step?.low ?? null,
  high: step?.high ?? null,
})

function keysOf<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  row: ResultRow,
): MetricKey[] {
  return (resolved.query.by ?? []).map((dimension, index) => memberKey(resolved, dimension, index, row))
}

function cell(metric: string, row: ResultRow, index: number): MetricCell {
  const columns = cellColumns(index)
  return {
    metric,
    value: decimal(row[columns.value]),
    previous: decimal(row[columns.previous]),
    target: decimal(row[columns.target]),
    change: decimal(row[columns.change]),
    changeRatio: decimal(row[columns.changeRatio]),
    withheld: row[columns.withheld] === true,
    low: null,
    high: null,
  }
}

function memberKey<Metric extends string, Dimension extends string>(
  { catalogue }: Resolved<Metric, Dimension>,
  dimension: Dimension,
  index: number,
  row: ResultRow,
): MetricKey {
  const key = text(row[`key${index}`])
  const value = text(row[`name${index}`])
  const { kind } = catalogue.dimensions[dimension]
  if (key === null || key === '') return { dimension, value: null, label: 'none', id: null }
  const known = value ?? key
  return {
    dimension,
    value: known,
    label: kind === 'country' ? countryName(known) : known,
    id: kind === 'entity' ? key : null,
  }
}
