import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedBuckets, comparedPeriod } from '../metrics/comparison.ts'
import { addDays, addMonths, daysBetween, isDay } from '../metrics/days.ts'
import {
  buckets,
  type Calendar,
  type ClosedRange,
  type PeriodInput,
  resolvePeriod,
  startOf,
  type TimeUnit,
} from '../metrics/periods.ts'

const calendar: Calendar = { asOf: '2014-06-18', fiscalYearStartMonth: 7 }
const resolve = (input: PeriodInput, at = calendar) => {
  const { from, to } = resolvePeriod(input, at)
  return [from, to]
}
const compare = (comparison: 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR', input: PeriodInput, at = calendar) => {
  const { from, to } = comparedPeriod(comparison, resolvePeriod(input, at), at)
  return [from, to]
}

const units: TimeUnit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR']
const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count))
const range = fc.tuple(day, fc.integer({ min: 0, max: 2_000 })).map(([from, length]) => ({ from, to: addDays(from, length) }))
const anyCalendar = fc.record({ asOf: day, fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }) })

test('an explicit range is taken as it is, open ends too', () => {
  expect(resolve({ from: '2013-01-01', to: '2030-12-31' })).toEqual(['2013-01-01', '2030-12-31'])
  expect(resolve({ from: '2013-01-01' })).toEqual(['2013-01-01', null])
  expect(resolve({ all: true })).toEqual([null, null])
})

test('the last n units are the whole ones before the current one', () => {
  expect(resolve({ last: { n: 1, unit: 'DAY' } })).toEqual(['2014-06-17', '2014-06-17'])
  expect(resolve({ last: { n: 2, unit: 'WEEK' } })).toEqual(['2014-06-02', '2014-06-15'])
  expect(resolve({ last: { n: 3, unit: 'MONTH' } })).toEqual(['2014-03-01', '2014-05-31'])
  expect(resolve({ last: { n: 1, unit: 'QUARTER' } })).toEqual(['2014-01-01', '2014-03-31'])
  expect(resolve({ last: { n: 1, unit: 'FISCAL_YEAR' } })).toEqual(['2012-07-01', '2013-06-30'])
})

test('this unit is whole; to date ends today', () => {
  expect(resolve({ this: 'MONTH' })).toEqual(['2014-06-01', '2014-06-30'])
  expect(resolve({ this: 'WEEK' })).toEqual(['2014-06-16', '2014-06-22'])
  expect(resolve({ this: 'FISCAL_YEAR' })).toEqual(['2013-07-01', '2014-06-30'])
  expect(resolve({ toDate: 'YEAR' })).toEqual(['2014-01-01', '2014-06-18'])
  expect(resolve({ toDate: 'FISCAL_QUARTER' })).toEqual(['2014-04-01', '2014-06-18'])
})

test('a fiscal year of February is split into quarters that begin in February, May, August and November', () => {
  const february: Calendar = { asOf: '2014-01-15', fiscalYearStartMonth: 2 }
  expect(resolve({ this: 'FISCAL_QUARTER' }, february)).toEqual(['2013-11-01', '2014-01-31'])
  expect(resolve({ this: 'FISCAL_YEAR' }, february)).toEqual(['2013-02-01', '2014-01-31'])
})

test.each<[PeriodInput, RegExp]>([
  [{}, /says nothing. Give one of/],
  [{ all: false }, /says nothing/],
  [{ from: '2014-01-01', all: true }, /gives from\/to and all; give exactly one/],
  [{ from: '2014-02-01', to: '2014-01-01' }, /runs backwards: it begins on 2014-02-01 and ends on 2014-01-01/],
  [{ from: '2014-02-30' }, /first day “2014-02-30” is not a day of the calendar/],
  [{ to: '14-1-1' }, /last day “14-1-1” is not a day/],
  [{ last: { n: 0, unit: 'DAY' } }, /last 0 units are no period; n must be from 1 to 10,000/],
])('a period that can not be meant is refused: %j', (input, message) => {
  expect(() => resolvePeriod(input, calendar)).toThrow(message)
})

test('whole calendar units compare with the aligned units before', () => {
  expect(compare('PREVIOUS_PERIOD', { from: '2013-02-01', to: '2013-02-28' })).toEqual(['2013-01-01', '2013-01-31'])
  expect(compare('PREVIOUS_PERIOD', { from: '2013-04-01', to: '2013-06-30' })).toEqual(['2013-01-01', '2013-03-31'])
  expect(compare('PREVIOUS_PERIOD', { last: { n: 1, unit: 'WEEK' } })).toEqual(['2014-06-02', '2014-06-08'])
  expect(compare('PREVIOUS_PERIOD', { from: '2012-01-01', to: '2012-12-31' })).toEqual(['2011-01-01', '2011-12-31'])
})

test('other ranges compare with as many days before', () => {
  expect(compare('PREVIOUS_PERIOD', { from: '2013-03-05', to: '2013-03-14' })).toEqual(['2013-02-23', '2013-03-04'])
})

