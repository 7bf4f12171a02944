import type { DomainDatabase, DomainDatabaseOptions } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { copyTemplate, type FreshDatabase } from '@aems/drizzle/testing.ts'
import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricsQuery } from '@aems/kit/metrics/query.ts'
import type { MetricCell, MetricTable } from '@aems/kit/metrics/table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { type SmallCompany, smallCompany, viewerOf } from './small-company.ts'

type Query = Partial<MetricsQuery<SalesMetric, SalesDimension>>

let sales: DomainDatabase
let admin: FreshDatabase['admin']
let openSales: (options: DomainDatabaseOptions) => DomainDatabase
let company: SmallCompany
let drop: () => Promise<void>
const statements: string[] = []

beforeAll(async () => {
  const copy = await copyTemplate()
  drop = copy.drop
  company = await smallCompany(copy.database)
  admin = copy.database.admin
  openSales = (options) => copy.database.open('sales', options)
  sales = openSales({ onStatement: (statement) => statements.push(statement) })
})
afterAll(() => drop())

const firstQuarter = { from: '2024-01-01', to: '2024-03-31' }

const ask = (query: Query, viewer = company.viewer): Promise<MetricTable> =>
  metricTable(sales, salesCatalogue, viewer, { metrics: ['NET_REVENUE'], period: firstQuarter, ...query })

const figures = (cells: readonly MetricCell[]) => Object.fromEntries(cells.map(({ metric, value }) => [metric, value]))

/** Values of the first metric, by what the rows stand for. */
async function split(query: Query): Promise<Record<string, string | null>> {
  const { rows } = await ask(query)
  return Object.fromEntries(
    rows.map(({ keys, period, cells }) => [
      [...keys.map(({ label }) => label), ...(period ? [period.from] : [])].join(' '),
      cells[0]?.value ?? null,
    ]),
  )
}

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
    { dimension: 'TERRITORY', value: 'North', label: 'North', id: company.ids.North },
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
  expect(await limited({ dimension: 'TERRITORY', in: ['North', company.ids.West] })).toBe('3150')
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

test('empty units of time are there, with zero, and with nothing for a ratio', async () => {
  expect(await split({ grain: 'MONTH' })).toEqual({ '2024-01-01': '3000', '2024-02-01': '200', '2024-03-01': '0' })
  expect((await split({ metrics: ['AVERAGE_ORDER_VALUE'], grain: 'MONTH' }))['2024-03-01']).toBeNull()
  expect(await split({ by: ['TERRITORY'], grain: 'QUARTER', period: { from: '2023-10-01', to: '2024-03-31' } })).toEqual({
    'North 2023-10-01': '1000',
    'North 2024-01-01': '2000',
    'West 2023-10-01': '0',
    'West 2024-01-01': '1150',
    'none 2023-10-01': '0',
    'none 2024-01-01': '50',
  })
})

test('distinct customers and ratios of a whole are recomputed, not summed', async () => {
  const { rows, totals } = await ask({ metrics: ['CUSTOMERS_ORDERING', 'REPEAT_CUSTOMERS', 'REPEAT_RATE'], grain: 'MONTH' })
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    ['2', '1', '0.5'],
    // In February, Beta had ordered before: in January.
    ['2', '1', '0.5'],
    ['0', '0', null],
  ])
  expect(totals.slice(0, 2).map(({ value }) => value)).toEqual(['3', '1'])
})

test('the pipeline is as of each unit’s end, and of the last one in total', async () => {
  const { rows, totals } = await ask({
    metrics: ['PIPELINE', 'OPEN_OPPORTUNITIES'],
    period: { from: '2024-01-15', to: '2024-02-29' },
    grain: 'MONTH',
  })
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    ['1000', '4'],
    ['300', '3'],
  ])
  expect(figures(totals)).toEqual({ PIPELINE: '300', OPEN_OPPORTUNITIES: '3' })
})

test('the pipeline of days to come is not known', async () => {
  const year = await split({ metrics: ['OPEN_OPPORTUNITIES'], period: { this: 'YEAR' }, grain: 'QUARTER' })
  expect(year).toEqual({ '2024-01-01': '2', '2024-04-01': '2', '2024-07-01': null, '2024-10-01': null })
})

