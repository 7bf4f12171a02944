/** Days from first to last, both inclusive, as the graph sends them. */
export interface Days {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

const monthNames = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** Reads `2014-03-31`. */
export function day(date: string): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  return { year, month, day: dayOfMonth }
}

function monthName(month: number): string {
  return monthNames.format(Date.UTC(2000, month - 1))
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

type Whole =
  | { unit: 'month' | 'quarter' | 'year'; first: Day; last: Day }
  | { unit: 'months'; first: Day; last: Day; count: number }

/** Recognises whole calendar months, quarters and years. */
function whole(from: Day, to: Day): Whole | null {
  if (from.day !== 1 || to.day !== lastDayOf(to.year, to.month)) return null
  const count = (to.year - from.year) * 12 + to.month - from.month + 1
  const span = { first: from, last: to }
  if (count === 1) return { unit: 'month', ...span }
  if (count === 3 && from.month % 3 === 1) return { unit: 'quarter', ...span }
  if (count === 12 && from.month === 1) return { unit: 'year', ...span }
  return { unit: 'months', ...span, count }
}

/** `March 2014`, `Q1 2014`, `2013`, `April 2013 to March 2014`, `3 to 9 March 2014`. */
export function periodName(period: Days): string {
  if (!period.from || !period.to)
    return period.from ? `from ${dateName(period.from)}` : period.to ? `up to ${dateName(period.to)}` : 'all time'
  const [from, to] = [day(period.from), day(period.to)]
  const span = whole(from, to)
  if (span?.unit === 'month') return `${monthName(from.month)} ${from.year}`
  if (span?.unit === 'quarter') return `Q${(from.month + 2) / 3} ${from.year}`
  if (span?.unit === 'year') return String(from.year)
  if (span) {
    const start = from.year === to.year ? monthName(from.month) : `${monthName(from.month)} ${from.year}`
    return `${start} to ${monthName(to.month)} ${to.year}`
  }
  if (period.from === period.to) return dateName(period.from)
  return from.year !== to.year
    ? `${dateName(period.from)} to ${dateName(period.to)}`
    : from.month !== to.month
      ? `${from.day} ${monthName(from.month)} to ${dateName(period.to)}`
      : `${from.day} to ${dateName(period.to)}`
}

/** The same without the year where it is `year`: `March`, `Q1`. */
export function shortPeriodName(period: Days, year: number): string {
  const name = periodName(period)
  return name.length > 4 && name.endsWith(` ${year}`) ? name.slice(0, -5) : name
}

/** As part of a sentence, without the year where it is the current one: `in March`, `in March 2014`, `in the 12 months to March 2014`, `from 3 to 9 March 2014`. */
export function periodPhrase(period: Days, currentYear?: number): string {
  if (!period.from || !period.to) return period.from || period.to ? periodName(period) : 'over all time'
  const span = whole(day(period.from), day(period.to))
  const named = shortPeriodName(period, currentYear ?? 0)
  if (!span) return period.from === period.to ? `on ${named}` : `from ${named}`
  if (span.unit === 'months')
    return `in the ${span.count} months to ${shortPeriodName({ from: `${period.to.slice(0, 8)}01`, to: period.to }, currentYear ?? 0)}`
  return `in ${named}`
}

/** `31 March 2014`. */
export function dateName(date: string): string {
  const { year, month, day: dayOfMonth } = day(date)
  return `${dayOfMonth} ${monthName(month)} ${year}`
}

/** `1–31 March 2014`: the days themselves. */
export function daysName(period: Days): string {
  if (!period.from || !period.to) return periodName(period)
  const [from, to] = [day(period.from), day(period.to)]
  if (period.from === period.to) return dateName(period.from)
  if (from.year !== to.year) return `${dateName(period.from)} – ${dateName(period.to)}`
  return from.month === to.month
    ? `${from.day}–${dateName(period.to)}`
    : `${from.day} ${monthName(from.month)} – ${dateName(period.to)}`
}

/** Under an axis: `Mar`, with the year where `withYear`; `Q1 14`, `2013`, `3 Mar` as the grain demands. */
export function axisLabel(period: Days, withYear: boolean): string {
  if (!period.from || !period.to) return ''
  const from = day(period.from)
  const short = String(from.year).slice(2)
  const span = whole(from, day(period.to))
  if (span?.unit === 'year' || (span?.unit === 'months' && span.count === 12)) return String(day(period.to).year)
  if (span?.unit === 'quarter') return withYear ? `Q${(from.month + 2) / 3} ${short}` : `Q${(from.month + 2) / 3}`
  const month = monthName(from.month).slice(0, 3)
  if (span) return withYear ? `${month} ${short}` : month
  return `${from.day} ${month}`
}
