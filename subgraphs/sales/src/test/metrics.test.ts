import { newId } from '@aems/drizzle/ids.ts'
import { expect, test } from 'vitest'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { askingTheSmallCompany, figures, type Query } from './asking.ts'
import { viewerOf } from './small-company.ts'

const { ask, split, ready } = askingTheSmallCompany()

test('figures about orders are those worked out by hand', async () => {
  const { totals } = await ask({
    metrics: [
      'NET_REVENUE',
      'ORDERS',
      'UNITS_SOLD',
      'AVERAGE_ORDER_VALUE',
      'AVERAGE_SELLING_PRICE',
      'GROSS_PROFIT',
      'GROSS_MARGIN',
      'CUSTOMERS_ORDERING',
      'NEW_CUSTOMERS',
      'REPEAT_CUSTOMERS',
      'REPEAT_RATE',
      'CUSTOMER_CONCENTRATION',
    ],
  })
  expect(figures(totals)).toEqual({
    NET_REVENUE: '3200',
    ORDERS: '4',
    UNITS_SOLD: '9',
    AVERAGE_ORDER_VALUE: '800',
    AVERAGE_SELLING_PRICE: expect.stringMatching(/^355\.5{10,}/),
    // The line of order 3 has no cost: its revenue counts, its profit is not known.
    GROSS_PROFIT: '480',
    GROSS_MARGIN: '0.15',
    CUSTOMERS_ORDERING: '3',
    NEW_CUSTOMERS: '2',
    REPEAT_CUSTOMERS: '1',
    REPEAT_RATE: expect.stringMatching(/^0\.3{10,}/),
    // (2000² + 1150² + 50²) ÷ 3200²
    CUSTOMER_CONCENTRATION: expect.stringMatching(/^0\.52001953125/),
  })
})

test('figures about opportunities are those worked out by hand', async () => {
  const { totals } = await ask({
    metrics: [
      'OPPORTUNITIES_WON',
      'OPPORTUNITIES_LOST',
      'WON_AMOUNT',
      'WIN_RATE',
      'AVERAGE_DEAL_SIZE',
      'SALES_CYCLE_DAYS',
      'PIPELINE',
      'OPEN_OPPORTUNITIES',
      'QUOTA',
      'QUOTA_ATTAINMENT',
    ],
  })
  expect(figures(totals)).toEqual({
    OPPORTUNITIES_WON: '3',
    OPPORTUNITIES_LOST: '1',
    WON_AMOUNT: '6000',
    WIN_RATE: '0.75',
    // One was won without an amount: it is in no mean.
    AVERAGE_DEAL_SIZE: '3000',
    SALES_CYCLE_DAYS: '35',
    PIPELINE: '300',
    OPEN_OPPORTUNITIES: '2',
    QUOTA: '9390',
    // Ann's 2000, and the West's 1150.
    QUOTA_ATTAINMENT: expect.stringMatching(/^0\.335463/),
  })
})

test('facts without a member are a row of their own, which an explicit first leaves out', async () => {
  expect(await split({ by: ['TERRITORY'] })).toEqual({ North: '2000', West: '1150', none: '50' })
  expect(await split({ by: ['TERRITORY'], first: 10 })).toEqual({ North: '2000', West: '1150' })
})

test('a split makes no row for members without a fact of the figures asked for, though the scan meets them', async () => {
  expect(await split({ metrics: ['OPPORTUNITIES_LOST'], by: ['LOST_REASON'] })).toEqual({ price: '1' })
  expect(await split({ metrics: ['OPPORTUNITIES_LOST'], by: ['SALES_PERSON'] })).toEqual({ Ann: '1' })
  // The reason is of February; the months beside it are empty, not absent.
  expect(await split({ metrics: ['OPPORTUNITIES_LOST'], by: ['LOST_REASON'], grain: 'MONTH' })).toEqual({
    'price 2024-01-01': '0',
    'price 2024-02-01': '1',
    'price 2024-03-01': '0',
  })
  // A fact of either period will do, and of any of the figures.
  const april = { from: '2024-04-01', to: '2024-06-30' }
  expect(
    await split({ metrics: ['OPPORTUNITIES_LOST'], by: ['LOST_REASON'], period: april, compare: 'PREVIOUS_PERIOD' }),
  ).toEqual({ price: '0' })
  expect(await split({ metrics: ['OPPORTUNITIES_LOST', 'OPPORTUNITIES_WON'], by: ['SALES_PERSON'] })).toEqual({
    Ann: '1',
    Bob: '0',
  })
})

