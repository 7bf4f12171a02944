import { badInput } from '../errors.ts'
import { addDays, type Day, earlier } from './days.ts'
import { addUnits, type Calendar, type ClosedRange, startOf, type TimeUnit } from './periods.ts'

/** How many units of time a forecast looks back on at most, and after how many a pattern may repeat. */
const units: Readonly<Record<TimeUnit, { readonly history: number; readonly season: number }>> = {
  DAY: { history: 730, season: 7 },
  WEEK: { history: 260, season: 52 },
  MONTH: { history: 120, season: 12 },
  QUARTER: { history: 60, season: 4 },
  FISCAL_QUARTER: { history: 60, season: 4 },
  YEAR: { history: 40, season: 1 },
  FISCAL_YEAR: { history: 40, season: 1 },
}

/** After how many units of time a pattern may repeat. */
export const seasonOf = (grain: TimeUnit): number => units[grain].season

/** The most steps ahead. */
export const mostSteps = 366

/** The units of time that a forecast learns from, and those that it tells of. */
export interface Course {
  readonly history: readonly ClosedRange[]
  /** Those after the period. */
  readonly future: readonly ClosedRange[]
  /** How many lie between the two: those of the period that are not over. */
  readonly between: number
}

/** What a forecast of `n` units beyond a period learns from and tells of. `last` is the period's last day. */
export function courseOf(last: Day, grain: TimeUnit, n: number, calendar: Calendar): Course {
  const unitAt = (start: Day, count: number): ClosedRange => {
    const from = addUnits(grain, start, count)
    return { from, to: addDays(addUnits(grain, from, 1), -1) }
  }
  const known = earlier(last, calendar.asOf)
  const running = unitAt(startOf(grain, known, calendar), 0)
  const lastWhole = running.to <= known ? running : unitAt(running.from, -1)
  const { history } = units[grain]
  const first = addUnits(grain, startOf(grain, last, calendar), 1)
  let between = 0
  while (addUnits(grain, lastWhole.from, between + 1) < first) {
    between += 1
    if (between > mostSteps) throw badInput('The period ends too long after today for a forecast beyond it; let it end today.')
  }
  return {
    history: Array.from({ length: history }, (_, index) => unitAt(lastWhole.from, index + 1 - history)),
    future: Array.from({ length: n }, (_, index) => unitAt(first, index)),
    between,
  }
}
