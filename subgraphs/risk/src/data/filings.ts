import { filings } from '@aems/drizzle/risk/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import type { FilingState } from '../graph.generated.ts'
import { dueFilings, overdueFilings } from '../metrics/facts/filings.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type FilingRow = typeof filings.$inferSelect
export type FilingPage = Connection<FilingRow>

export interface FilingListInput extends AdmissionInput {
  readonly state?: FilingState | null | undefined
}

/** Returns to authorities as the viewer may see them. */
export interface FilingData {
  readonly byId: LoadOne<string, FilingRow>
  /** Those that an employee answers for; latest due first. */
  readonly ofOwner: LimitedPagesOf<FilingListInput, FilingRow>
  /** Those that the metrics of their state count under the same conditions; latest due first. */
  list(input: FilingListInput, page: PageArguments): Promise<FilingPage>
}

const latestFirst: ListOrder = {
  name: 'DUE_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${filings.dueOn}`, type: 'date' },
    { sql: sql`${filings.id}`, type: 'uuid' },
  ],
}

export function filingData(read: Read, admit: Admit): FilingData {
  const listOf = async ({ state, ...input }: FilingListInput): Promise<List<typeof filings>> => {
    const admission = await admit('FILINGS_DUE', input)
    const rows = state === 'OVERDUE' ? factRowsAsOf(overdueFilings, admission) : factRows(dueFilings, admission)
    return { table: filings, ...rows, order: latestFirst }
  }
  return {
    byId: loadById(read, filings),
    ofOwner: limitedPagesOf(read, listOf, sql`${filings.ownerId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
