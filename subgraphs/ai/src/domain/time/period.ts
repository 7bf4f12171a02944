import type { Day, SpanUnit, TimeUnit } from './calendar.ts'
import { addDays, addMonths, addUnits, daysBetween, endOf, startOf, yearOf } from './calendar.ts'

/** What today is, and when the company's fiscal year starts (month, 1 to 12). */
export interface Clock {
  readonly asOf: Day
  readonly fiscalStart: number
}

/** The days that a question is about, with how the graph is told so. */
export interface Period {
  /** Null: from the beginning. */
  readonly from: Day | null
  /** Null: to the end. */
  readonly to: Day | null
  /** What it is made of: `count` whole units; null where it is made of days that fit none. */
  readonly unit: SpanUnit | null
  readonly count: number
  /** The unit to date, where the words said so: a comparison then takes as many days of the other. */
  readonly toDate: TimeUnit | null
  /** As people say it. */
  readonly words: string
}

export const everything: Period = { from: null, to: null, unit: null, count: 0, toDate: null, words: 'all time' }

export const isEverything = (period: Period): boolean => period.from === null && period.to === null

/** The input of the graph that asks for these days. */
export function periodInput(period: Period): Readonly<Record<string, unknown>> {
  if (isEverything(period)) return { all: true }
  if (period.toDate !== null) return { toDate: period.toDate }
  return { ...(period.from === null ? {} : { from: period.from }), ...(period.to === null ? {} : { to: period.to }) }
}

/** `count` units from the one that starts on `start`. */
export function whole(start: Day, unit: SpanUnit, count: number, clock: Clock, words: string): Period {
  const to = addDays(addUnits(start, unit, count), -1)
  return {
    from: start,
    to: unit === 'DAY' || unit === 'WEEK' ? to : endOf(to, unit, clock.fiscalStart),
    unit,
    count,
    toDate: null,
    words,
  }
}

/** From the first day of one to the last day of the other; their common unit is kept. */
export function joined(first: Period, last: Period): Period {
  const sameUnit = first.unit !== null && first.unit === last.unit && first.from !== null && last.from !== null
  const count = sameUnit && first.unit ? countUnits(first.from ?? '', last.to ?? '', first.unit) : 0
  return {
    from: first.from,
    to: last.to,
    unit: count > 0 ? first.unit : null,
    count,
    toDate: null,
    words: `${first.words} to ${last.words}`,
  }
}

function countUnits(from: Day, to: Day, unit: SpanUnit): number {
  let count = 0
  for (let start = from; start <= to && count < 10_000; start = addUnits(start, unit, 1)) count++
  return count
}

/** The same length of time, `count` units later (earlier where negative). */
export function shifted(period: Period, unit: SpanUnit, count: number): Period {
  const move = (on: Day | null): Day | null => (on === null ? null : addUnits(on, unit, count))
  const from = move(period.from)
  const to = period.unit && from && period.from ? addDays(addUnits(from, period.unit, period.count), -1) : move(period.to)
  const end = period.to !== null && period.unit && period.unit !== 'DAY' && period.unit !== 'WEEK' ? move(period.to) : to
  return {
    ...period,
    from,
    to: period.unit && isWholeEnd(period) ? to : end,
    toDate: null,
    words: wordsOf(from, isWholeEnd(period) ? to : end),
  }
}

/** Whether it ends where its last unit does, not on an earlier today. */
function isWholeEnd(period: Period): boolean {
  if (period.from === null || period.to === null || period.unit === null) return false
  return period.to === addDays(addUnits(period.from, period.unit, period.count), -1)
}

const wordsOf = (from: Day | null, to: Day | null): string => {
  if (from?.endsWith('-01-01') && to?.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  return from === null ? `up to ${to ?? 'the end'}` : `${from} to ${to ?? 'the end'}`
}

export type Compare = 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR' | 'BUDGET'

/** Which of the graph's comparisons holds `main` against `other`; undefined where neither does. */
export function comparisonOf(main: Period, other: Period, clock: Clock): Compare | undefined {
  if (main.from === null || other.from === null) return undefined
  const start = main.unit ? startOf(main.from, main.unit, clock.fiscalStart) : main.from
  if (other.from === addUnits(start, 'YEAR', -1) && similarLength(main, other)) return 'PREVIOUS_YEAR'
  // `March against last year` is held against the March of that year.
  if (
    /^(?:the )?(?:last|previous|prior) (?:fiscal |financial |calendar )?year$/.test(other.words) &&
    isWithinYearAfter(main, other)
  )
    return 'PREVIOUS_YEAR'
  if (main.unit !== null && other.unit === main.unit && other.count === main.count) {
    if (other.from === addUnits(start, main.unit, -main.count)) return 'PREVIOUS_PERIOD'
  }
  if (main.to !== null && other.to === addDays(main.from, -1) && similarLength(main, other)) return 'PREVIOUS_PERIOD'
  return undefined
}

const isWithinYearAfter = (main: Period, year: Period): boolean =>
  main.from !== null && main.to !== null && year.to !== null && main.from > year.to && main.to <= addUnits(year.to, 'YEAR', 1)

function similarLength(main: Period, other: Period): boolean {
  if (main.unit !== null && main.unit === other.unit && main.count === other.count) return true
  if (main.from === null || main.to === null || other.from === null || other.to === null) return false
  return Math.abs(daysBetween(main.from, main.to) - daysBetween(other.from, other.to)) <= 1
}

/** Gives a month, quarter or half without a year that of another. */
export function inYearOf(period: Period, other: Period): Period {
  const year = other.from === null ? undefined : yearOf(other.from)
  if (period.from === null || year === undefined) return period
  const move = (on: Day | null): Day | null => (on === null ? null : addMonths(on, 12 * (year - yearOf(period.from ?? on))))
  const moved = { ...period, from: move(period.from), to: move(period.to) }
  return { ...moved, words: period.words.replace(/\d{4}/, String(year)) }
}
