import { salesTargets } from '@aems/drizzle/sales/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray, sql } from 'drizzle-orm'
import { targetFacts } from '../metrics/facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type SalesTargetRow = typeof salesTargets.$inferSelect
export type SalesTargetPage = Connection<SalesTargetRow>

/** Sales targets as the viewer may see them. */
export interface SalesTargetData {
  readonly byId: LoadOne<string, SalesTargetRow>
  /** A sales person's, latest first. */
  readonly ofSalesPerson: LoadMany<string, SalesTargetRow>
  /** Those that the metric QUOTA counts, in part at least, under the same conditions; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<SalesTargetPage>
}

const latestFirst: ListOrder = {
  name: 'STARTS_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${salesTargets.startsOn}`, type: 'date' },
    { sql: sql`${salesTargets.id}`, type: 'uuid' },
  ],
}

export function salesTargetData(read: Read, admit: Admit): SalesTargetData {
  return {
    byId: loadById(read, salesTargets),
    ofSalesPerson: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(salesTargets)
            .where(inArray(salesTargets.salesPersonId, [...ids]))
            .orderBy(desc(salesTargets.startsOn), desc(salesTargets.id)),
        ),
      ({ salesPersonId }) => salesPersonId ?? '',
    ),
    list: async (input, page) => {
      const rows = factRows(targetFacts, await admit('QUOTA', input))
      return readList(read, { table: salesTargets, ...rows, order: latestFirst }, page)
    },
  }
}
