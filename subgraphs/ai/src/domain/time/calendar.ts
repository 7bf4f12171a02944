/** A calendar day, YYYY-MM-DD. Strings compare as days do. */
export type Day = string

export type TimeUnit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR'

/** Half-years have a place in speech, not among the graph's units. */
export type SpanUnit = TimeUnit | 'HALF' | 'FISCAL_HALF'

const milliseconds = 86_400_000

const instant = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10)

/** Whether it is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant(text)) && dayOf(instant(text)) === text

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
/** 1 to 12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7))

export const day = (year: number, month: number, date: number): Day => dayOf(Date.UTC(year, month - 1, date))

export const addDays = (on: Day, count: number): Day => dayOf(instant(on) + count * milliseconds)

/** Days from the first to the last, both counted. */
export const daysBetween = (from: Day, to: Day): number => Math.round((instant(to) - instant(from)) / milliseconds) + 1

/** The same day of another month; the last one where that month is shorter, and from a last day to a last day. */
export function addMonths(on: Day, count: number): Day {
  const first = day(yearOf(on), monthOf(on) + count, 1)
  const lengthThere = Number(day(yearOf(first), monthOf(first) + 1, 0).slice(8))
  const isLast = addDays(on, 1).endsWith('-01')
  const date = isLast ? lengthThere : Math.min(Number(on.slice(8)), lengthThere)
  return day(yearOf(first), monthOf(first), date)
}

const monthsIn: Readonly<Partial<Record<SpanUnit, number>>> = {
  MONTH: 1,
  QUARTER: 3,
  FISCAL_QUARTER: 3,
  HALF: 6,
  FISCAL_HALF: 6,
  YEAR: 12,
  FISCAL_YEAR: 12,
}

/** Moves a day by whole units; weeks and days by their length. */
export function addUnits(on: Day, unit: SpanUnit, count: number): Day {
  const months = monthsIn[unit]
  return months === undefined ? addDays(on, count * (unit === 'WEEK' ? 7 : 1)) : addMonths(on, months * count)
}

/**
 * First day of the unit that the day lies in. Weeks are ISO, from Monday.
 * @param fiscalStart month in which the fiscal year starts, 1 to 12.
 */
export function startOf(on: Day, unit: SpanUnit, fiscalStart: number): Day {
  if (unit === 'DAY') return on
  if (unit === 'WEEK') return addDays(on, -((new Date(instant(on)).getUTCDay() + 6) % 7))
  const months = monthsIn[unit] ?? 1
  const origin = unit.startsWith('FISCAL') ? fiscalStart - 1 : 0
  const since = (((monthOf(on) - 1 - origin) % months) + months) % months
  return day(yearOf(on), monthOf(on) - since, 1)
}

/** Last day of the unit that the day lies in. */
export const endOf = (on: Day, unit: SpanUnit, fiscalStart: number): Day => {
  const start = startOf(on, unit, fiscalStart)
  return addDays(
    unit === 'DAY' ? addDays(start, 1) : unit === 'WEEK' ? addDays(start, 7) : addMonths(start, monthsIn[unit] ?? 1),
    -1,
  )
}

/** First day of a fiscal year, which is named after the calendar year in which it ends. */
export const fiscalYearStart = (year: number, fiscalStart: number): Day =>
  day(fiscalStart === 1 ? year : year - 1, fiscalStart, 1)

/** Monday of an ISO week: week 1 holds the year's first Thursday. */
export const isoWeekStart = (year: number, week: number): Day => addDays(startOf(day(year, 1, 4), 'WEEK', 1), (week - 1) * 7)
