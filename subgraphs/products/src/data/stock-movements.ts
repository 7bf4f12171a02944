import { stockMovementRefs, stockMovements } from '@aems/drizzle/products/tables.ts'
import { type LimitedPagesOf, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { isId, type Read } from '@aems/kit/rows.ts'
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { movedFacts } from '../metrics/facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type StockMovementRow = typeof stockMovements.$inferSelect
export type StockMovementPage = Connection<StockMovementRow>

/** Movements of stock as the viewer may see them. */
export interface StockMovementData {
  readonly byId: LoadOne<string, StockMovementRow>
  /** A product's, latest first. */
  readonly ofProduct: LimitedPagesOf<AdmissionInput, StockMovementRow>
  /** Those that the conditions of STOCK_UNITS admit, made in the period; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<StockMovementPage>
}

const latestFirst: ListOrder = {
  name: 'MOVED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${stockMovements.movedOn}`, type: 'date' },
    { sql: sql`${stockMovements.id}`, type: 'uuid' },
  ],
}

export function stockMovementData(read: Read, admit: Admit): StockMovementData {
  const listOf = async (input: AdmissionInput) => ({
    table: stockMovements,
    ...factRows(movedFacts, await admit('STOCK_UNITS', input)),
    order: latestFirst,
  })
  return {
    byId: loadOne(
      (ids) => byIds(read, ids.filter(isId)),
      (row) => row.id,
    ),
    ofProduct: limitedPagesOf(read, listOf, sql`${stockMovements.productId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** A movement's day, which its ref is kept with, says in which partition it is. */
function byIds(read: Read, ids: readonly string[]): Promise<StockMovementRow[]> {
  const sameMovement = and(
    eq(stockMovements.tenantId, stockMovementRefs.tenantId),
    eq(stockMovements.movedOn, stockMovementRefs.movedOn),
    eq(stockMovements.id, stockMovementRefs.id),
  )
  return read((tx) =>
    tx
      .select(getTableColumns(stockMovements))
      .from(stockMovementRefs)
      .innerJoin(stockMovements, sameMovement)
      .where(inArray(stockMovementRefs.id, [...ids])),
  )
}
