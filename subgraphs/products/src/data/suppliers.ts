import { suppliers } from '@aems/drizzle/products/tables.ts'
import { escapedForLike, fold, folded } from '@aems/kit/folding.ts'
import { readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'

export type SupplierRow = typeof suppliers.$inferSelect
export type SupplierPage = Connection<SupplierRow>

/** Suppliers as the viewer may see them. */
export interface SupplierData {
  readonly byId: LoadOne<string, SupplierRow>
  /** By name. */
  list(search: string | null | undefined, page: PageArguments): Promise<SupplierPage>
}

const byName: ListOrder = {
  name: 'NAME_ASC',
  direction: 'asc',
  keys: [
    { sql: sql`${suppliers.name}`, type: 'text' },
    { sql: sql`${suppliers.id}`, type: 'uuid' },
  ],
}

export function supplierData(read: Read): SupplierData {
  return {
    byId: loadById(read, suppliers),
    list: (search, page) =>
      readList(read, { table: suppliers, from: sql`${suppliers}`, where: matching(search), order: byName }, page),
  }
}

/** Words in the name, or the start of the ref. */
function matching(search: string | null | undefined): SQL[] {
  const words = escapedForLike(fold(search ?? '').trim())
  if (words === '') return []
  return [sql`(${folded(suppliers.name)} like ${`%${words}%`} or ${folded(suppliers.ref)} like ${`${words}%`})`]
}