test('a unit that is not over compares with as many days of the one before', () => {
  expect(compare('PREVIOUS_PERIOD', { toDate: 'MONTH' })).toEqual(['2014-05-01', '2014-05-18'])
  expect(compare('PREVIOUS_PERIOD', { this: 'MONTH' })).toEqual(['2014-05-01', '2014-05-18'])
  expect(compare('PREVIOUS_PERIOD', { toDate: 'QUARTER' })).toEqual(['2014-01-01', '2014-03-20'])
  const march: Calendar = { asOf: '2014-03-30', fiscalYearStartMonth: 1 }
  expect(compare('PREVIOUS_PERIOD', { toDate: 'MONTH' }, march)).toEqual(['2014-02-01', '2014-02-28'])
})

test('the year before has the same days; 29 February compares with 28, a whole February with a whole one', () => {
  const leap: Calendar = { asOf: '2024-03-01', fiscalYearStartMonth: 1 }
  expect(compare('PREVIOUS_YEAR', { this: 'YEAR' })).toEqual(['2013-01-01', '2013-06-18'])
  expect(compare('PREVIOUS_YEAR', { from: '2024-02-29', to: '2024-02-29' }, leap)).toEqual(['2023-02-28', '2023-02-28'])
  expect(compare('PREVIOUS_YEAR', { from: '2013-02-01', to: '2013-02-28' })).toEqual(['2012-02-01', '2012-02-29'])
})

test('an open period compares with nothing', () => {
  expect(() => compare('PREVIOUS_YEAR', { all: true })).toThrow(/needs a period with a first and a last day/)
})

test('buckets tile the range, and each but the first begins a unit', () => {
  fc.assert(
    fc.property(range, fc.constantFrom(...units), anyCalendar, (whole, grain, at) => {
      const found = buckets(whole, grain, at)
      expect(found[0]?.from).toBe(whole.from)
      expect(found.at(-1)?.to).toBe(whole.to)
      for (const [index, { from, to }] of found.entries()) {
        expect(from <= to).toBe(true)
        const next = found[index + 1]
        if (next) expect(next.from).toBe(addDays(to, 1))
        if (index > 0) expect(startOf(grain, from, at)).toBe(from)
      }
    }),
  )
})

test('what is compared with lies before, and is as long unless it is whole months', () => {
  fc.assert(
    fc.property(range, anyCalendar, (whole, at) => {
      const period = resolvePeriod(whole, at)
      const elapsed: ClosedRange = { from: whole.from, to: at.asOf >= whole.from && at.asOf < whole.to ? at.asOf : whole.to }
      const before = comparedPeriod('PREVIOUS_PERIOD', period, at)
      expect(addDays(before.to, 1)).toBe(whole.from)
      const isWhole = elapsed.from.endsWith('-01') && addDays(elapsed.to, 1).endsWith('-01')
      if (!isWhole) expect(daysBetween(before.from, before.to)).toBe(daysBetween(elapsed.from, elapsed.to))
    }),
  )
})

test('buckets compared with do not overlap and stay within what the period compares with', () => {
  const comparison = fc.constantFrom('PREVIOUS_PERIOD' as const, 'PREVIOUS_YEAR' as const)
  fc.assert(
    fc.property(range, fc.constantFrom(...units), comparison, anyCalendar, (whole, grain, against, at) => {
      const compared = comparedPeriod(against, resolvePeriod(whole, at), at)
      let last = addDays(compared.from, -1)
      for (const bucket of comparedBuckets(buckets(whole, grain, at), grain, compared)) {
        if (bucket === null) continue
        expect(bucket.from > last && bucket.from <= bucket.to && bucket.to <= compared.to).toBe(true)
        last = bucket.to
      }
    }),
  )
})

test('months of a year compare with the same months of the year before', () => {
  const period = resolvePeriod({ from: '2013-01-01', to: '2013-03-31' }, calendar)
  const found = buckets({ from: '2013-01-01', to: '2013-03-31' }, 'MONTH', calendar)
  expect(comparedBuckets(found, 'MONTH', comparedPeriod('PREVIOUS_YEAR', period, calendar))).toEqual([
    { from: '2012-01-01', to: '2012-01-31' },
    { from: '2012-02-01', to: '2012-02-29' },
    { from: '2012-03-01', to: '2012-03-31' },
  ])
})

test('days of March beyond the 28th have none beside them in February', () => {
  const march = { from: '2013-03-01', to: '2013-03-31' }
  const found = comparedBuckets(
    buckets(march, 'DAY', calendar),
    'DAY',
    comparedPeriod('PREVIOUS_PERIOD', resolvePeriod(march, calendar), calendar),
  )
  expect(found[27]).toEqual({ from: '2013-02-28', to: '2013-02-28' })
  expect(found.slice(28)).toEqual([null, null, null])
})

test('a month after a longer one ends where the shorter ends', () => {
  expect(addMonths('2012-03-31', -1)).toBe('2012-02-29')
  expect(isDay('2013-02-29')).toBe(false)
})
