import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGraph, type Person, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let owner: Person

beforeAll(async () => {
  graph = await openGraph()
  owner = (await graph.importCompany('hilltop')).owner
}, 60_000)
afterAll(() => graph.close())

test('an employee carries what finance, sales and risk know of them', async () => {
  const { employees } = await graph.ask(
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
    {},
    owner,
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
  const { orgUnits } = await graph.ask(
    `{ orgUnits { ref
      employees { totalCount }
      spending budget
      june: spending(period: { from: "2025-06-01", to: "2025-06-30" })
      ledgerEntries(where: [{ dimension: ACCOUNT_TYPE, in: ["expense"] }], orderBy: AMOUNT_DESC) { nodes { ref orgUnit { name } } }
      expenses { nodes { ref employee { name } } }
      risks(state: OPEN) { nodes { ref orgUnit { ref } } }
      incidents(state: OPEN) { nodes { ref } }
    } }`,
    {},
    owner,
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
  const { products, orders, purchaseOrders } = await graph.ask(
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
    {},
    owner,
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
  const company = await graph.company('hilltop')
  const analyst = await company.member('analyst')
  const operation = `{
    ledgerEntries(where: [{ dimension: ACCOUNT_SUBTYPE, in: ["payroll", "travel"] }], orderBy: AMOUNT_DESC) { nodes { ref orgUnit { ref } } }
    orgUnits { ref spending ledgerEntries { nodes { ref } } }
  }`
  const asOwner = await graph.ask(operation, {}, owner)
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
