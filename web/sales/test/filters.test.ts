import { expect, test } from 'vitest'
import { daysOf, type Filters, scopeOf } from '../filters.ts'

const none: Filters = { period: 'last-month', against: 'previous-period', territory: [], channel: [], category: [] }

test('the usual period is the last whole month, within twelve of them', () => {
  expect(scopeOf(none)).toEqual({
    period: { last: { n: 1, unit: 'MONTH' } },
    compare: 'PREVIOUS_PERIOD',
    where: [],
    pipelineWhere: [],
    quotaWhere: [],
    trend: { period: { last: { n: 12, unit: 'MONTH' } }, grain: 'MONTH', compare: 'PREVIOUS_YEAR' },
  })
})

test('chosen members become conditions that every tile shares', () => {
  expect(scopeOf({ ...none, territory: ['Canada', 'France'], channel: ['online'] }).where).toEqual([
    { dimension: 'TERRITORY', in: ['Canada', 'France'] },
    { dimension: 'CHANNEL', in: ['online'] },
  ])
})

test('opportunities have no channel and targets no category, so those conditions pass them by', () => {
  const scope = scopeOf({ ...none, territory: ['Canada'], channel: ['online'], category: ['Bikes'] })
  expect(scope.pipelineWhere.map(({ dimension }) => dimension)).toEqual(['TERRITORY', 'CATEGORY'])
  expect(scope.quotaWhere.map(({ dimension }) => dimension)).toEqual(['TERRITORY'])
})

test('all time has nothing before it', () => {
  const scope = scopeOf({ ...none, period: 'all' })
  expect(scope.compare).toBeNull()
  expect(scope.trend.compare).toBeNull()
})

test('comparing with nothing holds for the trend, too', () => {
  expect(scopeOf({ ...none, against: 'none' }).trend.compare).toBeNull()
})

test("days of one's own are kept, and drawn in a grain that suits them", () => {
  expect(scopeOf({ ...none, period: '2014-01-01..2014-01-31' })).toMatchObject({
    period: { from: '2014-01-01', to: '2014-01-31' },
    trend: { grain: 'DAY' },
  })
  expect(scopeOf({ ...none, period: '2013-01-01..2014-06-30' }).trend.grain).toBe('MONTH')
})

test('an address that means nothing falls back to the usual period', () => {
  for (const period of ['tomorrow', '2014-02-30..2014-03-01', '2014-03-01..2014-02-01', '2014-01-01..', "'; drop table"]) {
    expect(daysOf(period)).toBeNull()
    expect(scopeOf({ ...none, period }).period).toEqual({ last: { n: 1, unit: 'MONTH' } })
  }
})
