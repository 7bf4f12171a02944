import { requisitions } from '@aems/drizzle/hr/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { everything, factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { RequisitionState } from '../graph.generated.ts'
import { filledRequisitions, openRequisitions } from '../metrics/hiring-facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type RequisitionRow = typeof requisitions.$inferSelect
export type RequisitionPage = Connection<RequisitionRow>

export interface RequisitionListInput extends AdmissionInput {
  readonly state?: RequisitionState | null | undefined
}

/** Requisitions as the viewer may see them. */
export interface RequisitionData {
  readonly byId: LoadOne<string, RequisitionRow>
  /** A unit's, latest opened first. */
  readonly ofOrgUnit: LimitedPagesOf<RequisitionListInput, RequisitionRow>
  /** Those that the metrics of their state count under the same conditions; latest opened first. */
  list(input: RequisitionListInput, page: PageArguments): Promise<RequisitionPage>
}

const latestFirst: ListOrder = {
  name: 'OPENED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${requisitions.openedOn}`, type: 'date' },
    { sql: sql`${requisitions.id}`, type: 'uuid' },
  ],
}

export function requisitionData(read: Read, admit: Admit): RequisitionData {
  const listOf = async ({ state, ...input }: RequisitionListInput): Promise<List<typeof requisitions>> => {
    const rows = inState(state ?? 'ANY', await admit('OPEN_POSITIONS', input))
    return { table: requisitions, ...rows, order: latestFirst }
  }
  return {
    byId: loadById(read, requisitions),
    ofOrgUnit: limitedPagesOf(read, listOf, sql`${requisitions.orgUnitId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: RequisitionState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'OPEN') return factRowsAsOf(openRequisitions, admission)
  const { conditions, days } = admission
  if (state === 'FILLED') {
    const { from, where } = factRows(filledRequisitions, admission)
    return { from, where: [...where, sql`${requisitions.filledOn} is not null`] }
  }
  const { from, where } = factRows(filledRequisitions, { conditions, days: everything.days })
  if (state === 'CANCELLED') {
    const cancelled = within(sql`${requisitions.cancelledOn}`, days)
    return { from, where: [...where, ...cancelled, sql`${requisitions.cancelledOn} is not null`] }
  }
  const ended = sql`coalesce(${requisitions.filledOn}, ${requisitions.cancelledOn})`
  const opened = days.to === null ? [] : [sql`${requisitions.openedOn} <= ${days.to}::date`]
  const lasted = days.from === null ? [] : [sql`(${ended} is null or ${ended} >= ${days.from}::date)`]
  return { from, where: [...where, ...opened, ...lasted] }
}
