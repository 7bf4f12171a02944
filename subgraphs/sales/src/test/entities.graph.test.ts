import { openGraph, type TestCompany, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

let graph: TestGraph
let company: TestCompany
beforeAll(async () => {
  graph = await openGraph()
  await graph.company('tea')
  company = await graph.importCompany('tea')
}, 60_000)
afterAll(() => graph.close())

const ask = (operation: string) => graph.ask(operation, {}, company.owner)

/** How many statements sales and products read rows with, for one operation. */
async function statementsOf(operation: string): Promise<number> {
  await Promise.all([graph.statements('sales'), graph.statements('products')])
  await ask(operation)
  const sent = (await Promise.all([graph.statements('sales'), graph.statements('products')])).flat()
  return sent.filter((statement) => !/^\s*(?:begin|commit|select set_config)|pg_catalog|fold_rollups/i.test(statement)).length
}

test('a product is described by products, and sold by sales', async () => {
  const { products } = await ask(`{ products(first: 5) { nodes {
    name category
    orderLines(first: 2) { totalCount nodes { orderedOn netAmount order { ref customer { name } } } }
    opportunities { nodes { ref } }
  } } }`)
  const { nodes } = products as { nodes: { name: string }[] }
  expect(nodes.find(({ name }) => name === 'Kettle')).toEqual({
    name: 'Kettle',
    category: 'Ware',
    orderLines: {
      totalCount: 3,
      nodes: [
        { orderedOn: '2025-06-30', netAmount: '55.0000', order: { ref: 'O-7', customer: { name: 'Anna Berg' } } },
        { orderedOn: '2025-02-28', netAmount: '180.0000', order: { ref: 'O-4', customer: { name: 'Tea "House" Ltd' } } },
      ],
    },
    opportunities: { nodes: [{ ref: 'D1' }, { ref: 'D3' }] },
  })
})

test('a line of an order names its product', async () => {
  const { orderLines } = await ask('{ orderLines(first: 1, orderBy: NET_AMOUNT_DESC) { nodes { product { name sku } } } }')
  expect(orderLines).toEqual({ nodes: [{ product: { name: 'Kettle', sku: 'WARE-K' } }] })
})

test('five products with their lines cost as many statements as two', async () => {
  const operation = (first: number) =>
    `{ products(first: ${first}) { nodes { name orderLines(first: 3) { nodes { product { category } order { ref } } } } } }`
  expect(await statementsOf(operation(5))).toBe(await statementsOf(operation(2)))
})

test('months to come stand after the known ones, with an interval and how far such forecasts were off', async () => {
  const { salesMetrics } = await ask(`{ salesMetrics(query: {
      metrics: [NET_REVENUE], period: { from: "2024-11-01", to: "2025-06-30" }, asOf: "2025-06-30", grain: MONTH
      forecast: { n: 2, unit: MONTH }
    }) { rows { forecast period { from } cells { value low high } } explain { forecastError { smape mase origins } } } }`)
  const amount = expect.stringMatching(/^\d+(\.\d{1,2})?$/)
  expect(salesMetrics).toEqual({
    rows: expect.arrayContaining([
      { forecast: false, period: { from: '2025-06-01' }, cells: [{ value: expect.any(String), low: null, high: null }] },
      { forecast: true, period: { from: '2025-07-01' }, cells: [{ value: amount, low: amount, high: amount }] },
      { forecast: true, period: { from: '2025-08-01' }, cells: [{ value: amount, low: amount, high: amount }] },
    ]),
    explain: [{ forecastError: { smape: expect.any(String), mase: expect.any(String), origins: 4 } }],
  })
})
