import type { Serving } from '@aems/kit/serving.ts'
import type { ExpenseRow } from '../data/expenses.ts'
import type { ExpenseResolvers, ExpenseStatus } from '../graph.generated.ts'
import { referenceTo } from './elsewhere.ts'

const statuses: Readonly<Record<string, ExpenseStatus>> = {
  draft: 'DRAFT',
  submitted: 'SUBMITTED',
  approved: 'APPROVED',
  rejected: 'REJECTED',
  reimbursed: 'REIMBURSED',
}

/** The database admits no other status. */
function statusOf({ id, status }: ExpenseRow): ExpenseStatus {
  const found = statuses[status]
  if (found === undefined) throw new TypeError(`Expense ${id} has status ${status}.`)
  return found
}

export const Expense: Serving<ExpenseResolvers, Omit<ExpenseRow, 'status'>> = {
  __resolveReference: ({ id }, { finance }) => finance.expenses.byId(id),
  status: statusOf,
  employee: ({ employeeId }) => referenceTo(employeeId),
  orgUnit: async ({ orgUnitId, employeeId }, _, { finance }) =>
    referenceTo(
      orgUnitId ?? (employeeId === null ? null : ((await finance.expenses.unitOfEmployee(employeeId))?.orgUnitId ?? null)),
    ),
}
