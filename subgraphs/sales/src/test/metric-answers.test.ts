import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import { expect, test } from 'vitest'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { askingTheSmallCompany, type Query } from './asking.ts'
import { viewerOf } from './small-company.ts'

const { ask, ready } = askingTheSmallCompany()

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
  const [told] = (await ask(query, viewerOf(ready().company.viewer.company.id, ['sales:read', 'explain:sql']))).explain
  expect(told?.sql).toMatch(/^with scan0 as/)
  expect(told?.sql).not.toMatch(/\$\d/)
})

test('the SQL of an explanation runs as it stands', async () => {
  const viewer = viewerOf(ready().company.viewer.company.id, ['sales:read', 'explain:sql'])
  const [told] = (await ask({ by: ['CUSTOMER'], where: [{ dimension: 'CHANNEL', in: ['online'] }] }, viewer)).explain
  const rows = await ready().sales.asViewer({ tenantId: viewer.company.id, userId: null, scopes: [] }, (tx) =>
    tx.execute<{ value0: string }>(told?.sql ?? ''),
  )
  expect(Number(rows[0]?.value0)).toBe(1200)
})

test('figures over the same rows share one scan', async () => {
  const viewer = viewerOf(ready().company.viewer.company.id, ['sales:read', 'explain:sql'])
  const metrics: SalesMetric[] = ['NET_REVENUE', 'ORDERS', 'CUSTOMERS_ORDERING', 'REPEAT_RATE', 'CUSTOMER_CONCENTRATION']
  const [told] = (await ask({ metrics, by: ['CHANNEL', 'TERRITORY'] }, viewer)).explain
  expect(told?.sql?.match(/scan\d+ as/g)).toEqual(['scan0 as'])
})

test('all figures of a question are one statement', async () => {
  ready().statements.length = 0
  await ask({
    metrics: ['NET_REVENUE', 'UNITS_SOLD', 'CUSTOMERS_ORDERING', 'QUOTA', 'PIPELINE'],
    compare: 'PREVIOUS_YEAR',
    grain: 'MONTH',
  })
  expect(ready().statements.filter((statement) => /^\s*with/.test(statement))).toHaveLength(1)
  expect(
    ready().statements.filter((statement) => /^\s*select (?!\s*set_config)/.test(statement) && !statement.includes('set_config')),
  ).toEqual([])
})

test('a question that takes too long is stopped, with what would make it smaller', async () => {
  const hurried = ready().openSales({ statementTimeout: 250 })
  const long = { metrics: ['PIPELINE' as const], period: { from: '2000-01-01', to: '2024-06-15' }, grain: 'DAY' as const }
  await ready().admin.begin(async (session) => {
    await session`lock table sales.opportunities`
    await expect(metricTable(hurried, salesCatalogue, ready().company.viewer, long)).rejects.toThrow(
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
    (await memberKeys(ready().sales, salesCatalogue, ready().company.viewer, { dimension, search })).map(({ label }) => label)
  expect(await find('CUSTOMER', 'A')).toEqual(['Acme', 'Beta', 'Gamma'])
  expect(await find('CUSTOMER', 'GÁM')).toEqual(['Gamma'])
  expect(await find('INDUSTRY', 'epic')).toEqual(['Épicerie'])
  expect(await find('CHANNEL')).toEqual(['online', 'reseller'])
  expect(await find('COUNTRY', 'united')).toEqual(['United States'])
  expect(await find('TEAM', 'x')).toEqual([])
  expect(await find('ORDER_STATUS', 'can')).toEqual(['cancelled'])
})