test('a target counts by the days of it that lie in the period', async () => {
  expect(await split({ metrics: ['QUOTA'], grain: 'MONTH' })).toEqual({
    '2024-01-01': '3100',
    '2024-02-01': '3190',
    '2024-03-01': '3100',
  })
  expect(await split({ metrics: ['QUOTA'], by: ['TERRITORY'] })).toEqual({ North: '9100', West: '290' })
  // Ann's target lies in three of the months, and is one record.
  expect((await ask({ metrics: ['QUOTA'], grain: 'MONTH' })).explain[0]?.recordCount).toBe(2)
  expect(
    await split({
      metrics: ['QUOTA_ATTAINMENT'],
      by: ['TERRITORY'],
      grain: 'MONTH',
      period: { from: '2024-02-01', to: '2024-02-29' },
    }),
  ).toEqual({
    'North 2024-02-01': '0',
    'West 2024-02-01': expect.stringMatching(/^0\.5172/),
  })
})

test('a comparison stands beside the figure, also for members who are gone', async () => {
  const { rows, totals, comparedTo } = await ask({
    period: { from: '2024-02-01', to: '2024-02-29' },
    by: ['CUSTOMER'],
    compare: 'PREVIOUS_PERIOD',
    orderBy: { metric: 'NET_REVENUE', of: 'CHANGE', direction: 'ASC' },
  })
  expect(comparedTo).toEqual({ from: '2024-01-01', to: '2024-01-31' })
  expect(
    rows.map(({ keys, cells: [cell] }) => [keys[0]?.label, cell?.value, cell?.previous, cell?.change, cell?.changeRatio]),
  ).toEqual([
    ['Acme', '0', '2000', '-2000', '-1'],
    ['Beta', '150', '1000', '-850', '-0.85'],
    ['Gamma', '50', '0', '50', null],
  ])
  expect(totals[0]).toMatchObject({ value: '200', previous: '3000', change: '-2800' })
})

test('months compare with months', async () => {
  const { rows } = await ask({ grain: 'MONTH', compare: 'PREVIOUS_PERIOD', period: { from: '2024-01-01', to: '2024-02-29' } })
  expect(rows.map(({ cells: [cell] }) => cell?.previous)).toEqual(['0', '1000'])
})

test('a year that is not over compares with as many days of the other, and its months to come with nothing', async () => {
  const { rows, totals, comparedTo } = await ask({ period: { this: 'YEAR' }, grain: 'MONTH', compare: 'PREVIOUS_YEAR' })
  expect(comparedTo).toEqual({ from: '2023-01-01', to: '2023-06-15' })
  expect(rows.map(({ cells: [cell] }) => cell?.previous)).toEqual([...Array(6).fill('0'), ...Array(6).fill(null)])
  expect(totals[0]).toMatchObject({ value: '3200', previous: '0', change: '3200', changeRatio: null })
})

