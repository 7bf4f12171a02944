import { companyId, importedId } from '@aems/drizzle/ids.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedFinance } from './imported.ts'

/** The mill has sawing, with drying beneath it, and sales; each but drying has a head, and the mill itself is a legal entity. */
const files = {
  'org_units.csv': [
    'ref,name,kind,parent_ref,manager_ref',
    'M,Mill,legal_entity,,HEAD',
    'SAW,Sawing,department,M,SAWYER',
    'DRY,Drying,department,SAW,',
    'SELL,Sales,department,M,SELLER',
    '',
  ].join('\n'),
  'employees.csv': [
    'ref,name,org_unit_ref',
    'HEAD,Ann Head,M',
    'SAWYER,Bo Sawyer,SAW',
    'DRYER,Cy Dryer,DRY',
    'SELLER,Di Seller,SELL',
    '',
  ].join('\n'),
  'accounts.csv': 'ref,name,type,subtype\nA,Wood,expense,cogs\nB,Travel,expense,travel\n',
  'ledger_entries.csv': [
    'ref,account_ref,org_unit_ref,legal_entity_ref,scenario,posted_on,amount',
    'L-SAW,A,SAW,,actual,2025-06-01,10',
    'L-DRY,A,DRY,,actual,2025-06-01,20',
    'L-SELL,B,SELL,,actual,2025-06-01,40',
    'L-MILL,A,,M,actual,2025-06-01,80',
    'L-NONE,A,,,actual,2025-06-01,160',
    'P-DRY,A,DRY,,budget,2025-06-30,25',
    'P-SELL,B,SELL,,budget,2025-06-30,50',
    '',
  ].join('\n'),
  'expenses.csv': [
    'ref,employee_ref,org_unit_ref,category,incurred_on,amount,status,submitted_on',
    'X-DRYER,DRYER,,travel,2025-06-02,1,submitted,2025-06-03',
    'X-SELLER,SELLER,,travel,2025-06-02,2,submitted,2025-06-03',
    'X-SAWYER-SELL,SAWYER,SELL,meals,2025-06-02,4,submitted,2025-06-03',
    'X-NOBODY-SELL,,SELL,meals,2025-06-02,8,submitted,2025-06-03',
    '',
  ].join('\n'),
  'targets.csv': [
    'metric,dimension,member,starts_on,ends_on,amount',
    'OPERATING_EXPENSES,,,2025-06-01,2025-06-30,300',
    'OPERATING_EXPENSES,ORG_UNIT,Drying,2025-06-01,2025-06-30,22',
    'OPERATING_EXPENSES,ORG_UNIT,SELL,2025-06-01,2025-06-30,44',
    '',
  ].join('\n'),
  'customers.csv': 'ref,name\nC1,Anna\n',
  'invoices.csv': 'ref,customer_ref,issued_on,due_on,amount\nI1,C1,2025-06-01,2025-07-01,100\n',
}

const mill = companyId('mill')
let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(files)
}, 60_000)
afterAll(() => finance.drop())

/** A manager has no hr:all; which employee they are says what they see. */
const as = (employee: string | null, ...more: string[]): Viewer => ({
  ...finance.viewer,
  scopes: new Set(['finance:read', 'expenses:approve', 'finance:payroll:read', ...more]),
  employeeId: employee === null ? null : importedId(mill, 'employee', employee),
})

interface Seen {
  readonly ledgerEntries: { readonly nodes: readonly { readonly ref: string }[] }
  readonly expenses: { readonly nodes: readonly { readonly ref: string }[] }
  readonly financeMetrics: { readonly totals: readonly { readonly value: string | null }[] }
  readonly invoices: { readonly totalCount: number }
  readonly targets: { readonly nodes: readonly { readonly member: string | null }[] }
}

async function seenBy(viewer: Viewer) {
  const { ledgerEntries, expenses, financeMetrics, invoices, targets } = await finance.ask<Seen>(
    `{
      ledgerEntries(where: [{ dimension: SCENARIO, in: ["actual", "budget"] }]) { nodes { ref } }
      expenses { nodes { ref } }
      invoices { totalCount }
      targets { nodes { member } }
      financeMetrics(query: { metrics: [OPERATING_EXPENSES, BUDGET, EXPENSES, ACCOUNTS_RECEIVABLE], period: { all: true } }) { totals { value } }
    }`,
    {},
    viewer,
  )
  const refs = ({ nodes }: Seen['expenses']) => nodes.map(({ ref }) => ref).sort()
  return {
    entries: refs(ledgerEntries),
    claims: refs(expenses),
    totals: financeMetrics.totals.map(({ value }) => (value === null ? null : Number(value))),
    invoices: invoices.totalCount,
    targets: targets.nodes.map(({ member }) => member).sort(),
  }
}

test('a manager sees entries, budget and claims of their own units and of those beneath, and figures of these alone', async () => {
  expect(await seenBy(as('SAWYER'))).toEqual({
    entries: ['L-DRY', 'L-SAW', 'P-DRY'],
    // The claim that Sales bears is their own.
    claims: ['X-DRYER', 'X-SAWYER-SELL'],
    totals: [0, 25, 5, 100],
    invoices: 1,
    targets: ['Drying'],
  })
  expect(await seenBy(as('SELLER'))).toMatchObject({
    entries: ['L-SELL', 'P-SELL'],
    claims: ['X-NOBODY-SELL', 'X-SAWYER-SELL', 'X-SELLER'],
    totals: [40, 50, 14, 100],
    targets: ['SELL'],
  })
  // The whole company is beneath its head, but for what belongs to no unit.
  expect((await seenBy(as('HEAD'))).entries).toEqual(['L-DRY', 'L-MILL', 'L-SAW', 'L-SELL', 'P-DRY', 'P-SELL'])
})

test('an employee who manages nothing sees their own claims, and whoever is no employee sees none', async () => {
  expect(await seenBy(as('DRYER'))).toEqual({
    entries: [],
    claims: ['X-DRYER'],
    totals: [null, null, 1, 100],
    invoices: 1,
    targets: [],
  })
  expect(await seenBy(as(null))).toMatchObject({ entries: [], claims: [], totals: [null, null, null, 100] })
})

test('who may see everyone sees every unit, manager or not', async () => {
  const { entries, claims, targets } = await seenBy(as('DRYER', 'hr:all'))
  expect([entries.length, claims.length, targets.length]).toEqual([7, 4, 3])
})

test('a claim of another unit can be neither found nor approved', async () => {
  const id = importedId(mill, 'expense', 'X-SELLER')
  expect(await finance.ask(`{ expense(id: "${id}") { ref } }`, {}, as('SAWYER'))).toEqual({ expense: null })
  const approve = (viewer: Viewer) =>
    finance.ask(
      `mutation { approveExpense(input: { expenseId: "${id}" }) { ... on Expense { status } ... on UserError { message } } }`,
      {},
      viewer,
    )
  expect(await approve(as('SAWYER'))).toEqual({
    approveExpense: { message: `There is no expense claim ${id} that you may see. Look its id up in the list.` },
  })
  expect(await approve(as('HEAD'))).toEqual({ approveExpense: { status: 'APPROVED' } })
})

test('an employee claims for themselves', async () => {
  const submitted = await finance.ask(
    'mutation { submitExpense(input: { category: "travel", amount: "3" }) { ... on Expense { amount } ... on UserError { message } } }',
    {},
    as('DRYER'),
  )
  expect(submitted).toEqual({ submitExpense: { amount: '3.0000' } })
})
