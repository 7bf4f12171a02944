import { afterAll, beforeAll, expect, test } from 'vitest'
import { books } from './books.ts'
import { importedFinance } from './imported.ts'

let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(books)
}, 60_000)
afterAll(() => finance.drop())

const quarter = { from: '2025-04-01', to: '2025-06-30' }

test('the income statement is that of the accounts by type and subtype; contra accounts subtract', async () => {
  const metrics = ['REVENUE', 'COST_OF_GOODS_SOLD', 'GROSS_PROFIT', 'OPERATING_EXPENSES', 'OPERATING_INCOME', 'EBITDA']
  expect(await finance.totals({ metrics: [...metrics, 'OTHER_INCOME', 'NET_INCOME'], period: quarter })).toEqual({
    REVENUE: 450,
    COST_OF_GOODS_SOLD: 200,
    GROSS_PROFIT: 250,
    OPERATING_EXPENSES: 175,
    OPERATING_INCOME: 75,
    EBITDA: 100,
    OTHER_INCOME: 4,
    NET_INCOME: 69,
  })
})

test('margins and ratios are those of their parts', async () => {
  const metrics = ['GROSS_MARGIN', 'OPERATING_MARGIN', 'NET_MARGIN', 'OPERATING_EXPENSE_RATIO', 'HUMAN_CAPITAL_ROI']
  const found = await finance.totals({ metrics, period: quarter })
  const expected = {
    GROSS_MARGIN: 250 / 450,
    OPERATING_MARGIN: 75 / 450,
    NET_MARGIN: 69 / 450,
    OPERATING_EXPENSE_RATIO: 175 / 450,
  }
  for (const [metric, value] of Object.entries(expected)) expect(found[metric]).toBeCloseTo(value, 10)
  expect(found['HUMAN_CAPITAL_ROI']).toBeCloseTo((450 - 175 + 120) / 120, 10)
})

test('balances are as of the end, and the cash flow ties to the change of cash', async () => {
  const metrics = ['CASH_BALANCE', 'NET_CASH_FLOW', 'OPERATING_CASH_FLOW', 'FREE_CASH_FLOW', 'WORKING_CAPITAL']
  const found = await finance.totals({ metrics, period: quarter })
  // Net income 69 + depreciation 25 − receivables 100 − inventory 100 + payables 150.
  expect(found).toEqual({
    CASH_BALANCE: 844,
    NET_CASH_FLOW: 844,
    OPERATING_CASH_FLOW: 44,
    // Fixed assets grew by 575, having lost 25 to depreciation.
    FREE_CASH_FLOW: 44 - 575 - 25,
    WORKING_CAPITAL: 844 + 100 + 100 - 150,
  })
  const financing = 400 + 1000
  expect(Number(found['FREE_CASH_FLOW']) + financing).toBe(found['NET_CASH_FLOW'])
})

test('ratios of the balance sheet are taken at the period’s end', async () => {
  const metrics = ['CURRENT_RATIO', 'QUICK_RATIO', 'DEBT_TO_EQUITY', 'RETURN_ON_ASSETS', 'RETURN_ON_EQUITY']
  const found = await finance.totals({ metrics, period: quarter })
  const assets = 844 + 100 + 100 + 575
  const expected = {
    CURRENT_RATIO: 1044 / 150,
    QUICK_RATIO: 944 / 150,
    DEBT_TO_EQUITY: 400 / 1000,
    RETURN_ON_ASSETS: 69 / assets,
    RETURN_ON_EQUITY: 69 / 1000,
  }
  for (const [metric, value] of Object.entries(expected)) expect(found[metric], metric).toBeCloseTo(value, 10)
})

test('burn is the mean monthly outflow of three months, and the runway what cash lasts by it', async () => {
  // April brought 800 and May 230; June took 186.
  expect(
    await finance.totals({ metrics: ['BURN_RATE', 'RUNWAY_MONTHS'], period: { from: '2025-06-01', to: '2025-06-30' } }),
  ).toEqual({
    BURN_RATE: 0,
    RUNWAY_MONTHS: null,
  })
})

test('budget and its variance are of expense, of revenue, or over both of net income', async () => {
  const metrics = ['BUDGET', 'BUDGET_VARIANCE', 'BUDGET_VARIANCE_RATIO', 'BUDGET_UTILIZATION']
  const of = (subtype: string) => ({ where: [{ dimension: 'ACCOUNT_SUBTYPE', in: [subtype] }], period: quarter })
  expect(await finance.totals({ metrics, ...of('travel') })).toEqual({
    BUDGET: 40,
    BUDGET_VARIANCE: -10,
    BUDGET_VARIANCE_RATIO: -0.25,
    BUDGET_UTILIZATION: 0.75,
  })
  expect(await finance.totals({ metrics: ['BUDGET', 'BUDGET_VARIANCE'], ...of('sales') })).toEqual({
    BUDGET: 400,
    BUDGET_VARIANCE: 50,
  })
  expect(await finance.totals({ metrics: ['BUDGET', 'BUDGET_VARIANCE'], period: quarter })).toEqual({
    BUDGET: 260,
    BUDGET_VARIANCE: 69 - 260,
  })
})

test('a figure is held against budget and forecast', async () => {
  const asked = (compare: string) =>
    finance.ask<{ financeMetrics: unknown }>(
      `query ($compare: Comparison) { financeMetrics(query: { metrics: [OPERATING_EXPENSES], compare: $compare,
        period: { from: "2025-05-01", to: "2025-05-31" }, where: [{ dimension: ACCOUNT, in: ["Travel"] }] }) {
        totals { value target change } } }`,
      { compare },
    )
  expect(await asked('BUDGET')).toEqual({ financeMetrics: { totals: [{ value: '30', target: '40', change: '-10' }] } })
  expect(await asked('FORECAST')).toEqual({ financeMetrics: { totals: [{ value: '30', target: '35', change: '-5' }] } })
})

