import { requisitions } from '@aems/drizzle/hr/tables.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
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
  readonly state: RequisitionState
}

/** Requisitions as the viewer may see them. */
export interface RequisitionData {
  readonly byId: LoadOne<string, RequisitionRow>
  /** A unit's, latest opened first. */
  readonly ofOrgUnit: PagesOf<RequisitionRow>
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
  const all = { table: requisitions, from: sql`${requisitions}`, where: [], order: latestFirst }
  return {
    byId: loadById(read, requisitions),
    ofOrgUnit: pagesOf(read, all, sql`${requisitions.orgUnitId}`),
    list: async ({ state, ...input }, page) =>
      readList(read, { ...all, ...inState(state, await admit('OPEN_POSITIONS', input)) }, page),
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
