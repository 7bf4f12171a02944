import type { Metric } from '@aems/schema/catalogue.ts'
import type { Meaning } from './meaning.ts'
import type { Reading } from './reading.ts'
import { daysBetween, type TimeUnit } from './time/calendar.ts'
import { type Clock, comparisonOf, everything, isEverything, type Period, shifted } from './time/period.ts'

type Timing = Pick<Meaning, 'period' | 'periodNamed' | 'grain' | 'compare'>

/** The period that is asked about, by which units, and what it is compared with. */
export function timing(reading: Reading, metrics: readonly Metric[], clock: Clock): Timing {
  const { time, slots } = reading
  const asOf = metrics.length > 0 && metrics.some((metric) => metric.asOf)
  let { period } = time
  let compare = time.compare
  if (!period && time.against) {
    const base = currentAfter(time.against, clock)
    period = base
    compare = comparisonOf(base, time.against, clock) ?? 'PREVIOUS_YEAR'
  }
  const named = period !== null
  const grows = slots.change && compare === null && time.grain === null
  const open = period !== null && (period.unit === null || isEverything(period))
  let grain: Meaning['grain'] | 'AUTO' = time.grain
  if (grows && (!named || open)) grain = 'AUTO'
  if (grows && named && !open) compare = 'PREVIOUS_YEAR'
  if (!period && compare !== null) period = toDate(clock)
  if (!period && time.future) period = time.future
  const settled = period ?? (asOf && grain === null ? today(clock) : everything)
  return { period: settled, periodNamed: named, grain: grain === 'AUTO' ? grainFor(settled) : grain, compare }
}

const today = (clock: Clock): Period => ({
  from: null,
  to: clock.asOf,
  unit: null,
  count: 0,
  toDate: null,
  words: `on ${clock.asOf}`,
})
/** From the beginning of the year to today. */
export const toDate = (clock: Clock): Period => ({
  from: `${clock.asOf.slice(0, 4)}-01-01`,
  to: clock.asOf,
  unit: 'YEAR',
  count: 1,
  toDate: 'YEAR',
  words: 'this year to date',
})

/** The unit after the one held against; to date where today lies in it. */
export function currentAfter(other: Period, clock: Clock): Period {
  const next = shifted(other, other.unit ?? 'YEAR', other.count || 1)
  const unit = other.unit
  if (
    next.from !== null &&
    next.to !== null &&
    next.from <= clock.asOf &&
    clock.asOf <= next.to &&
    unit &&
    unit !== 'HALF' &&
    unit !== 'FISCAL_HALF' &&
    other.count === 1
  ) {
    return { ...next, to: clock.asOf, toDate: unit, words: `this ${unit.toLowerCase().replace('_', ' ')}` }
  }
  return next
}

/** A grain that gives a course worth drawing. */
export function grainFor(period: Period): TimeUnit {
  if (period.from === null || period.to === null) return 'MONTH'
  const { unit, count } = period
  if (count >= 4 && unit !== null && unit !== 'HALF' && unit !== 'FISCAL_HALF' && unit !== 'DAY') return unit
  const days = daysBetween(period.from, period.to)
  return days <= 45 ? 'DAY' : days <= 1100 ? 'MONTH' : 'QUARTER'
}
