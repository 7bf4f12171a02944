import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { copyTemplate, type FreshDatabase } from '@aems/drizzle/testing.ts'
import { addDays } from '@aems/kit/metrics/days.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import type { MetricsQuery } from '@aems/kit/metrics/query.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { type SmallCompany, smallCompany } from './small-company.ts'

type Query = MetricsQuery<SalesMetric, SalesDimension>

let database: FreshDatabase
let sales: DomainDatabase
let company: SmallCompany
let drop: () => Promise<void>

beforeAll(async () => {
  const copy = await copyTemplate()
  ;({ database, drop } = copy)
  company = await smallCompany(database)
  sales = database.open('sales')
})
afterAll(() => drop())

const withoutRollups = { ...salesCatalogue, rollups: [] }

/** What is answered, but for how it was worked out. */
async function answer(catalogue: typeof salesCatalogue, query: Query, viewer: Viewer = company.viewer) {
  const { explain, ...table } = await metricTable(sales, catalogue, viewer, query)
  return { ...table, records: explain.map(({ recordCount, formula }) => ({ recordCount, formula })) }
}

const sourcesOf = async (query: Query, viewer: Viewer = company.viewer) =>
  (await metricTable(sales, salesCatalogue, viewer, query)).explain.map(({ sources }) => sources)

const period = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 400 }))
    .map(([start, length]) => ({ from: addDays('2023-11-15', start), to: addDays('2023-11-15', start + length) })),
  fc.constantFrom(
    { all: true },
    { this: 'YEAR' as const },
    { from: '2024-01-01' },
    { to: '2024-03-31' },
    { from: '2023-01-01', to: '2024-12-31' },
  ),
)
const question: fc.Arbitrary<Query> = fc.record({
  metrics: fc.subarray<SalesMetric>(
    [
      'NET_REVENUE',
      'ORDERS',
      'UNITS_SOLD',
      'GROSS_PROFIT',
      'GROSS_MARGIN',
      'RETURN_RATE',
      'DAYS_TO_SHIP',
      'DISCOUNT_RATE',
      'CUSTOMER_LIFETIME_VALUE',
      'CUSTOMERS_ORDERING',
      'REPEAT_RATE',
    ],
    { minLength: 1, maxLength: 4 },
  ),
  period,
  grain: fc.option(
    fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const, 'YEAR' as const, 'FISCAL_QUARTER' as const),
  ),
  by: fc.subarray<SalesDimension>(
    [
      'TERRITORY',
      'TERRITORY_GROUP',
      'COUNTRY',
      'CHANNEL',
      'CUSTOMER',
      'CUSTOMER_SEGMENT',
      'CUSTOMER_KIND',
      'INDUSTRY',
      'SALES_PERSON',
      'TEAM',
      'CATEGORY',
      'SUBCATEGORY',
      'PRODUCT',
    ],
    { maxLength: 1 },
  ),
  where: fc.constantFrom<NonNullable<Query['where']>>(
    [],
    [],
    [{ dimension: 'TERRITORY', in: ['North'] }],
    [{ dimension: 'CATEGORY', notIn: ['Bikes'] }],
    [{ dimension: 'ORDER_STATUS', in: ['cancelled', 'shipped'] }],
  ),
})
const comparison = fc.option(fc.constantFrom('PREVIOUS_YEAR' as const, 'PREVIOUS_PERIOD' as const))
const isClosed = ({ from, to }: Query['period']): boolean => from != null && to != null

async function sameWithAndWithout(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(question, comparison, async (asked, compare) => {
      const query = { ...asked, compare: isClosed(asked.period) ? compare : null }
      expect(await answer(salesCatalogue, query)).toEqual(await answer(withoutRollups, query))
    }),
    { numRuns },
  )
}

const settledQuestion: fc.Arbitrary<Query> = fc.record({
  metrics: fc.subarray<SalesMetric>(
    ['OPPORTUNITIES_WON', 'OPPORTUNITIES_LOST', 'WON_AMOUNT', 'WIN_RATE', 'AVERAGE_DEAL_SIZE', 'SALES_CYCLE_DAYS', 'PIPELINE'],
    { minLength: 1, maxLength: 4 },
  ),
  period,
  grain: fc.option(fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const, 'YEAR' as const)),
  by: fc.subarray<SalesDimension>(['SALES_PERSON', 'STAGE', 'CUSTOMER'], { maxLength: 1 }),
})

