import { goals } from '@aems/drizzle/hr/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { everything, factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray, type SQL, sql } from 'drizzle-orm'
import type { GoalState } from '../graph.generated.ts'
import { completedGoals, dueGoals, overdueGoals } from '../metrics/record-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type GoalRow = typeof goals.$inferSelect
export type GoalPage = Connection<GoalRow>

export interface GoalListInput extends AdmissionInput {
  readonly state: GoalState
}

/** Goals as the viewer may see them. */
export interface GoalData {
  readonly byId: LoadOne<string, GoalRow>
  /** Someone's, earliest due first. */
  readonly ofEmployee: LoadMany<string, GoalRow>
  /** Those that the metrics of their state count under the same conditions; earliest due first. */
  list(input: GoalListInput, page: PageArguments): Promise<GoalPage>
}

const earliestDueFirst: ListOrder = {
  name: 'DUE_ON_ASC',
  direction: 'asc',
  keys: [
    { sql: sql`coalesce(${goals.dueOn}, 'infinity')`, type: 'date' },
    { sql: sql`${goals.id}`, type: 'uuid' },
  ],
}

/** @param limit reads lists that are limited by what figures are split by. */
export function goalData(read: Read, limit: Read, admit: Admit): GoalData {
  return {
    byId: loadById(read, goals),
    ofEmployee: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(goals)
            .where(inArray(goals.employeeId, [...ids]))
            .orderBy(asc(goals.dueOn), asc(goals.id)),
        ),
      ({ employeeId }) => employeeId,
    ),
    list: async ({ state, ...input }, page) => {
      const rows = inState(state, await admit('GOALS_COMPLETED', input))
      return readList(limit, { table: goals, ...rows, order: earliestDueFirst }, page)
    },
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: GoalState, admission: Admission): { from: SQL; where: SQL[] } {
  switch (state) {
    case 'OVERDUE':
      return factRowsAsOf(overdueGoals, admission)
    case 'DUE':
      return having(factRows(dueGoals, admission), sql`${goals.dueOn} is not null`)
    case 'COMPLETED':
      return having(factRows(completedGoals, admission), sql`${goals.completedOn} is not null`)
    case 'ANY':
      return factRows(dueGoals, { ...admission, days: everything.days })
  }
}

const having = ({ from, where }: { from: SQL; where: SQL[] }, condition: SQL) => ({ from, where: [...where, condition] })
