import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { copyTemplate } from '@aems/drizzle/testing.ts'
import { addDays, daysBetween } from '@aems/kit/metrics/days.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import type { MetricsQuery } from '@aems/kit/metrics/query.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { type SmallCompany, smallCompany } from './small-company.ts'

type Query = MetricsQuery<SalesMetric, SalesDimension>

let sales: DomainDatabase
let company: SmallCompany
let drop: () => Promise<void>

beforeAll(async () => {
  const copy = await copyTemplate()
  drop = copy.drop
  company = await smallCompany(copy.database)
  sales = copy.database.open('sales')
})
afterAll(() => drop())

/** Figures of every row, then of the totals; absent ones as null. */
async function figures(query: Query): Promise<(number | null)[][]> {
  const { rows, totals } = await metricTable(sales, salesCatalogue, company.viewer, query)
  const values = (cells: typeof totals) => cells.map(({ value }) => (value === null ? null : Number(value)))
  return [...rows.map(({ cells }) => values(cells)), values(totals)]
}

const period = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }))
  .map(([start, length]) => ({ from: addDays('2023-12-01', start), to: addDays('2023-12-01', start + length) }))
const grain = fc.option(fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const, 'FISCAL_QUARTER' as const))
const split = fc.subarray<SalesDimension>(['TERRITORY', 'COUNTRY', 'CUSTOMER_KIND', 'SALES_PERSON'], { maxLength: 2 })
const where = fc.constantFrom<NonNullable<Query['where']>>(
  [],
  [{ dimension: 'CUSTOMER_KIND', in: ['person'] }],
  [{ dimension: 'TERRITORY', notIn: ['North'] }],
  [{ dimension: 'ORDER_STATUS', in: ['cancelled', 'shipped'] }],
)
const question = fc.record({ period, grain, by: split, where })

const runs = { numRuns: 40 }

test('a ratio equals its parts, in every row and in the totals', async () => {
  const ratios: [SalesMetric, SalesMetric, SalesMetric][] = [
    ['AVERAGE_ORDER_VALUE', 'NET_REVENUE', 'ORDERS'],
    ['AVERAGE_SELLING_PRICE', 'NET_REVENUE', 'UNITS_SOLD'],
    ['GROSS_MARGIN', 'GROSS_PROFIT', 'NET_REVENUE'],
    ['REPEAT_RATE', 'REPEAT_CUSTOMERS', 'CUSTOMERS_ORDERING'],
  ]
  await fc.assert(
    fc.asyncProperty(question, fc.constantFrom(...ratios), async (asked, metrics) => {
      for (const [ratio, of, to] of await figures({ ...asked, metrics })) {
        if (ratio == null) expect(to === 0 || of === null).toBe(true)
        else expect(ratio * Number(to)).toBeCloseTo(Number(of), 6)
      }
    }),
    runs,
  )
})

test('additive figures of rows sum to the totals, whatever the split, the period and the conditions', async () => {
  const metrics: SalesMetric[] = ['NET_REVENUE', 'ORDERS', 'UNITS_SOLD']
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const rows = await figures({ ...asked, metrics, first: null })
      const totals = rows.pop()
      for (const [place, total] of (totals ?? []).entries()) {
        expect(rows.reduce((sum, row) => sum + Number(row[place]), 0)).toBeCloseTo(Number(total), 6)
      }
    }),
    runs,
  )
})

test('orders tell the same as their lines', async () => {
  const metrics: SalesMetric[] = ['NET_REVENUE', 'ORDERS', 'CUSTOMERS_ORDERING', 'NEW_CUSTOMERS', 'CUSTOMER_CONCENTRATION']
  // A condition on products that admits them all makes the engine read lines.
  const everyProduct = { dimension: 'PRODUCT' as const, in: ['Bike', 'Helmet'] }
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const lines = await figures({ ...asked, metrics, where: [...asked.where, everyProduct] })
      expect(lines).toEqual(await figures({ ...asked, metrics }))
    }),
    runs,
  )
})

test('what a period is compared with is what is told of those days by themselves', async () => {
  const metrics: SalesMetric[] = ['NET_REVENUE', 'ORDERS', 'GROSS_PROFIT', 'OPEN_OPPORTUNITIES', 'WON_AMOUNT']
  await fc.assert(
    fc.asyncProperty(period, split, where, async ({ from, to }, by, conditions) => {
      // Days to come compare with nothing.
      fc.pre(to <= '2024-06-15')
      const compared = await metricTable(sales, salesCatalogue, company.viewer, {
        ...{ metrics, by, where: conditions, compare: 'PREVIOUS_PERIOD', period: { from, to } },
      })
      const before = { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
      const alone = await metricTable(sales, salesCatalogue, company.viewer, { metrics, by, where: conditions, period: before })
      expect(compared.totals.map(({ previous }) => previous)).toEqual(alone.totals.map(({ value }) => value))
    }),
    runs,
  )
})
