import { stockCounts } from '@aems/drizzle/products/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import { countedFacts } from '../metrics/facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type StockCountRow = typeof stockCounts.$inferSelect
export type StockCountPage = Connection<StockCountRow>

/** Counts of stock as the viewer may see them. */
export interface StockCountData {
  readonly byId: LoadOne<string, StockCountRow>
  /** Those that the conditions of STOCK_UNITS admit, counted in the period; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<StockCountPage>
}

const latestFirst: ListOrder = {
  name: 'AS_OF_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${stockCounts.asOf}`, type: 'date' },
    { sql: sql`${stockCounts.id}`, type: 'uuid' },
  ],
}

export function stockCountData(read: Read, admit: Admit): StockCountData {
  return {
    byId: loadById(read, stockCounts),
    list: async (input, page) => {
      const rows = factRows(countedFacts, await admit('STOCK_UNITS', input))
      return readList(read, { table: stockCounts, ...rows, order: latestFirst }, page)
    },
  }
}
