import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '../domain/language/text.ts'
import { addDays, addMonths, addUnits, daysBetween, endOf, isoWeekStart, startOf } from '../domain/time/calendar.ts'
import { readTime } from '../domain/time/reading.ts'

const clock = { asOf: '2024-05-15', fiscalStart: 4 }
const read = (words: string) => readTime(readText(words), clock, new Set())
const days = (words: string) => {
  const { period } = read(words)
  return period && [period.from, period.to]
}

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['in calendar 2023', '2023-01-01', '2023-12-31'],
  ['in March 2024', '2024-03-01', '2024-03-31'],
  ['in November', '2023-11-01', '2023-11-30'],
  ['Q4 2023', '2023-10-01', '2023-12-31'],
  ["Q4 '23", '2023-10-01', '2023-12-31'],
  ['2023Q4', '2023-10-01', '2023-12-31'],
  ['the third quarter of 2023', '2023-07-01', '2023-09-30'],
  ['Q2', '2024-04-01', '2024-06-30'],
  ['Q3', '2023-07-01', '2023-09-30'],
  ['H1 2023', '2023-01-01', '2023-06-30'],
  ['first half of 2023', '2023-01-01', '2023-06-30'],
  ['FY24', '2023-04-01', '2024-03-31'],
  ['fiscal 2024', '2023-04-01', '2024-03-31'],
  ['Q1 FY2024', '2023-04-01', '2023-06-30'],
  ['last year', '2023-01-01', '2023-12-31'],
  ['last quarter', '2024-01-01', '2024-03-31'],
  ['last week', '2024-05-06', '2024-05-12'],
  ['the quarter before last', '2023-10-01', '2023-12-31'],
  ['over the last 6 months', '2023-11-16', '2024-05-15'],
  ['past 2 weeks', '2024-05-02', '2024-05-15'],
  ['this quarter', '2024-04-01', '2024-05-15'],
  ['ytd', '2024-01-01', '2024-05-15'],
  ['so far this month', '2024-05-01', '2024-05-15'],
  ['fiscal ytd', '2024-04-01', '2024-05-15'],
  ['since March', '2024-03-01', '2024-05-15'],
  ['since 2022', '2022-01-01', '2024-05-15'],
  ['from 2021 to 2023', '2021-01-01', '2023-12-31'],
  ['2021-2023', '2021-01-01', '2023-12-31'],
  ['between March and May 2023', '2023-03-01', '2023-05-31'],
  ['FY2022 to FY2024', '2021-04-01', '2024-03-31'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
  ['on March 3, 2024', '2024-03-03', '2024-03-03'],
  ['yesterday', '2024-05-14', '2024-05-14'],
  ['week 20 of 2024', '2024-05-13', '2024-05-19'],
  ['2 years ago', '2022-01-01', '2022-12-31'],
  ['of all time', null, null],
  ['at the end of 2023', null, '2023-12-31'],
  ['right now', null, '2024-05-15'],
  ['before 2023', null, '2022-12-31'],
])('%s is %s to %s', (words, from, to) => {
  expect(days(words)).toEqual([from, to])
})

test.each([
  ['2023 vs 2022', 'PREVIOUS_YEAR'],
  ['2022 versus 2023', 'PREVIOUS_YEAR'],
  ['Q4 2023 against Q3 2023', 'PREVIOUS_PERIOD'],
  ['Q4 2023 against Q4 2022', 'PREVIOUS_YEAR'],
  ['this month compared with last month', 'PREVIOUS_PERIOD'],
  ['this quarter vs the same quarter a year ago', 'PREVIOUS_YEAR'],
  ['MTD vs same days last month', 'PREVIOUS_PERIOD'],
  ['last quarter vs the year before', 'PREVIOUS_YEAR'],
  ['how did it change from 2022 to 2023', 'PREVIOUS_YEAR'],
  ['YoY', 'PREVIOUS_YEAR'],
  ['quarter over quarter', 'PREVIOUS_PERIOD'],
])('%s is held against %s', (words, compare) => {
  expect(read(words).compare).toBe(compare)
})

test.each([
  ['monthly', 'MONTH'],
  ['per quarter', 'QUARTER'],
  ['month by month', 'MONTH'],
  ['each year', 'YEAR'],
  ['every week', 'WEEK'],
  ['by fiscal year', 'FISCAL_YEAR'],
  ['over time', 'AUTO'],
])('%s has the grain %s', (words, grain) => {
  expect(read(words).grain).toBe(grain)
})

test('may and march are months only where they look like one', () => {
  expect(days('what may we expect')).toBeNull()
  expect(days('sales in may')).toEqual(['2024-05-01', '2024-05-31'])
})

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count))
const anyUnit = fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR' as const)
const anyMonth = fc.integer({ min: 1, max: 12 })

test('every day lies in its unit, and the next unit begins the day after it ends', () => {
  fc.assert(
    fc.property(anyDay, anyUnit, anyMonth, (on, unit, fiscalStart) => {
      const [start, end] = [startOf(on, unit, fiscalStart), endOf(on, unit, fiscalStart)]
      expect(start <= on && on <= end).toBe(true)
      expect(startOf(addDays(end, 1), unit, fiscalStart)).toBe(addDays(end, 1))
      expect(addUnits(start, unit, 1)).toBe(addDays(end, 1))
    }),
  )
})

test('moving by months forth and back returns to the month, and days between count both ends', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (on, count) => {
      expect(addMonths(addMonths(on, count), -count).slice(0, 7)).toBe(on.slice(0, 7))
      expect(daysBetween(on, addDays(on, Math.abs(count)))).toBe(Math.abs(count) + 1)
    }),
  )
})

test('ISO week 1 holds the first Thursday of its year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2060 }), (year) => {
      expect(addDays(isoWeekStart(year, 1), 3).slice(0, 4)).toBe(String(year))
      expect(addDays(isoWeekStart(year, 1), -4).slice(0, 4)).toBe(String(year - 1))
    }),
  )
})
