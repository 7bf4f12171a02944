/** How long a control may go untested. */
export interface Interval {
  readonly months: number
  readonly days: number
}

const months = (count: number): Interval => ({ months: count, days: 0 })
const days = (count: number): Interval => ({ months: 0, days: count })

/** How people write how often a control is tested. What is not here, such as `ad hoc`, sets no day. */
export const intervals: Readonly<Record<string, Interval>> = {
  continuous: days(1),
  daily: days(1),
  weekly: days(7),
  biweekly: days(14),
  fortnightly: days(14),
  monthly: months(1),
  bimonthly: months(2),
  quarterly: months(3),
  'semi-annual': months(6),
  'semi-annually': months(6),
  semiannual: months(6),
  semiannually: months(6),
  'half-yearly': months(6),
  biannual: months(6),
  biannually: months(6),
  annual: months(12),
  annually: months(12),
  yearly: months(12),
  biennial: months(24),
  biennially: months(24),
  'every two years': months(24),
}

/** What a control's frequency says; undefined where it says no interval. */
export const intervalOf = (frequency: string | null): Interval | undefined => intervals[frequency?.trim().toLowerCase() ?? '']

/**
 * The day on which the interval after `day` ends, YYYY-MM-DD. Months end with their last day: a month after 31 January is
 * 28 or 29 February, as PostgreSQL has it.
 */
export function dayAfter(day: string, interval: Interval): string {
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + interval.months)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth) + interval.days)
  return date.toISOString().slice(0, 10)
}
