import { stockCounts, stockMovements } from '@aems/drizzle/products/tables.ts'
import { sql } from 'drizzle-orm'
import { date, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'

/**
 * Counts and movements as one kind of row, read as `stock`. Each counts from its day until a count of the same shelf takes
 * its place, so that stock on any day is a sum. A count is taken at the end of its day: movements of that day are in it,
 * but for those that were made after it.
 */
export const stockEntries = pgTable('stock', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  productId: uuid('product_id').notNull(),
  warehouseId: uuid('warehouse_id'),
  on: date('on_day', { mode: 'string' }).notNull(),
  /** A count on this day or later takes its place. */
  supersededFrom: date('superseded_from', { mode: 'string' }).notNull(),
  kind: text('kind').notNull(),
  quantity: numeric('quantity').notNull(),
  reserved: numeric('reserved').notNull(),
})

/** What stands after `from`. */
export const stockEntryRows = sql`(
  select ${stockCounts.tenantId} as tenant_id, ${stockCounts.id} as id, ${stockCounts.productId} as product_id,
    ${stockCounts.warehouseId} as warehouse_id, ${stockCounts.asOf} as on_day, ${stockCounts.asOf} + 1 as superseded_from,
    'count' as kind, ${stockCounts.onHand} as quantity, coalesce(${stockCounts.reserved}, 0) as reserved from ${stockCounts}
  union all
  select ${stockMovements.tenantId}, ${stockMovements.id}, ${stockMovements.productId}, ${stockMovements.warehouseId},
    ${stockMovements.movedOn}, ${stockMovements.movedOn} + ${stockMovements.afterCount}::int,
    ${stockMovements.kind}, ${stockMovements.quantity}, 0 from ${stockMovements}) stock`
