import { warehouses } from '@aems/drizzle/products/tables.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc } from 'drizzle-orm'

export type WarehouseRow = typeof warehouses.$inferSelect

/** Warehouses as the viewer may see them. */
export interface WarehouseData {
  readonly byId: LoadOne<string, WarehouseRow>
  /** Every one, by name. */
  all(): Promise<readonly WarehouseRow[]>
}

export function warehouseData(read: Read): WarehouseData {
  return {
    byId: loadById(read, warehouses),
    all: () => read((tx) => tx.select().from(warehouses).orderBy(asc(warehouses.name), asc(warehouses.id))),
  }
}
