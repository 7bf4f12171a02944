import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGraph, type TestCompany, type TestGraph } from '../testing/graph.ts'

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
  return sent.filter((statement) => !/^\s*(?:begin|commit|select set_config)|pg_catalog/i.test(statement)).length
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

test('an employee carries what finance, sales and risk know of them', async () => {
  const { employees } = await ask(
    `{ employees(first: 20) { nodes { ref
      expenses(where: [{ dimension: EXPENSE_CATEGORY, in: ["travel"] }], state: COUNTED) { totalCount nodes { ref orgUnit { name } } }
      salesPerson { team orders(period: { from: "2025-04-01" }) { nodes { ref } } }
      orders(first: 1, orderBy: ORDERED_ON_ASC) { totalCount nodes { ref } pageInfo { hasNextPage } }
      opportunities(state: WON) { nodes { ref salesPerson { employee { name } } } }
      ownedRisks(state: OPEN) { nodes { ref } }
      ownedControls { nodes { ref } }
      ownedFindings(state: OPEN) { nodes { ref owner { ref } } }
      ownedFilings(state: OVERDUE) { nodes { ref } }
    } } }`,
  )
  const { nodes } = employees as { nodes: { ref: string }[] }
  expect(nodes.find(({ ref }) => ref === 'E17')).toEqual({
    ref: 'E17',
    expenses: { totalCount: 1, nodes: [{ ref: 'EXP-1', orgUnit: { name: 'Sales' } }] },
    salesPerson: { team: 'Home team', orders: { nodes: [{ ref: 'O-6' }] } },
    orders: { totalCount: 3, nodes: [{ ref: 'O-1' }], pageInfo: { hasNextPage: true } },
    opportunities: { nodes: [{ ref: 'D1', salesPerson: { employee: { name: 'Maria Sommer' } } }] },
    ownedRisks: { nodes: [{ ref: 'R3' }] },
    ownedControls: { nodes: [] },
    ownedFindings: { nodes: [] },
    ownedFilings: { nodes: [] },
  })
  expect(nodes.find(({ ref }) => ref === 'E20')).toMatchObject({
    salesPerson: null,
    orders: null,
    opportunities: null,
    ownedControls: { nodes: [{ ref: 'C2' }] },
    ownedFindings: { nodes: [{ ref: 'N1', owner: { ref: 'E20' } }] },
    ownedFilings: { nodes: [{ ref: 'B3' }] },
  })
})

test('an org unit carries its people, its budget and spending, and its risks', async () => {
  const { orgUnits } = await ask(
    `{ orgUnits { ref
      employees { totalCount }
      spending budget
      june: spending(period: { from: "2025-06-01", to: "2025-06-30" })
      ledgerEntries(where: [{ dimension: ACCOUNT_TYPE, in: ["expense"] }], orderBy: AMOUNT_DESC) { nodes { ref orgUnit { name } } }
      expenses { nodes { ref employee { name } } }
      risks(state: OPEN) { nodes { ref orgUnit { ref } } }
      incidents(state: OPEN) { nodes { ref } }
    } }`,
  )
  expect(orgUnits).toEqual(
    expect.arrayContaining([
      {
        ref: 'S',
        employees: { totalCount: 3 },
        spending: '181.5000',
        budget: '200.0000',
        june: '31.5000',
        ledgerEntries: {
          nodes: [
            { ref: 'L-5', orgUnit: { name: 'Sales' } },
            { ref: 'L-8', orgUnit: { name: 'Sales' } },
          ],
        },
        // EXP-1 names no unit: the one where its employee works bears it.
        expenses: {
          nodes: [
            { ref: 'EXP-4', employee: { name: 'Jon Ek' } },
            { ref: 'EXP-1', employee: { name: 'Maria Sommer' } },
            { ref: 'EXP-5', employee: null },
          ],
        },
        risks: { nodes: [{ ref: 'R3', orgUnit: { ref: 'S' } }] },
        incidents: { nodes: [{ ref: 'I3' }, { ref: 'I2' }] },
      },
      expect.objectContaining({ ref: 'H', spending: null, budget: null, expenses: { nodes: [] } }),
    ]),
  )
})

