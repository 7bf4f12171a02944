import { expect, test } from 'vitest'
import { axisLabel, daysName, periodName, periodPhrase, shortPeriodName } from '../period.ts'

const march = { from: '2014-03-01', to: '2014-03-31' }

test.each([
  [march, 'March 2014'],
  [{ from: '2014-01-01', to: '2014-03-31' }, 'Q1 2014'],
  [{ from: '2013-01-01', to: '2013-12-31' }, '2013'],
  [{ from: '2013-04-01', to: '2014-03-31' }, 'April 2013 to March 2014'],
  [{ from: '2014-02-01', to: '2014-04-30' }, 'February to April 2014'],
  [{ from: '2014-03-03', to: '2014-03-09' }, '3 to 9 March 2014'],
  [{ from: '2014-03-03', to: '2014-04-09' }, '3 March to 9 April 2014'],
  [{ from: '2013-12-30', to: '2014-01-05' }, '30 December 2013 to 5 January 2014'],
  [{ from: '2014-03-03', to: '2014-03-03' }, '3 March 2014'],
  [{ from: '2012-02-01', to: '2012-02-29' }, 'February 2012'],
  [{ from: null, to: null }, 'all time'],
])('%j is called %s', (period, name) => expect(periodName(period)).toBe(name))

test('a sentence leaves out the current year', () => {
  expect(periodPhrase(march, 2014)).toBe('in March')
  expect(periodPhrase(march, 2015)).toBe('in March 2014')
  expect(periodPhrase({ from: '2013-04-01', to: '2014-03-31' }, 2014)).toBe('in the 12 months to March')
  expect(periodPhrase({ from: '2014-03-03', to: '2014-03-09' }, 2014)).toBe('from 3 to 9 March')
})

test('a year is never shortened to nothing', () => {
  expect(shortPeriodName({ from: '2014-01-01', to: '2014-12-31' }, 2014)).toBe('2014')
})

test('the days of a period are named in full', () => {
  expect(daysName(march)).toBe('1–31 March 2014')
  expect(daysName({ from: '2014-01-01', to: '2014-03-31' })).toBe('1 January – 31 March 2014')
})

test('an axis names the year where it turns', () => {
  expect(axisLabel(march, false)).toBe('Mar')
  expect(axisLabel(march, true)).toBe('Mar 14')
  expect(axisLabel({ from: '2014-01-01', to: '2014-03-31' }, true)).toBe('Q1 14')
  expect(axisLabel({ from: '2014-03-03', to: '2014-03-09' }, false)).toBe('3 Mar')
})
