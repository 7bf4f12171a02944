import { findings } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { everything, factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FindingOrder, FindingState } from '../graph.generated.ts'
import { closedFindings, openFindings, overdueFindings } from '../metrics/facts/findings.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'
import { matching } from './search.ts'

export type FindingRow = typeof findings.$inferSelect
export type FindingPage = Connection<FindingRow>

export interface FindingListInput extends AdmissionInput {
  readonly state?: FindingState | null | undefined
  readonly orderBy?: FindingOrder | null | undefined
  readonly search?: string | null | undefined
}

/** Findings as the viewer may see them. */
export interface FindingData {
  readonly byId: LoadOne<string, FindingRow>
  /** Those about a control. */
  readonly ofControl: LimitedPagesOf<FindingListInput, FindingRow>
  /** Those that an employee is to settle. */
  readonly ofOwner: LimitedPagesOf<FindingListInput, FindingRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: FindingListInput, page: PageArguments): Promise<FindingPage>
}

const id = { sql: sql`${findings.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<FindingOrder, ListOrder>> = {
  OPENED_ON_DESC: { name: 'OPENED_ON_DESC', direction: 'desc', keys: [{ sql: sql`${findings.openedOn}`, type: 'date' }, id] },
  DUE_ON_ASC: {
    name: 'DUE_ON_ASC',
    direction: 'asc',
    keys: [{ sql: sql`coalesce(${findings.dueOn}, 'infinity')`, type: 'date' }, id],
  },
}

export function findingData(read: Read, admit: Admit): FindingData {
  const listOf = async ({ state, search, orderBy, ...input }: FindingListInput): Promise<List<typeof findings>> => {
    const { from, where } = inState(state ?? 'ANY', await admit('OPEN_FINDINGS', input))
    return { table: findings, from, where: [...where, ...matching(search, findings)], order: sorts[orderBy ?? 'OPENED_ON_DESC'] }
  }
  return {
    byId: loadById(read, findings),
    ofControl: limitedPagesOf(read, listOf, sql`${findings.controlId}`),
    ofOwner: limitedPagesOf(read, listOf, sql`${findings.ownerId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: FindingState, admission: Admission): { from: SQL; where: SQL[] } {
  switch (state) {
    case 'OPEN':
      return factRowsAsOf(openFindings, admission)
    case 'OVERDUE':
      return factRowsAsOf(overdueFindings, admission)
    case 'CLOSED': {
      const { from, where } = factRows(closedFindings, admission)
      return { from, where: [...where, sql`${findings.closedOn} is not null`] }
    }
    case 'ANY':
      return there(admission)
  }
}

/** Findings that were there at some time in the period. */
function there({ conditions, days }: Admission): { from: SQL; where: SQL[] } {
  const { from, where } = factRows(openFindings, { conditions, days: everything.days })
  const began = days.to === null ? [] : [sql`${findings.openedOn} <= ${days.to}::date`]
  const ended = days.from === null ? [] : [sql`(${findings.closedOn} is null or ${findings.closedOn} >= ${days.from}::date)`]
  return { from, where: [...where, ...began, ...ended] }
}