test('scenarios are told apart where they are asked for', async () => {
  const { financeMetrics } = await finance.ask<{ financeMetrics: { rows: unknown[] } }>(
    `{ financeMetrics(query: { metrics: [OPERATING_EXPENSES], by: [SCENARIO], period: { all: true },
      where: [{ dimension: ACCOUNT, in: ["Travel"] }] }) { rows { keys { value } cells { value } } } }`,
  )
  expect(financeMetrics.rows).toEqual([
    { keys: [{ value: 'actual' }], cells: [{ value: '30' }] },
    { keys: [{ value: 'budget' }], cells: [{ value: '40' }] },
    { keys: [{ value: 'forecast' }], cells: [{ value: '35' }] },
  ])
})

test('a condition on an account takes in the accounts beneath it', async () => {
  const where = [{ dimension: 'ACCOUNT', in: ['Sales'] }]
  expect(await finance.totals({ metrics: ['REVENUE'], period: quarter, where })).toEqual({ REVENUE: 450 })
})

test('the entries behind a figure are listed, and an account knows its own', async () => {
  const { ledgerEntries, accounts } = await finance.ask<Record<string, unknown>>(`{
    ledgerEntries(where: [{ dimension: ACCOUNT_SUBTYPE, in: ["travel"] }], period: { from: "2025-05-01", to: "2025-05-31" }) {
      totalCount nodes { ref amount scenario postedOn account { name type } } }
    accounts { name parent { name } children { name } entries(first: 1) { totalCount nodes { ref } } } }`)
  expect(ledgerEntries).toEqual({
    totalCount: 1,
    nodes: [
      {
        ref: 'J9-0',
        amount: '30.0000',
        scenario: 'ACTUAL',
        postedOn: '2025-05-31',
        account: { name: 'Travel', type: 'EXPENSE' },
      },
    ],
  })
  expect(accounts).toContainEqual({
    name: 'Returns',
    parent: { name: 'Sales' },
    children: [],
    entries: { totalCount: 1, nodes: [{ ref: 'J7-0' }] },
  })
})

test('what single units pay is seen with the right to see payroll alone', async () => {
  const without = { ...finance.viewer, scopes: new Set(['finance:read', 'hr:all']) }
  const question = (by: string) =>
    `{ financeMetrics(query: { metrics: [OPERATING_EXPENSES], by: [${by}], period: { all: true } }) { rowCount } }`
  expect(await finance.refusal(question('ORG_UNIT, ACCOUNT_SUBTYPE'), {}, without)).toBe(
    'What single units pay may be seen only with the right to see payroll. Ask by ORG_UNIT or by account, not both, or ask an administrator for the right.',
  )
  expect(await finance.refusal(question('ORG_UNIT'), {}, without)).toBeUndefined()
  expect(await finance.refusal(question('ORG_UNIT, ACCOUNT_SUBTYPE'))).toBeUndefined()
})

test('a figure is held against its targets: what accrues day by day, a balance as of the end', async () => {
  const asked = (query: string) =>
    finance.ask<unknown>(
      `{ financeMetrics(query: { ${query}, compare: TARGET }) { totals { value target } rows { cells { target } } } }`,
    )
  expect(await asked('metrics: [REVENUE], period: { from: "2025-04-16", to: "2025-04-30" }')).toMatchObject({
    financeMetrics: { totals: [{ value: '500', target: '300' }] },
  })
  expect(await asked('metrics: [CASH_BALANCE], period: { to: "2025-06-30" }')).toMatchObject({
    financeMetrics: { totals: [{ value: '844', target: '800' }] },
  })
  const apart = 'metrics: [OPERATING_EXPENSES], by: [ACCOUNT], where: [{ dimension: ACCOUNT, in: ["Travel"] }]'
  expect(await asked(`${apart}, period: { from: "2025-05-01", to: "2025-05-31" }`)).toMatchObject({
    financeMetrics: { rows: [{ cells: [{ target: '31' }] }] },
  })
})

test('the parts of an additive figure sum to the whole, by every split that it reaches', async () => {
  const sums = [
    'REVENUE',
    'GROSS_PROFIT',
    'OPERATING_EXPENSES',
    'NET_INCOME',
    'NET_CASH_FLOW',
    'OPERATING_CASH_FLOW',
    'CASH_BALANCE',
  ]
  const splits = ['ACCOUNT', 'ACCOUNT_TYPE', 'ACCOUNT_SUBTYPE', 'ORG_UNIT', 'LEGAL_ENTITY']
  for (const split of splits) {
    const { financeMetrics } = await finance.ask<{ financeMetrics: Record<'rows' | 'totals', unknown> }>(
      `{ financeMetrics(query: { metrics: [${sums.join()}], by: [${split}], period: { all: true } }) {
        totals { value } rows { cells { value } } } }`,
    )
    const { rows, totals } = financeMetrics as {
      rows: { cells: { value: string | null }[] }[]
      totals: { value: string | null }[]
    }
    for (const [place, metric] of sums.entries()) {
      const sum = rows.reduce((all, { cells }) => all + Number(cells[place]?.value ?? 0), 0)
      expect(sum, `${metric} by ${split}`).toBeCloseTo(Number(totals[place]?.value), 8)
    }
  }
})
