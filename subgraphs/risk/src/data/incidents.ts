import { incidents } from '@aems/drizzle/risk/tables.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { IncidentOrder, IncidentState } from '../graph.generated.ts'
import { openIncidents, reportedIncidents, resolvedIncidents } from '../metrics/facts/incidents.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'
import { matching } from './search.ts'

export type IncidentRow = typeof incidents.$inferSelect
export type IncidentPage = Connection<IncidentRow>

export interface IncidentListInput extends AdmissionInput {
  readonly state: IncidentState
  readonly search?: string | null | undefined
}

/** Incidents as the viewer may see them. */
export interface IncidentData {
  readonly byId: LoadOne<string, IncidentRow>
  /** Those about a product, newest first. */
  readonly ofProduct: PagesOf<IncidentRow>
  /** Those in an org unit, newest first. */
  readonly ofOrgUnit: PagesOf<IncidentRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: IncidentListInput, order: IncidentOrder, page: PageArguments): Promise<IncidentPage>
}

const id = { sql: sql`${incidents.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<IncidentOrder, ListOrder>> = {
  REPORTED_AT_DESC: {
    name: 'REPORTED_AT_DESC',
    direction: 'desc',
    keys: [{ sql: sql`${incidents.reportedAt}`, type: 'timestamptz' }, id],
  },
  LOSS_DESC: {
    name: 'LOSS_DESC',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${incidents.lossAmount}, '-Infinity')`, type: 'numeric' }, id],
  },
  RECORDS_AFFECTED_DESC: {
    name: 'RECORDS_AFFECTED_DESC',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${incidents.recordsAffected}, -1)`, type: 'int' }, id],
  },
}

export function incidentData(read: Read, admit: Admit): IncidentData {
  const all = { table: incidents, from: sql`${incidents}`, where: [], order: sorts.REPORTED_AT_DESC }
  return {
    byId: loadById(read, incidents),
    ofProduct: pagesOf(read, all, sql`${incidents.productId}`),
    ofOrgUnit: pagesOf(read, all, sql`${incidents.orgUnitId}`),
    list: async ({ state, search, ...input }, order, page) => {
      const rows = inState(state, await admit('INCIDENTS', input))
      return readList(
        read,
        { table: incidents, from: rows.from, where: [...rows.where, ...matching(search, incidents)], order: sorts[order] },
        page,
      )
    },
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: IncidentState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'OPEN') return factRowsAsOf(openIncidents, admission)
  if (state === 'ANY') return factRows(reportedIncidents, admission)
  const { from, where } = factRows(state === 'RESOLVED' ? resolvedIncidents : reportedIncidents, admission)
  const only = state === 'RESOLVED' ? sql`${incidents.resolvedAt} is not null` : sql`${incidents.severity} = 'critical'`
  return { from, where: [...where, only] }
}
