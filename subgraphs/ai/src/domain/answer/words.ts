import type { Meaning } from '../meaning.ts'
import { months } from '../time/grammar/words.ts'
import { isEverything, type Period } from '../time/period.ts'
import { assumptionWords } from '../whatif/words.ts'
import type { Days } from './figures.ts'

/** `March 2014`; the names are those that the grammar of time reads. */
const monthName = (day: string): string => {
  const name = months[Number(day.slice(5, 7)) - 1] ?? ''
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${day.slice(0, 4)}`
}
const longDay = (day: string): string => `${Number(day.slice(8))} ${monthName(day)}`
const lastOf = (year: string, month: string): string =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)

/** Days in words, as short as they can be said: `2013`, `Q1 2014`, `May 2014`, `1 July 2013 to 30 June 2014`. */
export function daysInWords({ from, to }: Days): string {
  if (from === null && to === null) return 'all time'
  if (from === null) return `up to ${longDay(to ?? '')}`
  if (to === null) return `since ${longDay(from)}`
  if (from === to) return longDay(from)
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  const month = from.slice(5, 7)
  if (from.endsWith('-01') && to === lastOf(year, month)) return monthName(from)
  const quarter = (Number(month) - 1) / 3
  if (from.endsWith('-01') && Number.isInteger(quarter) && to === lastOf(year, String(Number(month) + 2)))
    return `Q${quarter + 1} ${year}`
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return `${year} to ${to.slice(0, 4)}`
  return `${longDay(from)} to ${longDay(to)}`
}

/** The period of a meaning in words, with how it was said where that is not the same. */
export function periodInWords(period: Period): string {
  if (isEverything(period)) return 'all time'
  const days = daysInWords(period)
  return /^(FY\d|this|last|so far|[yqmw]td|the last|past)/i.test(period.words) ? `${period.words} (${days})` : days
}

/** `in 2013`, `over all time`, `on 30 June 2014`. */
export function during(meaning: Meaning): string {
  const { period, metrics } = meaning
  const asOf = metrics.length > 0 && metrics.every((metric) => metric.asOf)
  if (isEverything(period)) return 'over all time'
  if (asOf && period.to && meaning.grain === null) return `on ${longDay(period.to)}`
  if (period.from !== null && period.from === period.to) return `on ${daysInWords(period)}`
  if (period.from === null || period.to === null) return daysInWords(period)
  // `sales this year`, `sales last quarter`, but `sales in 2013` and `sales in the last 12 months`.
  return /^(this|so far|last (?!\d))/i.test(periodInWords(period)) ? periodInWords(period) : `in ${periodInWords(period)}`
}

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `for Bikes`, `without Canada and United Kingdom`; empty without conditions. */
export const limited = (meaning: Meaning): string =>
  meaning.where
    .map(({ members, not }) => `${not ? 'without' : 'for'} ${list(members.slice(0, 6).map(({ label }) => label))}`)
    .join(' ')

export const byWords = (meaning: Meaning): string =>
  meaning.by.length === 0 ? '' : `by ${list(meaning.by.map(({ label }) => label.toLowerCase()))}`

const grains: Readonly<Record<string, string>> = {
  DAY: 'by day',
  WEEK: 'by week',
  MONTH: 'by month',
  QUARTER: 'by quarter',
  YEAR: 'by year',
  FISCAL_QUARTER: 'by fiscal quarter',
  FISCAL_YEAR: 'by fiscal year',
}
export const grainWords = (meaning: Meaning): string => (meaning.grain ? (grains[meaning.grain] ?? '') : '')

export const compareWords = (meaning: Meaning): string =>
  meaning.compare === 'PREVIOUS_YEAR'
    ? 'compared with a year earlier'
    : meaning.compare === 'PREVIOUS_PERIOD'
      ? 'compared with the period before'
      : meaning.compare === 'BUDGET'
        ? 'compared with the budget'
        : ''

const ops = { '>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'at most' } as const
export const boundWords = (meaning: Meaning): string[] =>
  meaning.having.map(({ metric, op, value }) => `${metric.label.toLowerCase()} ${ops[op]} ${value}`)

/** One removable part of what was understood. */
export interface Chip {
  readonly slot: 'assumption' | 'metric' | 'period' | 'compare' | 'grain' | 'by' | 'where' | 'having' | 'order' | 'first'
  readonly label: string
}

/** What was understood, in plain words. */
export function chipsOf(meaning: Meaning): Chip[] {
  const { order, first } = meaning
  const chips: (Chip | false)[] = [
    ...meaning.metrics.map(({ label }): Chip => ({ slot: 'metric', label })),
    (meaning.metrics.length > 0 || meaning.periodNamed) && { slot: 'period', label: periodInWords(meaning.period) },
    ...meaning.where.map(
      ({ members, not }): Chip => ({
        slot: 'where',
        label: `${not ? 'without ' : ''}${list(members.slice(0, 6).map(({ label }) => label))}`,
      }),
    ),
    ...meaning.by.map(({ label }): Chip => ({ slot: 'by', label: `by ${label.toLowerCase()}` })),
    assumptionWords(meaning.assumption) !== '' && { slot: 'assumption', label: assumptionWords(meaning.assumption) },
    meaning.grain !== null && { slot: 'grain', label: grainWords(meaning) },
    meaning.compare !== null && { slot: 'compare', label: compareWords(meaning) },
    ...boundWords(meaning).map((label): Chip => ({ slot: 'having', label })),
    order !== null && {
      slot: 'order',
      label: `${order.direction === 'desc' ? 'largest' : 'smallest'} ${order.of === 'value' ? order.by.label.toLowerCase() : 'change'} first`,
    },
    first !== null && { slot: 'first', label: `first ${first}` },
  ]
  return chips.filter((chip) => chip !== false)
}
