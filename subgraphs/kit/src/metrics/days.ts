/** A calendar day, YYYY-MM-DD. Such strings sort as the days do. */
export type Day = string

const millisecondsPerDay = 86_400_000

const format = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10)
const parse = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Whether it is written YYYY-MM-DD and is in the calendar. Answers hold thousands of days: no date is made of them. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false
  const [year, month, day] = [yearOf(written), monthOf(written), dayOfMonth(written)]
  const last = month === 1 && isLeap(year) ? 29 : lengths[month]
  return last !== undefined && day >= 1 && day <= last
}

export const addDays = (day: Day, count: number): Day => format(parse(day) + count * millisecondsPerDay)

/** Days from `from` to `to`; 0 where they are the same. */
export const daysBetween = (from: Day, to: Day): number => Math.round((parse(to) - parse(from)) / millisecondsPerDay)

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

const yearOf = (day: Day): number => Number(day.slice(0, 4))
const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1
const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))

/** First day of the month that lies `months` after the one of `day`. */
function monthStart(day: Day, months: number): Day {
  const date = new Date(0)
  date.setUTCFullYear(yearOf(day), monthOf(day) + months, 1)
  return format(date.getTime())
}

const lastOfMonth = (day: Day): Day => addDays(monthStart(day, 1), -1)

export const isFirstOfMonth = (day: Day): boolean => day.endsWith('-01')
export const isLastOfMonth = (day: Day): boolean => day === lastOfMonth(day)

/** The same day of another month; the last one where that month is shorter: 31 March less one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const first = monthStart(day, months)
  return earlier(addDays(first, dayOfMonth(day) - 1), lastOfMonth(first))
}

/** As `addMonths`, but the end of a month stays the end of one: 28 February less one month is 31 January. */
export const addMonthsToEnd = (day: Day, months: number): Day =>
  isLastOfMonth(day) ? lastOfMonth(monthStart(day, months)) : addMonths(day, months)

/** Whole months from the month of `from` to the month of `to`. */
export const monthsBetween = (from: Day, to: Day): number => (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)

/** Monday of the day's ISO week. */
export const startOfWeek = (day: Day): Day => addDays(day, -((new Date(parse(day)).getUTCDay() + 6) % 7))

/** First day of the span of `length` months that holds the day; spans begin with `firstMonth`, 1 to 12. */
export function startOfMonths(day: Day, length: number, firstMonth: number): Day {
  const into = (((monthOf(day) + 1 - firstMonth) % length) + length) % length
  return monthStart(day, -into)
}