test('revenue is held against its target', async () => {
  const { rows } = await ask({ by: ['TERRITORY'], compare: 'TARGET', first: 5 })
  expect(rows.map(({ keys, cells: [cell] }) => [keys[0]?.value, cell?.target, cell?.previous, cell?.change])).toEqual([
    ['North', '9100', null, '-7100'],
    ['West', '290', null, '860'],
  ])
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

test('the whole history by a unit of time begins with the first fact and ends today', async () => {
  const { rows, period } = await ask({ period: { all: true }, grain: 'YEAR' })
  expect(period).toEqual({ from: '2023-12-10', to: '2024-06-15' })
  expect(rows.map(({ cells }) => cells[0]?.value)).toEqual(['1000', '3200'])
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

test('an explanation tells formula, sources and records, and the SQL only to those who may see it', async () => {
  const query: Query = { metrics: ['GROSS_MARGIN'], by: ['CATEGORY', 'CHANNEL'] }
  const [plain] = (await ask(query)).explain
  expect(plain).toMatchObject({
    formula: 'Gross profit as a fraction of net revenue. Gross profit ÷ net revenue. Cancelled orders are left out.',
    sql: null,
    sources: ['sales.order_lines', 'sales.orders', 'sales.projected_products'],
    recordCount: 5,
  })
  expect(plain?.lag).toBeGreaterThanOrEqual(0)
  const [told] = (await ask(query, viewerOf(company.viewer.company.id, ['sales:read', 'explain:sql']))).explain
  expect(told?.sql).toMatch(/^with scan0 as/)
  expect(told?.sql).not.toMatch(/\$\d/)
})

test('the SQL of an explanation runs as it stands', async () => {
  const viewer = viewerOf(company.viewer.company.id, ['sales:read', 'explain:sql'])
  const [told] = (await ask({ by: ['CUSTOMER'], where: [{ dimension: 'CHANNEL', in: ['online'] }] }, viewer)).explain
  const rows = await sales.asViewer({ tenantId: viewer.company.id, userId: null, scopes: [] }, (tx) =>
    tx.execute<{ value0: string }>(told?.sql ?? ''),
  )
  expect(Number(rows[0]?.value0)).toBe(1200)
})

test('figures over the same rows share one scan', async () => {
  const viewer = viewerOf(company.viewer.company.id, ['sales:read', 'explain:sql'])
  const metrics: SalesMetric[] = ['NET_REVENUE', 'ORDERS', 'CUSTOMERS_ORDERING', 'REPEAT_RATE', 'CUSTOMER_CONCENTRATION']
  const [told] = (await ask({ metrics, by: ['CHANNEL', 'TERRITORY'] }, viewer)).explain
  expect(told?.sql?.match(/scan\d+ as/g)).toEqual(['scan0 as'])
})

test('all figures of a question are one statement', async () => {
  statements.length = 0
  await ask({
    metrics: ['NET_REVENUE', 'UNITS_SOLD', 'CUSTOMERS_ORDERING', 'QUOTA', 'PIPELINE'],
    compare: 'PREVIOUS_YEAR',
    grain: 'MONTH',
  })
  expect(statements.filter((statement) => /^\s*with/.test(statement))).toHaveLength(1)
  expect(
    statements.filter((statement) => /^\s*select (?!\s*set_config)/.test(statement) && !statement.includes('set_config')),
  ).toEqual([])
})

test('a question that takes too long is stopped, with what would make it smaller', async () => {
  const hurried = openSales({ statementTimeout: 250 })
  const long = { metrics: ['PIPELINE' as const], period: { from: '2000-01-01', to: '2024-06-15' }, grain: 'DAY' as const }
  await admin.begin(async (session) => {
    await session`lock table sales.opportunities`
    await expect(metricTable(hurried, salesCatalogue, company.viewer, long)).rejects.toThrow(
      'That took too long to add up, and was stopped. To narrow it, shorten the period, take a longer unit than DAY or limit it with where.',
    )
  })
})

test('definitions that disagree with the SDL on dimensions do not start', () => {
  const { metrics, dimensions } = salesCatalogue
  const wrong = { metrics: { ...metrics, NET_REVENUE: metrics.QUOTA }, dimensions }
  expect(() => defineCatalogue('sales', wrong)).toThrow(/sales.NET_REVENUE: the SDL and the fact disagree on CHANNEL, /)
})

test('members are found whatever their case and accents, best match first', async () => {
  const find = async (dimension: SalesDimension, search?: string) =>
    (await memberKeys(sales, salesCatalogue, company.viewer, { dimension, search })).map(({ label }) => label)
  expect(await find('CUSTOMER', 'A')).toEqual(['Acme', 'Beta', 'Gamma'])
  expect(await find('CUSTOMER', 'GÁM')).toEqual(['Gamma'])
  expect(await find('INDUSTRY', 'epic')).toEqual(['Épicerie'])
  expect(await find('CHANNEL')).toEqual(['online', 'reseller'])
  expect(await find('COUNTRY', 'united')).toEqual(['United States'])
  expect(await find('TEAM', 'x')).toEqual([])
  expect(await find('ORDER_STATUS', 'can')).toEqual(['cancelled'])
})

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
