import { expect, test } from 'vitest'
import { askingTheSmallCompany, type Query } from './asking.ts'

const { ask } = askingTheSmallCompany()

test.each<[string, Query, RegExp]>([
  [
    'an unknown member',
    { where: [{ dimension: 'TERRITORY', in: ['Nroth'] }] },
    /There is no territory “Nroth”. The nearest are “North” and “West”\./,
  ],
  [
    'an unknown country',
    { where: [{ dimension: 'COUNTRY', in: ['Germny'] }] },
    /There is no country “Germny”. The nearest are “Germany”/,
  ],
  [
    'a member of a company that has none',
    { where: [{ dimension: 'CUSTOMER_SEGMENT', in: ['Chian'] }] },
    /There is no customer segment “Chian”. The nearest are “Chain”/,
  ],
  [
    'a split that the facts lack',
    { metrics: ['QUOTA'], by: ['CHANNEL'] },
    /Quota can't be split by CHANNEL: its facts don't have it. It can be split by TERRITORY, TERRITORY_GROUP, COUNTRY, SALES_PERSON or TEAM\./,
  ],
  ['a condition that the facts lack', { where: [{ dimension: 'STAGE', in: ['won'] }] }, /Net revenue can't be limited to STAGE/],
  [
    'a condition for a metric that lacks it',
    { metrics: ['NET_REVENUE', 'QUOTA'], where: [{ dimension: 'CHANNEL', in: ['online'], metrics: ['QUOTA'] }] },
    /Quota can't be limited to CHANNEL/,
  ],
  ['a condition without members', { where: [{ dimension: 'CHANNEL' }] }, /names no members; give in or notIn/],
  ['an empty list of members', { where: [{ dimension: 'CHANNEL', in: [] }] }, /has an empty list of members/],
  ['no metric', { metrics: [] }, /names no metric; name at least one/],
  ['a metric twice', { metrics: ['ORDERS', 'ORDERS'] }, /names a metric twice/],
  ['five dimensions', { by: ['TERRITORY', 'CHANNEL', 'PRODUCT', 'CUSTOMER', 'TEAM'] }, /splits by 5 dimensions; at most 4/],
  ['a thousand million rows', { first: 1_000_000_000 }, /first is 1,000,000,000; it must be from 1 to 10,000/],
  [
    'days of centuries',
    { period: { from: '1900-01-01', to: '2100-01-01' }, grain: 'DAY' },
    /By DAY the period has more than 10,000 units. Choose a longer unit/,
  ],
  [
    'a budget',
    { compare: 'BUDGET' },
    /Figures about sales have no budget; compare with PREVIOUS_PERIOD, PREVIOUS_YEAR or TARGET/,
  ],
  ['a target of orders', { metrics: ['ORDERS'], compare: 'TARGET' }, /There are no targets for Orders, only for Net revenue/],
  [
    'a target by channel',
    { by: ['CHANNEL'], compare: 'TARGET' },
    /Targets can't be told apart by CHANNEL; with TARGET, split by and limit to TERRITORY/,
  ],
  ['a forecast without a unit of time', { forecast: { n: 3, unit: 'MONTH' } }, /give grain: MONTH/],
  ['a threshold without a bound', { having: [{ metric: 'ORDERS' }] }, /threshold on Orders sets no bound/],
  ['a threshold that is no number', { having: [{ metric: 'ORDERS', over: 'many' }] }, /“many”, is not a decimal number/],
  ['a day that is none', { asOf: '2024-02-31' }, /asOf “2024-02-31” is not a day/],
  [
    'a comparison of everything',
    { period: { all: true }, compare: 'PREVIOUS_YEAR' },
    /needs a period with a first and a last day/,
  ],
])('%s is refused with what would do instead', async (_, query, message) => {
  await expect(ask(query)).rejects.toThrow(message)
})