test('a member is told by value, label and id; a country by its code and its name', async () => {
  const { rows } = await ask({ by: ['TERRITORY', 'COUNTRY'], orderBy: { metric: 'NET_REVENUE' }, first: 1 })
  expect(rows[0]?.keys).toEqual([
    { dimension: 'TERRITORY', value: 'North', label: 'North', id: ready().company.ids.North },
    { dimension: 'COUNTRY', value: 'DE', label: 'Germany', id: null },
  ])
})

test('a country is the territory’s, else the customer’s', async () => {
  expect(await split({ by: ['COUNTRY'] })).toEqual({ Germany: '2000', France: '50', 'United States': '1150' })
})

test('an order with two of the products asked for is one order', async () => {
  expect(await split({ metrics: ['ORDERS'], where: [{ dimension: 'PRODUCT', in: ['Bike', 'Helmet'] }] })).toEqual({ '': '4' })
  expect(await split({ metrics: ['ORDERS'], by: ['CATEGORY'] })).toEqual({ Accessories: '3', Bikes: '2' })
})

test('cancelled orders count where their status is asked for', async () => {
  expect(await split({ by: ['ORDER_STATUS'] })).toEqual({ cancelled: '1000', open: '50', returned: '150', shipped: '3000' })
  const where = [{ dimension: 'ORDER_STATUS' as const, in: ['cancelled'] }]
  expect(await split({ metrics: ['ORDERS'], where })).toEqual({ '': '1' })
})

test('conditions take names, codes and ids; notIn keeps facts without a member', async () => {
  const limited = async (condition: NonNullable<Query['where']>[number]) => (await ask({ where: [condition] })).totals[0]?.value
  expect(await limited({ dimension: 'TERRITORY', in: ['North', ready().company.ids.West] })).toBe('3150')
  expect(await limited({ dimension: 'COUNTRY', in: ['germany', 'US'] })).toBe('3150')
  expect(await limited({ dimension: 'TERRITORY', notIn: ['North'] })).toBe('1200')
  expect(await limited({ dimension: 'TERRITORY_GROUP', in: ['Europe'] })).toBe('2000')
})

test('a condition can be for some of the metrics alone', async () => {
  const { totals } = await ask({
    metrics: ['NET_REVENUE', 'ORDERS', 'QUOTA'],
    where: [
      { dimension: 'CATEGORY', in: ['Bikes'], metrics: ['NET_REVENUE'] },
      { dimension: 'CHANNEL', in: ['online'] },
    ],
  })
  expect(figures(totals)).toEqual({ NET_REVENUE: '900', ORDERS: '3', QUOTA: '9390' })
})

test('rows are kept by thresholds and counted before first; totals cover them all', async () => {
  const { rows, rowCount, totals } = await ask({
    by: ['CUSTOMER'],
    having: [
      { metric: 'ORDERS', atLeast: '1' },
      { metric: 'NET_REVENUE', over: '50' },
    ],
    orderBy: { metric: 'NET_REVENUE', direction: 'DESC' },
    first: 1,
  })
  expect(rows.map(({ keys }) => keys[0]?.value)).toEqual(['Acme'])
  expect(rows[0]?.cells).toHaveLength(1)
  expect(rowCount).toBe(2)
  expect(totals[0]?.value).toBe('3200')
})

test('a company without orders has no revenue rather than none of it', async () => {
  const { totals } = await ask({ metrics: ['NET_REVENUE', 'ORDERS', 'PIPELINE'] }, viewerOf(newId()))
  expect(figures(totals)).toEqual({ NET_REVENUE: null, ORDERS: null, PIPELINE: null })
  const later = await ask({ metrics: ['NET_REVENUE', 'GROSS_MARGIN'], period: { from: '2024-05-01', to: '2024-05-31' } })
  expect(figures(later.totals)).toEqual({ NET_REVENUE: '0', GROSS_MARGIN: null })
})

test('additive figures of a split sum to the total', async () => {
  const byOf = (metric: SalesMetric) => {
    const declared = salesCatalogue.declaredMetrics.get(metric)
    return declared?.adds === 'NEVER' ? [] : (declared?.dimensions ?? [])
  }
  for (const metric of Object.keys(salesCatalogue.metrics) as SalesMetric[]) {
    for (const dimension of byOf(metric) as SalesDimension[]) {
      // An order of several products stands in several rows of a split by products.
      if (metric === 'ORDERS' && ['PRODUCT', 'CATEGORY', 'SUBCATEGORY'].includes(dimension)) continue
      const { rows, totals } = await ask({ metrics: [metric], by: [dimension] })
      const sum = rows.reduce((total, { cells }) => total + Number(cells[0]?.value ?? 0), 0)
      expect(sum, `${metric} by ${dimension}`).toBeCloseTo(Number(totals[0]?.value))
    }
  }
})
