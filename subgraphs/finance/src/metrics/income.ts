import { formula, type MetricDefinition, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import { type FinanceFact, kinds, type LedgerValue, ledgerFacts, signedAmount } from './facts.ts'
import { postedTo } from './ledger.ts'

/** What is earned less what is spent. */
const earned: LedgerValue = (amount) =>
  sql`case when ${kinds.anyRevenue} then ${signedAmount(amount)} else -(${signedAmount(amount)}) end`

/** The income statement of one scenario. */
function incomeStatement(fact: FinanceFact) {
  const revenue = postedTo(fact, kinds.revenue)
  const operatingExpenses = postedTo(fact, kinds.operatingExpense)
  const grossProfit = postedTo(fact, sql`((${kinds.revenue}) or (${kinds.costOfGoods}))`, earned)
  const operatingIncome = postedTo(
    fact,
    sql`((${kinds.revenue}) or (${kinds.costOfGoods}) or (${kinds.operatingExpense}))`,
    earned,
  )
  const netIncome = postedTo(fact, sql`(${kinds.anyRevenue} or ${kinds.anyExpense})`, earned)
  return {
    revenue,
    costOfGoodsSold: postedTo(fact, kinds.costOfGoods),
    grossProfit,
    operatingExpenses,
    operatingIncome,
    ebitda: postedTo(
      fact,
      sql`((${kinds.revenue}) or (${kinds.costOfGoods}) or (${kinds.operatingExpense} and not (${kinds.depreciation})))`,
      earned,
    ),
    otherIncome: postedTo(fact, kinds.otherIncome),
    netIncome,
    grossMargin: ratio({ of: grossProfit, to: revenue }),
    operatingMargin: ratio({ of: operatingIncome, to: revenue }),
    netMargin: ratio({ of: netIncome, to: revenue }),
    operatingExpenseRatio: ratio({ of: operatingExpenses, to: revenue }),
  }
}

const actual = incomeStatement(ledgerFacts.actual)
const budget = incomeStatement(ledgerFacts.budget)
const forecast = incomeStatement(ledgerFacts.forecast)

/** A line of the income statement, held against what was planned of it. */
const line = (name: keyof typeof actual): MetricDefinition<FinanceDimension> => ({
  ...actual[name],
  budget: budget[name],
  forecast: forecast[name],
})

export const REVENUE = line('revenue')
export const COST_OF_GOODS_SOLD = line('costOfGoodsSold')
export const GROSS_PROFIT = line('grossProfit')
export const OPERATING_EXPENSES = line('operatingExpenses')
export const OPERATING_INCOME = line('operatingIncome')
export const EBITDA = line('ebitda')
export const OTHER_INCOME = line('otherIncome')
export const NET_INCOME = line('netIncome')
export const GROSS_MARGIN = line('grossMargin')
export const OPERATING_MARGIN = line('operatingMargin')
export const NET_MARGIN = line('netMargin')
export const OPERATING_EXPENSE_RATIO = line('operatingExpenseRatio')

/**
 * Revenue less operating expenses other than pay, for each unit of pay.
 * J. Fitz-enz, The ROI of Human Capital (2000), chapter 2: (revenue − (expenses − pay)) ÷ pay.
 */
export const HUMAN_CAPITAL_ROI = formula<FinanceDimension, 'revenue' | 'expenses' | 'pay'>({
  parts: {
    revenue: actual.revenue,
    expenses: actual.operatingExpenses,
    pay: postedTo(ledgerFacts.actual, kinds.payroll),
  },
  value: ({ revenue, expenses, pay }) => sql`(${revenue} - ${expenses} + ${pay}) / nullif(${pay}, 0)`,
})
