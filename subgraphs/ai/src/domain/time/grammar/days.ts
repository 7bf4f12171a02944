import type { Day, SpanUnit, TimeUnit } from '../calendar.ts'
import { addDays, addUnits, day, fiscalYearStart, isDay, startOf, yearOf } from '../calendar.ts'
import type { Clock, Period } from '../period.ts'
import { whole } from '../period.ts'
import { type Said, said } from './said.ts'
import { monthNumber } from './words.ts'

/** The latest unit of that place in its year that has begun. */
export function latest(make: (year: number) => Period, clock: Clock): Period {
  const year = yearOf(clock.asOf) + 1
  for (let back = 0; back < 3; back++) {
    const period = make(year - back)
    if (period.from !== null && period.from <= clock.asOf) return period
  }
  return make(year - 2)
}

export const inYear =
  (unit: SpanUnit, place: number, clock: Clock, fiscal: boolean, words: string) =>
  (year: number): Period => {
    const start = fiscal ? fiscalYearStart(year, clock.fiscalStart) : day(year, 1, 1)
    return whole(addUnits(start, unit, place - 1), unit, 1, clock, `${words} ${fiscal ? 'FY' : ''}${year}`)
  }

export function toDate(unit: TimeUnit, clock: Clock, words: string): Period {
  return { from: startOf(clock.asOf, unit, clock.fiscalStart), to: clock.asOf, unit, count: 1, toDate: unit, words }
}

export function current(unit: SpanUnit, clock: Clock, words: string): Period {
  if (unit === 'DAY') return whole(clock.asOf, 'DAY', 1, clock, words)
  if (unit !== 'HALF' && unit !== 'FISCAL_HALF') return toDate(unit, clock, words)
  return { from: startOf(clock.asOf, unit, clock.fiscalStart), to: clock.asOf, unit, count: 1, toDate: null, words }
}

export const back = (unit: SpanUnit, units: number, clock: Clock, words: string): Period =>
  whole(addUnits(startOf(clock.asOf, unit, clock.fiscalStart), unit, -units), unit, 1, clock, words)

/** The n units that end today. */
export function trailing(count: number, unit: SpanUnit, clock: Clock, words: string): Period {
  const from =
    unit === 'DAY' || unit === 'WEEK'
      ? addDays(clock.asOf, 1 - count * (unit === 'WEEK' ? 7 : 1))
      : addDays(addUnits(clock.asOf, unit, -count), 1)
  return { from, to: clock.asOf, unit, count, toDate: null, words }
}

export function ahead(count: number, unit: SpanUnit, clock: Clock, words: string): Said {
  const start = addUnits(startOf(clock.asOf, unit, clock.fiscalStart), unit, 1)
  return { kind: 'future', period: whole(start, unit, count, clock, words) }
}

export const onDay = (on: Day, clock: Clock): Said | undefined => (isDay(on) ? said(whole(on, 'DAY', 1, clock, on)) : undefined)
export const dated = (year: string, month: string, date: string): Day =>
  `${year}-${String(monthNumber(month)).padStart(2, '0')}-${date.padStart(2, '0')}`

export const weekOf = (on: Day, clock: Clock): Said | undefined =>
  isDay(on) ? said(whole(startOf(on, 'WEEK', 1), 'WEEK', 1, clock, `the week of ${on}`)) : undefined
