import { expenses, projectedEmployees } from '@aems/drizzle/finance/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { ExpenseOrder, ExpenseState } from '../graph.generated.ts'
import { bearer, decidedExpenses, expenseFacts, isCounted, pendingExpenses } from '../metrics/expense-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type ExpenseRow = typeof expenses.$inferSelect
export type ExpensePage = Connection<ExpenseRow>

export interface ExpenseListInput extends AdmissionInput {
  readonly state?: ExpenseState | null | undefined
  readonly orderBy?: ExpenseOrder | null | undefined
}

/** Expense claims as the viewer may see them. */
export interface ExpenseData {
  readonly byId: LoadOne<string, ExpenseRow>
  readonly ofEmployee: LimitedPagesOf<ExpenseListInput, ExpenseRow>
  /** Those that an org unit bears. */
  readonly ofOrgUnit: LimitedPagesOf<ExpenseListInput, ExpenseRow>
  /** Where an employee works, by their id: their unit bears the claims that name none. */
  readonly unitOfEmployee: LoadOne<string, { readonly id: string; readonly orgUnitId: string | null }>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: ExpenseListInput, page: PageArguments): Promise<ExpensePage>
}

const day = { sql: sql`${expenses.incurredOn}`, type: 'date' } as const
const id = { sql: sql`${expenses.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<ExpenseOrder, ListOrder>> = {
  INCURRED_ON_DESC: { name: 'INCURRED_ON_DESC', direction: 'desc', keys: [day, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [{ sql: sql`${expenses.amount}`, type: 'numeric' }, id] },
}

/** Claims with the units that bear them, whichever these are. */
const ofAnyUnit: Admission['conditions'][number] = { dimension: 'ORG_UNIT', holds: () => sql`true` }

export function expenseData(read: Read, admit: Admit): ExpenseData {
  const listOf = async ({ state, orderBy, ...input }: ExpenseListInput): Promise<List<typeof expenses>> => {
    const admission = await admit('EXPENSES', input)
    const rows = inState(state ?? 'ANY', { ...admission, conditions: [...admission.conditions, ofAnyUnit] })
    return { table: expenses, ...rows, order: sorts[orderBy ?? 'INCURRED_ON_DESC'] }
  }
  return {
    byId: loadById(read, expenses),
    ofEmployee: limitedPagesOf(read, listOf, sql`${expenses.employeeId}`),
    ofOrgUnit: limitedPagesOf(read, listOf, bearer),
    unitOfEmployee: loadOne(
      (ids) =>
        read((tx) =>
          tx
            .select({ id: projectedEmployees.id, orgUnitId: projectedEmployees.orgUnitId })
            .from(projectedEmployees)
            .where(inArray(projectedEmployees.id, [...ids])),
        ),
      ({ id }) => id,
    ),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: ExpenseState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'PENDING') return factRowsAsOf(pendingExpenses, admission)
  if (state === 'DECIDED') return factRows(decidedExpenses, admission)
  const { from, where } = factRows(expenseFacts, admission)
  return { from, where: state === 'COUNTED' ? [...where, isCounted] : where }
}
