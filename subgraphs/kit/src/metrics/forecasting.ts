import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { type Forecast, fewestValues } from '../forecast/forecast.ts'
import { forecastOffLoop } from '../forecast/off-loop.ts'
import { type Catalogue, metricLabel } from './catalogue.ts'
import { cellColumns } from './cells.ts'
import { layOut } from './columns.ts'
import { type Course, courseOf, mostSteps, seasonOf } from './course.ts'
import type { Calendar, ClosedRange, TimeUnit } from './periods.ts'
import { listed, neededMetrics } from './plan.ts'
import type { MetricsQuery } from './query.ts'
import type { KnownCondition, Resolved } from './resolved.ts'
import { list } from './sql.ts'
import { compileTable } from './statement.ts'

const mostSeries = 100
const mostHistory = 1_000_000

/** @throws {GraphError} BAD_INPUT where the question can't be forecast; the message says what can. */
export function checkForecast<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  { metrics, grain, forecast }: MetricsQuery<Metric, Dimension>,
): void {
  if (forecast == null) return
  const { n, unit } = forecast
  if (grain == null || unit !== grain) {
    throw badInput(
      `A forecast goes on in the rows' own units of time; give grain: ${unit}${grain == null ? '' : `, or forecast in ${grain}`}.`,
    )
  }
  if (!Number.isInteger(n) || n < 1 || n > mostSteps) {
    throw badInput(`A forecast of ${n.toLocaleString('en')} units can't be made; n must be from 1 to ${mostSteps}.`)
  }
  const fit = (metric: string) => catalogue.declaredMetrics.get(metric)?.adds !== 'NEVER'
  const unfit = metrics.find((metric) => !fit(metric))
  if (unfit === undefined) {
    const few = metrics.find((metric) => catalogue.metrics[metric].withhold !== undefined)
    if (few !== undefined)
      throw badInput(`${metricLabel(catalogue, few)} can't be forecast: it is kept back where it is about few people.`)
    return
  }
  const others = metrics.filter(fit).map((metric) => metricLabel(catalogue, metric))
  throw badInput(
    `${metricLabel(catalogue, unfit)} can't be forecast, since it does not add up: forecast what it is made of${others.length === 0 ? '' : `, or ${listed(others)} alone`}.`,
  )
}

/** The forecast rows of a table, and how well the forecasts of each metric hold against the past. */
export interface Forecasts {
  readonly future: readonly ClosedRange[]
  /** By the names of the row's keys: for each future unit, a figure per metric. */
  readonly rows: readonly {
    readonly row: Readonly<Record<string, unknown>>
    readonly steps: readonly (readonly (Step | null)[])[]
  }[]
  /** One per metric, in the order asked; null where there was too little to learn from. */
  readonly errors: readonly (ForecastError | null)[]
}

export interface Step {
  readonly value: string
  readonly low: string
  readonly high: string
}

/** `ForecastError` of the graph. */
export interface ForecastError {
  readonly smape: string | null
  readonly mase: string | null
  readonly origins: number
}

type ResultRow = Readonly<Record<string, unknown>>

/** What the forecasts are made from: for each row of the split, its series by metric. */
export interface Histories {
  readonly course: Course
  readonly series: readonly { readonly row: ResultRow; readonly values: readonly (readonly number[])[] }[]
}

