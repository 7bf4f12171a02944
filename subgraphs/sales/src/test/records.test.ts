import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedSales } from './imported.ts'

let sales: Awaited<ReturnType<typeof importedSales>>
beforeAll(async () => {
  sales = await importedSales()
})
afterAll(() => sales.drop())

const members = {
  TERRITORY: ['North', 'South', 'West, overseas'],
  COUNTRY: ['DE', 'France'],
  CHANNEL: ['online', 'reseller'],
  PRODUCT: ['Green tea', 'Black tea', 'Kettle', 'Gift card'],
  CATEGORY: ['Tea', 'Ware'],
  CUSTOMER: ['Café Müller', 'Anna Berg', 'Tea "House" Ltd'],
  CUSTOMER_KIND: ['person', 'company'],
  SALES_PERSON: ['Maria Sommer', 'Jon Ek'],
  ORDER_STATUS: ['open', 'shipped', 'cancelled', 'returned'],
} as const

const condition = fc.constantFrom(...Object.entries(members)).chain(([dimension, names]) =>
  fc.record({ way: fc.constantFrom('in', 'notIn'), some: fc.subarray([...names], { minLength: 1 }) }).map(({ way, some }) => ({
    dimension,
    [way]: some,
  })),
)

const day = fc
  .date({ min: new Date('2024-11-01'), max: new Date('2025-07-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const period = fc.tuple(day, day).map((days) => {
  const [from, to] = days.toSorted()
  return { from, to }
})

const question = fc.record({ where: fc.array(condition, { maxLength: 2 }), period })

const source = `query ($where: [SalesCondition!], $period: PeriodInput!) {
  salesMetrics(query: { metrics: [NET_REVENUE, UNITS_SOLD, GROSS_PROFIT, ORDERS, NEW_CUSTOMERS], where: $where, period: $period }) {
    totals { value }
  }
  orderLines(where: $where, period: $period, first: 1000) { totalCount nodes { netAmount quantity grossProfit } }
  orders(where: $where, period: $period) { totalCount }
  customers(where: $where, period: $period) { totalCount }
}`

interface Answer {
  readonly salesMetrics: { readonly totals: readonly { readonly value: string | null }[] }
  readonly orderLines: {
    readonly totalCount: number
    readonly nodes: readonly { readonly netAmount: string; readonly quantity: string; readonly grossProfit: string | null }[]
  }
  readonly orders: { readonly totalCount: number }
  readonly customers: { readonly totalCount: number }
}

/** A sum of amounts with four decimals, exactly. */
const sum = (amounts: readonly (string | null)[]): number =>
  amounts.reduce((total, amount) => total + Math.round(Number(amount ?? 0) * 10_000), 0) / 10_000

test('whatever is asked, the records listed are those that the figure is made of', async () => {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { salesMetrics, orderLines, orders, customers } = await sales.ask<Answer>(source, asked)
      const { nodes, totalCount } = orderLines
      expect(totalCount).toBe(nodes.length)
      expect(salesMetrics.totals.map(({ value }) => Number(value))).toEqual([
        sum(nodes.map(({ netAmount }) => netAmount)),
        sum(nodes.map(({ quantity }) => quantity)),
        sum(nodes.map(({ grossProfit }) => grossProfit)),
        orders.totalCount,
        customers.totalCount,
      ])
    }),
    { numRuns: 25 },
  )
})
