import { createLoader, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { Comparison, PeriodInput, SalesCondition, SalesDimension, TimeUnit } from '../gql/graphql.ts'

/** Periods that can be chosen by name; a range of days is `2014-01-01..2014-03-31`. */
export const periods = [
  { value: 'last-12-months', name: 'Last 12 months', input: { last: { n: 12, unit: 'MONTH' } } },
  { value: 'this-month', name: 'This month', input: { toDate: 'MONTH' } },
  { value: 'last-month', name: 'Last month', input: { last: { n: 1, unit: 'MONTH' } } },
  { value: 'this-quarter', name: 'This quarter', input: { toDate: 'QUARTER' } },
  { value: 'last-quarter', name: 'Last quarter', input: { last: { n: 1, unit: 'QUARTER' } } },
  { value: 'this-year', name: 'This year', input: { toDate: 'YEAR' } },
  { value: 'last-year', name: 'Last year', input: { last: { n: 1, unit: 'YEAR' } } },
  { value: 'all', name: 'All time', input: { all: true } },
] as const satisfies readonly { value: string; name: string; input: PeriodInput }[]

export const comparisons = [
  { value: 'previous-period', name: 'Period before', input: 'PREVIOUS_PERIOD' },
  { value: 'previous-year', name: 'Year before', input: 'PREVIOUS_YEAR' },
  { value: 'none', name: 'Nothing', input: null },
] as const satisfies readonly { value: string; name: string; input: Comparison | null }[]

/** Dimensions that the whole page can be limited by, and the name of each in the address. */
export const dimensions = [
  { key: 'territory', name: 'Territory', input: 'TERRITORY' },
  { key: 'channel', name: 'Channel', input: 'CHANNEL' },
  { key: 'category', name: 'Category', input: 'CATEGORY' },
] as const satisfies readonly { key: string; name: string; input: SalesDimension }[]

const members = parseAsArrayOf(parseAsString).withDefault([])

/** The page's state in its address, which every tile, drill and export honours. */
export const filterParsers = {
  period: parseAsString.withDefault('last-month'),
  against: parseAsStringLiteral(comparisons.map((each) => each.value)).withDefault('previous-period'),
  territory: members,
  channel: members,
  category: members,
}

export const loadFilters = createLoader(filterParsers)

export type Filters = Awaited<ReturnType<typeof loadFilters>>

/** What the page's filters mean to the graph. */
export interface Scope {
  readonly period: PeriodInput
  readonly compare: Comparison | null
  readonly where: readonly SalesCondition[]
  /** Those of them that opportunities know, and those that targets know. */
  readonly pipelineWhere: readonly SalesCondition[]
  readonly quotaWhere: readonly SalesCondition[]
  /** The longer view that the trend gives around the period. */
  readonly trend: { readonly period: PeriodInput; readonly grain: TimeUnit; readonly compare: Comparison | null }
}

export function scopeOf(filters: Filters): Scope {
  const days = daysOf(filters.period)
  const named = periods.find((each) => each.value === filters.period)
  const period: PeriodInput = days ?? named?.input ?? { last: { n: 1, unit: 'MONTH' } }
  const compare = period.all ? null : (comparisons.find((each) => each.value === filters.against)?.input ?? null)
  const where = dimensions.flatMap(({ key, input }) => (filters[key].length > 0 ? [{ dimension: input, in: filters[key] }] : []))
  const known = (...dimensions: readonly SalesDimension[]) => where.filter(({ dimension }) => dimensions.includes(dimension))
  return {
    period,
    compare,
    where,
    pipelineWhere: known('TERRITORY', 'CATEGORY'),
    quotaWhere: known('TERRITORY'),
    trend: { ...trendOf(filters.period, period, days), compare: compare && 'PREVIOUS_YEAR' },
  }
}

/** A range of days out of the address; null where it is none. */
export function daysOf(value: string): { from: string; to: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(value)
  const [from, to] = [match?.[1], match?.[2]]
  if (!from || !to || from > to || !isDay(from) || !isDay(to)) return null
  return { from, to }
}

/** Whether there is such a day: not `2014-02-30`. */
function isDay(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}

function trendOf(
  value: string,
  period: PeriodInput,
  days: { from: string; to: string } | null,
): Pick<Scope['trend'], 'period' | 'grain'> {
  if (days) return { period: days, grain: grainFor((Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 + 1) }
  if (value === 'all') return { period, grain: 'QUARTER' }
  if (value === 'this-year' || value === 'last-year') return { period, grain: 'MONTH' }
  return { period: { last: { n: 12, unit: 'MONTH' } }, grain: 'MONTH' }
}

function grainFor(days: number): TimeUnit {
  return days <= 45 ? 'DAY' : days <= 150 ? 'WEEK' : days <= 1100 ? 'MONTH' : 'QUARTER'
}
