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

/** Entries of no warehouse: a count in any of them takes their place. */
const anyWarehouse = sql.raw(`'00000000-0000-0000-0000-000000000000'::uuid`)

/** The days between counts, each with the one that ends it: of a shelf, and of a product in whatever warehouse. */
const untilCounted = sql`(
  select ${stockCounts.productId} as product_id, ${stockCounts.warehouseId} as shelf, ${stockCounts.asOf} as counted_on,
    lag(${stockCounts.asOf}, 1, '-infinity') over (
      partition by ${stockCounts.productId}, ${stockCounts.warehouseId} order by ${stockCounts.asOf}) as after
  from ${stockCounts}
  union all
  select ${stockCounts.productId}, ${anyWarehouse}, ${stockCounts.asOf},
    lag(${stockCounts.asOf}, 1, '-infinity') over (partition by ${stockCounts.productId} order by ${stockCounts.asOf})
  from ${stockCounts})`

/**
 * The same as what comes and what goes: an entry comes on its day, and goes on the day of the count that takes its place.
 * All up to a day sum to the stock on it, so that many days are summed in one pass. `stock.sign` is 1 or -1.
 */
export const stockChangeRows = sql`(
  select stock.tenant_id, stock.product_id, stock.warehouse_id, change.on_day, change.sign,
    change.sign * stock.quantity as quantity, change.sign * stock.reserved as reserved
  from ${stockEntryRows} left join ${untilCounted} until_counted
    on until_counted.product_id = stock.product_id and until_counted.shelf = coalesce(stock.warehouse_id, ${anyWarehouse})
      and stock.superseded_from > until_counted.after and stock.superseded_from <= until_counted.counted_on
  cross join lateral (values (stock.on_day, 1), (until_counted.counted_on, -1)) as change (on_day, sign)
  where change.on_day is not null) stock`
