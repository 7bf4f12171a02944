import { expenses, projectedEmployees } from '@aems/drizzle/finance/tables.ts'
import type { Join } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { FinanceFact } from './facts.ts'

const claimant: Join = {
  table: 'finance.projected_employees',
  sql: sql`left join ${projectedEmployees}
    on ${projectedEmployees.tenantId} = ${expenses.tenantId} and ${projectedEmployees.id} = ${expenses.employeeId}`,
}

/** The org unit that bears a claim; the claimant is joined. */
export const bearer = sql`coalesce(${expenses.orgUnitId}, ${projectedEmployees.orgUnitId})`

/** Claims on the day they were incurred; those of nobody's unit belong to the claimant's. */
export const expenseFacts: FinanceFact = {
  name: 'expense claims',
  tables: ['finance.expenses'],
  from: sql`${expenses}`,
  timing: { kind: 'on', day: expenses.incurredOn },
  dimensions: {
    EXPENSE_CATEGORY: { key: expenses.category },
    EMPLOYEE: { key: expenses.employeeId },
    ORG_UNIT: { key: bearer, through: [claimant] },
  },
  known: sql`exists (select from ${expenses})`,
}

/** Claims on the day they were decided. */
export const decidedExpenses: FinanceFact = {
  ...expenseFacts,
  name: 'decided expense claims',
  timing: { kind: 'on', day: expenses.decidedOn },
}

/** Claims that wait for a decision on a day. */
export const pendingExpenses: FinanceFact = {
  ...expenseFacts,
  name: 'pending expense claims',
  timing: {
    kind: 'asOf',
    counts: (day) => sql`${expenses.submittedOn} <= ${day} and (${expenses.decidedOn} > ${day}
      or (${expenses.decidedOn} is null and ${expenses.status} = 'submitted'))`,
    earliest: sql`min(${expenses.submittedOn})`,
  },
}

/** Drafts and what was rejected are no expenses. */
export const isCounted = sql`${expenses.status} not in ('draft', 'rejected')`
