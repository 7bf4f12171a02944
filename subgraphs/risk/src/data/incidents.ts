import { incidents } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
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
  readonly state?: IncidentState | null | undefined
  readonly orderBy?: IncidentOrder | null | undefined
  readonly search?: string | null | undefined
}

/** Incidents as the viewer may see them. */
export interface IncidentData {
  readonly byId: LoadOne<string, IncidentRow>
  readonly ofProduct: LimitedPagesOf<IncidentListInput, IncidentRow>
  readonly ofOrgUnit: LimitedPagesOf<IncidentListInput, IncidentRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: IncidentListInput, page: PageArguments): Promise<IncidentPage>
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
  const listOf = async ({ state, search, orderBy, ...input }: IncidentListInput): Promise<List<typeof incidents>> => {
    const { from, where } = inState(state ?? 'ANY', await admit('INCIDENTS', input))
    const order = sorts[orderBy ?? 'REPORTED_AT_DESC']
    return { table: incidents, from, where: [...where, ...matching(search, incidents)], order }
  }
  return {
    byId: loadById(read, incidents),
    ofProduct: limitedPagesOf(read, listOf, sql`${incidents.productId}`),
    ofOrgUnit: limitedPagesOf(read, listOf, sql`${incidents.orgUnitId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
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
