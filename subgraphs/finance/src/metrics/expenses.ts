import { expenses } from '@aems/drizzle/finance/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import { decidedExpenses, expenseFacts, isCounted, pendingExpenses } from './expense-facts.ts'

export const EXPENSES = additive<FinanceDimension>({
  kind: 'sum',
  fact: expenseFacts,
  where: isCounted,
  value: () => expenses.amount,
})

export const EXPENSE_CLAIMS = additive<FinanceDimension>({
  kind: 'sum',
  fact: expenseFacts,
  where: isCounted,
  value: () => sql`1`,
})

const wasSubmitted = sql`${expenses.submittedOn} is not null`

export const AVERAGE_APPROVAL_DAYS = ratio({
  of: additive<FinanceDimension>({
    kind: 'sum',
    fact: decidedExpenses,
    where: wasSubmitted,
    value: () => sql`(${expenses.decidedOn} - ${expenses.submittedOn})`,
  }),
  to: additive<FinanceDimension>({ kind: 'sum', fact: decidedExpenses, where: wasSubmitted, value: () => sql`1` }),
})

export const PENDING_EXPENSES = additive<FinanceDimension>({
  kind: 'sum',
  fact: pendingExpenses,
  value: () => expenses.amount,
})
