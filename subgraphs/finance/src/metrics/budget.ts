import { formula, type Measure } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import { type FinanceFact, kinds, ledgerFacts } from './facts.ts'
import { ledgerSum } from './ledger.ts'

type Part = 'actualRevenue' | 'actualExpense' | 'budgetRevenue' | 'budgetExpense'

/** Absent where nothing was posted, so that it can be told whether revenue or expense is asked about at all. */
const postedTo = (fact: FinanceFact, where: SQL): Measure<FinanceDimension> => ({
  kind: 'measure',
  sources: [ledgerSum(fact, where)],
  empty: 'absent',
})

const parts: Readonly<Record<Part, Measure<FinanceDimension>>> = {
  actualRevenue: postedTo(ledgerFacts.actual, kinds.anyRevenue),
  actualExpense: postedTo(ledgerFacts.actual, kinds.anyExpense),
  budgetRevenue: postedTo(ledgerFacts.budget, kinds.anyRevenue),
  budgetExpense: postedTo(ledgerFacts.budget, kinds.anyExpense),
}

/** What was posted and what was budgeted: of revenue, of expense, or, over both, of net income. */
function compared(value: (actual: SQL, budget: SQL) => SQL) {
  return formula<FinanceDimension, Part>({
    parts,
    value: ({ actualRevenue, actualExpense, budgetRevenue, budgetExpense }) => {
      const hasRevenue = sql`coalesce(${actualRevenue}, ${budgetRevenue}) is not null`
      const hasExpense = sql`coalesce(${actualExpense}, ${budgetExpense}) is not null`
      const net = (revenue: SQL, expense: SQL) => sql`case
        when ${hasRevenue} and ${hasExpense} then coalesce(${revenue}, 0) - coalesce(${expense}, 0)
        when ${hasRevenue} then coalesce(${revenue}, 0) else coalesce(${expense}, 0) end`
      const budgeted = sql`coalesce(${budgetRevenue}, ${budgetExpense}) is not null`
      const found = value(sql`(${net(actualRevenue, actualExpense)})`, sql`(${net(budgetRevenue, budgetExpense)})`)
      return sql`case when ${budgeted} then ${found} end`
    },
  })
}

export const BUDGET = compared((_, budget) => budget)

export const BUDGET_VARIANCE = compared((actual, budget) => sql`${actual} - ${budget}`)

export const BUDGET_VARIANCE_RATIO = compared((actual, budget) => sql`(${actual} - ${budget}) / nullif(abs(${budget}), 0)`)

export const BUDGET_UTILIZATION = compared((actual, budget) => sql`${actual} / nullif(${budget}, 0)`)
