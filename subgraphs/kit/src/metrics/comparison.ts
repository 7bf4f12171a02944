import { badInput } from '../errors.ts'
import {
  addDays,
  addMonths,
  addMonthsToEnd,
  type Day,
  daysBetween,
  earlier,
  isFirstOfMonth,
  isLastOfMonth,
  monthsBetween,
} from './days.ts'
import { addUnits, type Calendar, type ClosedRange, monthsIn, type Period, type TimeUnit } from './periods.ts'

/** Where the days compared with lie: so many months or days before. */
type Shift = { readonly months: number } | { readonly days: number }

/** What a period is compared with. */
export interface Compared extends ClosedRange {
  readonly shift: Shift
}

const isWholeMonths = ({ from, to }: ClosedRange): boolean => isFirstOfMonth(from) && isLastOfMonth(to)

const shiftStart = (day: Day, shift: Shift): Day =>
  'months' in shift ? addMonths(day, -shift.months) : addDays(day, -shift.days)

/** The last day of whole months stays one: February 2025 compares with all 29 days of February 2024. */
function shiftEnd(range: ClosedRange, shift: Shift): Day {
  if ('days' in shift) return addDays(range.to, -shift.days)
  return isWholeMonths(range) ? addMonthsToEnd(range.to, -shift.months) : addMonths(range.to, -shift.months)
}

/** The part of a period that has been: figures of days to come compare with nothing. */
function elapsed(period: Period, { asOf }: Calendar): ClosedRange {
  const { from, to } = period
  if (from === null || to === null) {
    throw badInput('A comparison needs a period with a first and a last day; give from and to, last, this or toDate.')
  }
  return { from, to: from <= asOf && asOf < to ? asOf : to }
}

/**
 * The period before. Whole calendar months compare with as many months before, so February with January and a quarter with
 * a quarter; a current unit that is not over with as many days of the unit before; anything else with as many days before.
 */
function previousPeriod(period: Period, calendar: Calendar): Compared {
  const range = elapsed(period, calendar)
  if (isWholeMonths(range)) {
    const shift = { months: monthsBetween(range.from, range.to) + 1 }
    return { from: shiftStart(range.from, shift), to: shiftEnd(range, shift), shift }
  }
  if (period.current !== null) {
    const from = addUnits(period.current, range.from, -1)
    const to = earlier(addDays(from, daysBetween(range.from, range.to)), addDays(range.from, -1))
    const months = monthsIn(period.current)
    return { from, to, shift: months === null ? { days: daysBetween(from, range.from) } : { months } }
  }
  const shift = { days: daysBetween(range.from, range.to) + 1 }
  return { from: shiftStart(range.from, shift), to: shiftEnd(range, shift), shift }
}

/** The same days a year earlier; 29 February compares with 28 February. */
function previousYear(period: Period, calendar: Calendar): Compared {
  const range = elapsed(period, calendar)
  const shift = { months: 12 }
  return { from: shiftStart(range.from, shift), to: shiftEnd(range, shift), shift }
}

/**
 * The days that a period is compared with. A period that is not over compares with the same number of days of the other.
 * @throws {GraphError} BAD_INPUT where the period is open.
 */
export function comparedPeriod(comparison: 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR', period: Period, calendar: Calendar): Compared {
  return comparison === 'PREVIOUS_PERIOD' ? previousPeriod(period, calendar) : previousYear(period, calendar)
}

/** For each bucket, the days that it compares with; null where they lie outside of what the period compares with. */
export function comparedBuckets(found: readonly ClosedRange[], grain: TimeUnit, compared: Compared): (ClosedRange | null)[] {
  const [first] = found
  if (first === undefined) return []
  // Days and weeks of a longer month have none beside them in a shorter one: they go by their place in the period.
  const byPlace = monthsIn(grain) === null && !('months' in compared.shift && compared.shift.months === 12)
  const shift = byPlace ? { days: daysBetween(compared.from, first.from) } : compared.shift
  let last: Day = ''
  return found.map((bucket, index) => {
    const from = shiftStart(bucket.from, shift)
    const isLast = index === found.length - 1 && monthsIn(grain) !== null
    const to = isLast ? compared.to : earlier(shiftEnd(bucket, shift), compared.to)
    if (from > to || from <= last) return null
    last = to
    return { from, to }
  })
}
