import { afterAll, beforeAll, expect, test } from 'vitest'
import { books } from './books.ts'
import { importedFinance } from './imported.ts'

const files = {
  ...books,
  'customers.csv': 'ref,name\nC1,Anna\nC2,Bert\n',
  'suppliers.csv': 'ref,name\nS1,Wood & Co\n',
  'exchange_rates.csv': 'currency,on,rate\nUSD,2025-01-01,0.5\n',
  'invoices.csv': [
    'ref,customer_ref,issued_on,due_on,amount,currency',
    'I1,C1,2025-03-01,2025-03-31,100,',
    'I2,C1,2025-05-01,2025-05-31,200,',
    'I3,C2,2025-06-10,2025-07-10,300,USD',
    '',
  ].join('\n'),
  'payments.csv': 'ref,invoice_ref,paid_on,amount\nP1,I1,2025-04-15,40\nP2,I3,2025-06-20,100\nP3,I2,2025-07-05,200\n',
  'bills.csv': [
    'ref,supplier_ref,issued_on,due_on,amount,paid_on',
    'B1,S1,2025-04-10,2025-05-10,300,2025-06-15',
    'B2,S1,2025-06-01,2025-06-15,90,',
    '',
  ].join('\n'),
  'expenses.csv': [
    'ref,category,incurred_on,amount,status,submitted_on,decided_on',
    'E1,travel,2025-05-02,50,approved,2025-05-03,2025-05-07',
    'E2,meals,2025-05-04,20,rejected,2025-05-05,2025-05-15',
    'E3,travel,2025-06-04,30,submitted,2025-06-05,',
    'E4,meals,2025-06-06,10,draft,,',
    '',
  ].join('\n'),
}

let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(files)
}, 60_000)
afterAll(() => finance.drop())

const quarter = { from: '2025-04-01', to: '2025-06-30' }

test('receivables are invoices less payments by the end of the period, in the company’s currency', async () => {
  // 100 − 40 + 200 + (300 − 100) at 0.5; the payment of July is yet to come.
  expect(
    await finance.totals({ metrics: ['ACCOUNTS_RECEIVABLE', 'OVERDUE_RECEIVABLES', 'ACCOUNTS_PAYABLE'], period: quarter }),
  ).toEqual({
    ACCOUNTS_RECEIVABLE: 360,
    OVERDUE_RECEIVABLES: 260,
    ACCOUNTS_PAYABLE: 90,
  })
})

test('receivables by age sum to receivables, each by its days past due', async () => {
  const { financeMetrics } = await finance.ask<{ financeMetrics: { rows: unknown } }>(
    `{ financeMetrics(query: { metrics: [ACCOUNTS_RECEIVABLE], by: [AGE_BUCKET], period: { to: "2025-06-30" } }) {
      rows { keys { value } cells { value } } } }`,
  )
  expect(financeMetrics.rows).toEqual([
    { keys: [{ value: '1–30' }], cells: [{ value: '200' }] },
    { keys: [{ value: '90+' }], cells: [{ value: '60' }] },
    { keys: [{ value: 'current' }], cells: [{ value: '100' }] },
  ])
})

test('days outstanding are balances over flows times days, and the cycle is theirs', async () => {
  const found = await finance.totals({ metrics: ['DSO', 'DPO', 'DIO', 'CASH_CONVERSION_CYCLE'], period: quarter })
  const [dso, dpo, dio] = [(360 / 350) * 91, (90 / 390) * 91, (100 / 200) * 91]
  expect(found['DSO']).toBeCloseTo(dso, 8)
  expect(found['DPO']).toBeCloseTo(dpo, 8)
  expect(found['DIO']).toBeCloseTo(dio, 8)
  expect(found['CASH_CONVERSION_CYCLE']).toBeCloseTo(dso + dio - dpo, 8)
})

test('expenses leave drafts and what was rejected out; approval takes the days to a decision', async () => {
  const metrics = ['EXPENSES', 'EXPENSE_CLAIMS', 'AVERAGE_APPROVAL_DAYS', 'PENDING_EXPENSES']
  expect(await finance.totals({ metrics, period: quarter })).toEqual({
    EXPENSES: 80,
    EXPENSE_CLAIMS: 2,
    AVERAGE_APPROVAL_DAYS: 7,
    PENDING_EXPENSES: 30,
  })
  expect(await finance.totals({ metrics: ['PENDING_EXPENSES'], period: { to: '2025-05-06' } })).toEqual({ PENDING_EXPENSES: 70 })
})

test('open and overdue invoices, open bills and pending claims are listed as of the end', async () => {
  const found = await finance.ask(`{
    invoices(state: OPEN, period: { to: "2025-06-30" }, orderBy: DUE_ON_ASC) { nodes { ref openAmount payments { ref amount } } }
    overdue: invoices(state: OVERDUE, where: [{ dimension: AGE_BUCKET, in: ["1–30"] }], period: { to: "2025-06-30" }) { nodes { ref } }
    issued: invoices(period: { from: "2025-05-01", to: "2025-06-30" }) { totalCount }
    bills(state: OPEN) { nodes { ref openAmount supplier { id } } }
    expenses(state: PENDING) { nodes { ref status } } }`)
  expect(found).toMatchObject({
    invoices: {
      nodes: [
        { ref: 'I1', openAmount: '60.0000', payments: [{ ref: 'P1', amount: '40.0000' }] },
        { ref: 'I2', openAmount: '200.0000', payments: [{ ref: 'P3', amount: '200.0000' }] },
        { ref: 'I3', openAmount: '100.0000', payments: [{ ref: 'P2', amount: '50.0000' }] },
      ],
    },
    overdue: { nodes: [{ ref: 'I2' }] },
    issued: { totalCount: 2 },
    bills: { nodes: [{ ref: 'B2', openAmount: '90.0000' }] },
    expenses: { nodes: [{ ref: 'E3', status: 'SUBMITTED' }] },
  })
})

test('a page of fifty invoices with their payments costs as many statements as a page of one', async () => {
  const cost = async (first: number) => {
    finance.statements.length = 0
    await finance.ask(`{ invoices(first: ${first}) { nodes { openAmount payments { ref invoice { ref } } } } }`)
    return finance.statements.filter(
      (statement) => !/^\s*(?:begin|commit|select set_config)|pg_catalog|fold_rollups/i.test(statement),
    ).length
  }
  await cost(1)
  expect(await cost(50)).toBe(await cost(1))
})
