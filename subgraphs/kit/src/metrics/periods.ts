import { badInput } from '../errors.ts'
import { addDays, addMonths, type Day, earlier, isDay, startOfMonths, startOfWeek } from './days.ts'

export type TimeUnit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR'

/** Days from first to last, both inclusive. Null: open. */
export interface Range {
  readonly from: Day | null
  readonly to: Day | null
}

/** Days from first to last, both inclusive and both known. */
export interface ClosedRange {
  readonly from: Day
  readonly to: Day
}

type Maybe<Value> = Value | null | undefined

/** `PeriodInput` of the graph. */
export interface PeriodInput {
  readonly from?: Maybe<Day>
  readonly to?: Maybe<Day>
  readonly last?: Maybe<{ readonly n: number; readonly unit: TimeUnit }>
  readonly this?: Maybe<TimeUnit>
  readonly toDate?: Maybe<TimeUnit>
  readonly all?: Maybe<boolean>
}

/** What relative periods count from. */
export interface Calendar {
  /** The day that today means. */
  readonly asOf: Day
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStartMonth: number
}

/** A period as it was meant. */
export interface Period extends Range {
  /** The current unit that it is or begins, where it was named as one: what it compares with is the unit before. */
  readonly current: TimeUnit | null
}

const monthsOf: Partial<Record<TimeUnit, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12, FISCAL_QUARTER: 3, FISCAL_YEAR: 12 }

/** Months in the unit; null for days and weeks. */
export const monthsIn = (unit: TimeUnit): number | null => monthsOf[unit] ?? null

/** First day of the unit that holds `day`. Weeks are ISO weeks; fiscal units start with the fiscal year. */
export function startOf(unit: TimeUnit, day: Day, { fiscalYearStartMonth }: Calendar): Day {
  if (unit === 'DAY') return day
  if (unit === 'WEEK') return startOfWeek(day)
  return startOfMonths(day, monthsIn(unit) ?? 1, unit.startsWith('FISCAL') ? fiscalYearStartMonth : 1)
}

/** `count` units after the unit that begins on `start`. */
export function addUnits(unit: TimeUnit, start: Day, count: number): Day {
  const months = monthsIn(unit)
  if (months !== null) return addMonths(start, months * count)
  return addDays(start, unit === 'WEEK' ? 7 * count : count)
}

const longestLast = 10_000

function checkedDay(day: Day, what: string): Day {
  if (isDay(day)) return day
  throw badInput(`The period's ${what} “${day}” is not a day of the calendar; write it as YYYY-MM-DD.`)
}

const ways = {
  range: 'from/to',
  last: 'last',
  this: 'this',
  toDate: 'toDate',
  all: 'all',
} as const

function wayOf(input: PeriodInput): keyof typeof ways {
  const given: (keyof typeof ways)[] = []
  if (input.from != null || input.to != null) given.push('range')
  if (input.last != null) given.push('last')
  if (input.this != null) given.push('this')
  if (input.toDate != null) given.push('toDate')
  if (input.all === true) given.push('all')
  const [way, second] = given
  if (way === undefined) {
    throw badInput('The period says nothing. Give one of: from and to, last, this, toDate, or all: true.')
  }
  if (second !== undefined) {
    throw badInput(`The period gives ${given.map((each) => ways[each]).join(' and ')}; give exactly one of them.`)
  }
  return way
}

/**
 * The days that a period means. Relative periods count from `asOf`; explicit ranges are taken as they are.
 * @throws {GraphError} BAD_INPUT where it gives none or several of its ways, runs backwards, or counts less than one unit.
 */
export function resolvePeriod(input: PeriodInput, calendar: Calendar): Period {
  const { asOf } = calendar
  switch (wayOf(input)) {
    case 'all':
      return { from: null, to: null, current: null }
    case 'range': {
      const from = input.from == null ? null : checkedDay(input.from, 'first day')
      const to = input.to == null ? null : checkedDay(input.to, 'last day')
      if (from !== null && to !== null && from > to) {
        throw badInput(`The period runs backwards: it begins on ${from} and ends on ${to}. Exchange the two days.`)
      }
      return { from, to, current: null }
    }
    case 'last': {
      const { n, unit } = input.last ?? { n: 0, unit: 'DAY' }
      if (!Number.isInteger(n) || n < 1 || n > longestLast) {
        throw badInput(`The last ${n} units are no period; n must be from 1 to ${longestLast.toLocaleString('en')}.`)
      }
      const start = startOf(unit, asOf, calendar)
      return { from: addUnits(unit, start, -n), to: addDays(start, -1), current: null }
    }
    case 'this': {
      const unit = input.this ?? 'DAY'
      const start = startOf(unit, asOf, calendar)
      return { from: start, to: addDays(addUnits(unit, start, 1), -1), current: unit }
    }
    case 'toDate': {
      const unit = input.toDate ?? 'DAY'
      return { from: startOf(unit, asOf, calendar), to: asOf, current: unit }
    }
  }
}

/** The units of time of a closed range, cut to it, in order. */
export function buckets(range: ClosedRange, grain: TimeUnit, calendar: Calendar): ClosedRange[] {
  const found: ClosedRange[] = []
  let from = range.from
  while (from <= range.to) {
    const next = addUnits(grain, startOf(grain, from, calendar), 1)
    found.push({ from, to: earlier(addDays(next, -1), range.to) })
    from = next
  }
  return found
}
