import { readList } from '@aems/kit/lists.ts'
import { type LoadMany, loadMany } from '@aems/kit/loaders.ts'
import { factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import { and, list } from '@aems/kit/metrics/sql.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import type { Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import { stockCountsOn, stockFacts } from '../metrics/facts.ts'
import { stockEntries, stockEntryRows } from '../metrics/stock-entries.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type StockEntryRow = typeof stockEntries.$inferSelect
export type StockEntryPage = Connection<StockEntryRow>

/** What is on hand of a product in a warehouse. */
export interface StockLevelRow {
  readonly productId: string
  readonly warehouseId: string | null
  readonly onHand: string
  readonly reserved: string
}

/** Stock as the viewer may see it. */
export interface StockData {
  /** What is on hand of a product on a day, by warehouse. */
  ofProduct(productId: string, day: string): Promise<readonly StockLevelRow[]>
  /** Those that the metric STOCK_UNITS sums under the same conditions; latest first. */
  entries(input: AdmissionInput, page: PageArguments): Promise<StockEntryPage>
}

const latestFirst: ListOrder = {
  name: 'ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${stockEntries.on}`, type: 'date' },
    { sql: sql`${stockEntries.id}`, type: 'uuid' },
  ],
}

export function stockData(read: Read, admit: Admit): StockData {
  const levelsOn = new Map<string, LoadMany<string, StockLevelRow>>()
  return {
    ofProduct: (productId, day) => {
      const levels =
        levelsOn.get(day) ??
        loadMany(
          (ids) => stockLevels(read, ids, day),
          (row) => row.productId,
        )
      levelsOn.set(day, levels)
      return levels(productId)
    },
    entries: async (input, page) => {
      const rows = factRowsAsOf(stockFacts, await admit('STOCK_UNITS', input))
      return readList(read, { table: stockEntries, ...rows, order: latestFirst }, page)
    },
  }
}

/** What is on hand of some products on a day, in each warehouse in which any of them ever lay. */
async function stockLevels(read: Read, productIds: readonly string[], day: string): Promise<StockLevelRow[]> {
  const found = await read((tx) =>
    tx.execute<{ productId: string; warehouseId: string | null; onHand: string; reserved: string }>(
      sql`select ${stockEntries.productId} as "productId", ${stockEntries.warehouseId} as "warehouseId",
          sum(${stockEntries.quantity}) as "onHand", sum(${stockEntries.reserved}) as reserved
        from ${stockEntryRows}
        where ${and([sql`${stockEntries.productId} = any(${list(productIds, 'uuid')})`, stockCountsOn(sql`${day}::date`)])}
        group by 1, 2 order by 2 nulls last`,
    ),
  )
  return [...found]
}