test('sums of opportunities answer as these do, whatever becomes of them', async () => {
  const one = (place: number) => `where id = (select id from sales.opportunities order by id offset ${place} limit 1)`
  const set = fc.constantFrom(
    "stage = 'won', closed_on = coalesce(closed_on, '2024-02-03')",
    "stage = 'lost', closed_on = null",
    'amount = null, closed_on = closed_on - 20',
    'amount = 77.5, engaged_on = created_on, sales_person_id = null',
    "stage = 'lost', created_on = '2023-12-24'",
  )
  const change = fc.oneof(
    fc.tuple(set, fc.nat({ max: 5 })).map(([values, place]) => `update sales.opportunities set ${values} ${one(place)}`),
    fc.constant('select sales.fold_opportunity_rollups()'),
  )
  await fc.assert(
    fc.asyncProperty(change, settledQuestion, comparison, async (write, asked, compare) => {
      await database.admin.unsafe(write)
      const query = { ...asked, compare: isClosed(asked.period) ? compare : null }
      expect(await answer(salesCatalogue, query)).toEqual(await answer(withoutRollups, query))
    }),
    { numRuns: 60 },
  )
  const [source] = await sourcesOf({
    metrics: ['WIN_RATE'],
    period: { from: '2024-01-01', to: '2024-03-31' },
    by: ['SALES_PERSON'],
  })
  expect(source).toEqual(['sales.opportunity_rollups by SALES_PERSON, month'])
})

test('rollups answer as the facts do, while writers have just written', () => sameWithAndWithout(50))

/** Makes the sets of all months, as the folder does when they have been quiet for a while. @returns of how many. */
async function makeSets(): Promise<number> {
  await sales.global.execute('select sales.fold_rollups()')
  await database.admin`update sales.customer_set_months set changed_at = now() - interval '2 minutes'`
  let months = 0
  for (;;) {
    const [made] = await sales.global.execute<{ months: number }>('select sales.make_customer_sets() as months')
    if (!made?.months) return months
    months += made.months
  }
}

test('they do when all is folded, and when some of it was changed since', async () => {
  expect(await makeSets()).toBeGreaterThan(2)
  await sameWithAndWithout(40)
  await database.admin`update sales.orders set status = case status when 'shipped' then 'cancelled' else 'shipped' end where ref in ('1', '3', '4')`
  await database.admin`update sales.order_lines set quantity = quantity + 1, unit_cost = null where line = 1`
  await database.admin`delete from sales.order_lines where order_id in (select id from sales.orders where ref = '2')`
  await sameWithAndWithout(40)
})

test('a month’s sets of customers are left alone from a change of its orders on, until they are made anew', async () => {
  await makeSets()
  const held = async () =>
    (await database.admin`select month::text from sales.customer_set_months where made order by 1`).map(({ month }) =>
      String(month),
    )
  const before = await held()
  const query: Query = { metrics: ['CUSTOMERS_ORDERING'], period: { from: '2023-12-01', to: '2024-12-31' }, grain: 'MONTH' }
  await database.admin`update sales.orders set status = 'cancelled' where ref in (
    select min(ref) from sales.orders where status <> 'cancelled' group by date_trunc('month', ordered_on) having count(*) > 1)`
  expect(await answer(salesCatalogue, query)).toEqual(await answer(withoutRollups, query))
  await sales.global.execute('select sales.fold_rollups()')
  expect((await held()).length).toBeLessThan(before.length)
  expect(await answer(salesCatalogue, query)).toEqual(await answer(withoutRollups, query))
  await makeSets()
  expect(await held()).toEqual(before)
  expect(await answer(salesCatalogue, query)).toEqual(await answer(withoutRollups, query))
})

test('an explanation says which rollup was read, and facts are read where none reaches all that is asked for', async () => {
  const year = { from: '2024-01-01', to: '2024-12-31' }
  expect(await sourcesOf({ metrics: ['NET_REVENUE'], period: year })).toEqual([['sales.rollups by year']])
  expect(
    await sourcesOf({ metrics: ['NET_REVENUE'], period: { from: '2024-01-01', to: '2024-02-10' }, by: ['TERRITORY_GROUP'] }),
  ).toEqual([['sales.rollups by TERRITORY, month and day', 'sales.territories']])
  expect(await sourcesOf({ metrics: ['CUSTOMERS_ORDERING'], period: year, by: ['TERRITORY'] })).toEqual([
    ['sales.customer_sets by TERRITORY, month', 'sales.orders'],
  ])
  expect(await sourcesOf({ metrics: ['ORDERS'], period: year, by: ['TERRITORY', 'CHANNEL'] })).toEqual([['sales.orders']])
  expect(
    await sourcesOf({ metrics: ['NET_REVENUE'], period: { from: '2024-01-02', to: '2024-12-31' }, by: ['CUSTOMER'] }),
  ).toEqual([['sales.orders']])
  expect(
    await sourcesOf({ metrics: ['NET_REVENUE'], period: { from: '2023-12-30', to: '2024-12-31' }, by: ['CUSTOMER'] }),
  ).toEqual([['sales.rollups by CUSTOMER, year', 'sales.orders']])
})

test('who sees only their own orders is served from these', async () => {
  const query: Query = { metrics: ['NET_REVENUE'], period: { all: true } }
  const seller: Viewer = { ...company.viewer, salesPersonId: company.ids.Ann }
  expect(await sourcesOf(query, seller)).toEqual([['sales.orders']])
  expect(await sourcesOf(query, { ...seller, scopes: new Set([...seller.scopes, 'sales:all']) })).toEqual([
    ['sales.rollups by year'],
  ])
})