test('what was sold, bought, agreed and invoiced is told from either side', async () => {
  const { products, orders, purchaseOrders } = await ask(
    `{
      products(first: 5) { nodes { ref
        orderLines(period: { from: "2025-06-01" }) { nodes { netAmount } }
        purchases { totalCount } stock { onHand }
        incidents(state: OPEN) { nodes { ref product { ref } } }
        contracts(state: ACTIVE) { nodes { ref product { name } } }
      } }
      orders(first: 20) { nodes { ref invoices { ref order { ref } } } }
      purchaseOrders(first: 20) { nodes { ref bills { ref purchaseOrder { ref } } } }
    }`,
  )
  expect((products as { nodes: object[] }).nodes).toContainEqual({
    ref: 'K1',
    orderLines: { nodes: [{ netAmount: '55.0000' }] },
    purchases: { totalCount: expect.any(Number) },
    stock: expect.arrayContaining([{ onHand: expect.any(String) }]),
    incidents: { nodes: [{ ref: 'I2', product: { ref: 'K1' } }] },
    contracts: { nodes: [{ ref: 'CON-3', product: { name: 'Kettle' } }] },
  })
  expect((orders as { nodes: object[] }).nodes).toContainEqual({
    ref: 'O-5',
    invoices: [{ ref: 'INV-1', order: { ref: 'O-5' } }],
  })
  expect((purchaseOrders as { nodes: object[] }).nodes).toContainEqual({
    ref: 'PO-1',
    bills: [{ ref: 'BILL-1', purchaseOrder: { ref: 'PO-1' } }],
  })
})

test('which unit an entry of payroll belongs to is told only to those who may see payroll', async () => {
  const analyst = await company.member('analyst')
  const operation = `{
    ledgerEntries(where: [{ dimension: ACCOUNT_SUBTYPE, in: ["payroll", "travel"] }], orderBy: AMOUNT_DESC) { nodes { ref orgUnit { ref } } }
    orgUnits { ref spending ledgerEntries { nodes { ref } } }
  }`
  const asOwner = await ask(operation)
  const asAnalyst = await graph.ask(operation, {}, analyst)
  const entries = (unit: (ref: string) => { ref: string } | null) => ({
    nodes: ['L-5', 'L-6', 'L-8'].map((ref) => ({ ref, orgUnit: unit(ref) })),
  })
  expect(asOwner['ledgerEntries']).toEqual(entries((ref) => ({ ref: ref === 'L-6' ? 'D' : 'S' })))
  expect(asAnalyst['ledgerEntries']).toEqual(entries((ref) => (ref === 'L-8' ? { ref: 'S' } : null)))
  expect(asAnalyst['orgUnits']).toContainEqual({
    ref: 'S',
    spending: '31.5000',
    ledgerEntries: { nodes: [{ ref: 'L-8' }, { ref: 'L-2' }] },
  })
})

test('a partner pushes rows through the graph, in either shape', async () => {
  const push = `mutation ($input: ImportRowsInput!) { importRows(input: $input) {
    ... on Import { status counts { file added } failure } ... on UserError { message } } }`
  const expenses = {
    file: 'expenses.csv',
    rows: [{ ref: 'EXP-9', employee_ref: 'E20', category: 'fuel', incurred_on: '2025-06-30', amount: '7', status: 'draft' }],
  }
  expect(await graph.ask(push, { input: { files: [expenses] } }, company.owner)).toEqual({
    importRows: { status: 'DONE', counts: [{ file: 'expenses.csv', added: 1 }], failure: null },
  })
  expect(await ask('{ expenses(first: 1) { nodes { ref employee { name } } } }')).toEqual({
    expenses: { nodes: [{ ref: 'EXP-9', employee: { name: 'Ida Roth' } }] },
  })
})
