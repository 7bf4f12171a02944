import { expenses } from '@aems/drizzle/finance/tables.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { ExpenseOrder, ExpenseState } from '../graph.generated.ts'
import { decidedExpenses, expenseFacts, isCounted, pendingExpenses } from '../metrics/expense-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type ExpenseRow = typeof expenses.$inferSelect
export type ExpensePage = Connection<ExpenseRow>

export interface ExpenseListInput extends AdmissionInput {
  readonly state: ExpenseState
}

/** Expense claims as the viewer may see them. */
export interface ExpenseData {
  readonly byId: LoadOne<string, ExpenseRow>
  /** An employee's, newest first. */
  readonly ofEmployee: PagesOf<ExpenseRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: ExpenseListInput, order: ExpenseOrder, page: PageArguments): Promise<ExpensePage>
}

const day = { sql: sql`${expenses.incurredOn}`, type: 'date' } as const
const id = { sql: sql`${expenses.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<ExpenseOrder, ListOrder>> = {
  INCURRED_ON_DESC: { name: 'INCURRED_ON_DESC', direction: 'desc', keys: [day, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [{ sql: sql`${expenses.amount}`, type: 'numeric' }, id] },
}

export function expenseData(read: Read, admit: Admit): ExpenseData {
  const all = { table: expenses, from: sql`${expenses}`, where: [], order: sorts.INCURRED_ON_DESC }
  return {
    byId: loadById(read, expenses),
    ofEmployee: pagesOf(read, all, sql`${expenses.employeeId}`),
    list: async ({ state, ...input }, order, page) => {
      const rows = inState(state, await admit('EXPENSES', input))
      return readList(read, { table: expenses, ...rows, order: sorts[order] }, page)
    },
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: ExpenseState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'PENDING') return factRowsAsOf(pendingExpenses, admission)
  if (state === 'DECIDED') return factRows(decidedExpenses, admission)
  const { from, where } = factRows(expenseFacts, admission)
  return { from, where: state === 'COUNTED' ? [...where, isCounted] : where }
}