/** Reads the past of each member that the table shows. */
export async function readHistories<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  resolved: Resolved<Metric, Dimension>,
  shown: readonly ResultRow[],
  calendar: Calendar,
): Promise<Histories | null> {
  const { query, current } = resolved
  const { forecast, grain } = query
  if (forecast == null || grain == null) return null
  const course = courseOf(current.range.to ?? calendar.asOf, grain, forecast.n, calendar)
  const by = query.by ?? []
  const members = new Map(shown.map((row) => [nameOf(row, by.length), row]))
  if (members.size * query.metrics.length > mostSeries) {
    throw badInput(
      `That would be ${members.size * query.metrics.length} forecasts; at most ${mostSeries} are made at once. Limit the split with where or first, or ask for fewer metrics.`,
    )
  }
  const history: Resolved<Metric, Dimension> = {
    ...resolved,
    query: { ...query, having: null, orderBy: null, compare: null, first: null },
    where: [...resolved.where, ...by.map((dimension, index) => amongShown(dimension, [...members.values()], index, resolved))],
    current: {
      range: { from: course.history[0]?.from ?? null, to: course.history.at(-1)?.to ?? null },
      windows: course.history.map((unit, index) => ({ ...unit, place: index + 1 })),
    },
    previous: null,
    mostRows: mostHistory,
  }
  const layout = layOut(history)
  const [, ...rows] = await tx.execute<Record<string, unknown>>(compileTable(history, layout, new Map()))
  const byMember = Map.groupBy(rows, (row) => nameOf(row, by.length))
  const needed = neededMetrics(history.query)
  return {
    course,
    series: [...members].map(([name, row]) => {
      const own = (byMember.get(name) ?? []).toSorted((a, b) => Number(a['place']) - Number(b['place']))
      return { row, values: query.metrics.map((metric) => begun(own.map((each) => figureIn(each, needed.indexOf(metric))))) }
    }),
  }
}

const nameOf = (row: ResultRow, keys: number): string =>
  JSON.stringify(Array.from({ length: keys }, (_, index) => row[`key${index}`]))

const figureIn = (row: ResultRow, metric: number): number => Number(row[cellColumns(metric).value] ?? 0)

/** The series from its first fact on. */
function begun(values: readonly number[]): number[] {
  const first = values.findIndex((value) => value !== 0)
  return first === -1 ? [] : values.slice(first)
}

/** That a fact belongs to a member that the table shows. */
function amongShown<Metric extends string, Dimension extends string>(
  dimension: Dimension,
  rows: readonly ResultRow[],
  index: number,
  { catalogue }: Resolved<Metric, Dimension>,
): KnownCondition<Metric, Dimension> {
  const keys = [...new Set(rows.map((row) => String(row[`key${index}`] ?? '')))]
  const type = catalogue.dimensions[dimension].kind === 'entity' ? 'uuid' : 'text'
  const members = list(
    keys.filter((key) => key !== ''),
    type,
  )
  const none = (key: Parameters<KnownCondition<Metric, Dimension>['holds']>[0]) =>
    keys.includes('') ? sql` or ${key} is null` : sql``
  return { dimension, holds: (key) => sql`(${key} = any(${members})${none(key)})`, limits: () => true }
}

/** Forecasts each series, in a thread of its own. */
export async function forecasts({ course, series }: Histories, grain: TimeUnit): Promise<Forecasts> {
  const known = series.flatMap(({ values }) => values.filter((each) => each.length >= fewestValues))
  const made = [...(await forecastOffLoop(known, seasonOf(grain), course.between + course.future.length))]
  const found = series.map(({ row, values }) => ({
    row,
    forecasts: values.map((each) => (each.length >= fewestValues ? (made.shift() ?? null) : null)),
  }))
  const metrics = series[0]?.values.length ?? 0
  return {
    future: course.future,
    rows: found.map(({ row, forecasts: own }) => ({
      row,
      steps: course.future.map((_, step) => own.map((each) => stepOf(each?.steps[course.between + step]))),
    })),
    errors: Array.from({ length: metrics }, (_, metric) => errorOf(found.flatMap(({ forecasts: own }) => own[metric] ?? []))),
  }
}

/** Forecasts are no exact figures: to the cent is close enough. */
const decimal = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '')

const stepOf = (step: Forecast['steps'][number] | undefined): Step | null =>
  step === undefined ? null : { value: decimal(step.value), low: decimal(step.low), high: decimal(step.high) }

/** The mean error over the series of a metric. */
function errorOf(made: readonly Forecast[]): ForecastError | null {
  if (made.length === 0) return null
  const mean = (values: readonly (number | null)[]): string | null => {
    const known = values.filter((value) => value !== null)
    return known.length === 0 ? null : (known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(4)
  }
  return {
    smape: mean(made.map(({ backtest }) => (backtest.smape === null ? null : backtest.smape / 100))),
    mase: mean(made.map(({ backtest }) => backtest.mase)),
    origins: Math.max(...made.map(({ backtest }) => backtest.origins)),
  }
}
