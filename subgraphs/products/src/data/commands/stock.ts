import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { stockCounts, stockMovements } from '@aems/drizzle/products/tables.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { and as allOf } from '@aems/kit/metrics/sql.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { and, eq, sql } from 'drizzle-orm'
import { canBeMoved, changeOf, type MovementKind } from '../../domain/moving.ts'
import type { CountStockInput, MoveStockInput, StockMovementKind } from '../../graph.generated.ts'
import { stockCountsOn } from '../../metrics/facts.ts'
import { stockEntries, stockEntryRows } from '../../metrics/stock-entries.ts'
import { dayGiven, must, mustBeThere, unsignedGiven } from './given.ts'

/** A product on the shelf of a warehouse. */
interface Shelf {
  readonly product: { readonly id: string; readonly name: string }
  readonly warehouse: { readonly id: string; readonly name: string }
}

const kinds: Readonly<Record<StockMovementKind, MovementKind>> = {
  RECEIPT: 'receipt',
  SALE: 'sale',
  ADJUSTMENT: 'adjustment',
  SCRAP: 'scrap',
  TRANSFER: 'transfer',
}

/** Whoever changes a product's stock waits for others who do. */
export async function lockStock(tx: ViewerTransaction, viewer: Viewer, productId: string): Promise<void> {
  const key = `stock ${viewer.company.id} ${productId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

async function shelfOf(tx: ViewerTransaction, viewer: Viewer, productId: string, warehouseId: string): Promise<Shelf> {
  const product = await mustBeThere(tx, 'product', productId, ['input', 'productId'])
  const warehouse = await mustBeThere(tx, 'warehouse', warehouseId, ['input', 'warehouseId'])
  await lockStock(tx, viewer, product.id)
  return { product, warehouse }
}

/** Writes a movement; one on the day of a count comes after it. Gives its id. */
export async function addMovement(
  tx: ViewerTransaction,
  viewer: Viewer,
  moved: { productId: string; warehouseId: string; on: string; kind: MovementKind; quantity: string },
): Promise<string> {
  const { productId, warehouseId, on, kind, quantity } = moved
  const id = newId()
  await tx.execute(sql`insert into ${stockMovements} (tenant_id, id, ref, product_id, warehouse_id, moved_on, kind, quantity, after_count)
    values (${viewer.company.id}, ${id}, ${id}, ${productId}, ${warehouseId}, ${on}, ${kind}, ${quantity}, exists (
      select from ${stockCounts} where ${stockCounts.productId} = ${productId} and ${stockCounts.warehouseId} = ${warehouseId}
        and ${stockCounts.asOf} = ${on}))`)
  return id
}

/** @throws Refusal where a shelf would hold less than nothing on a day, or on a later one up to its next count. */
async function mustNotBeNegative(tx: ViewerTransaction, { product, warehouse }: Shelf, on: string): Promise<void> {
  const onShelf = [sql`${stockEntries.productId} = ${product.id}`, sql`${stockEntries.warehouseId} = ${warehouse.id}`]
  const [worst] = await tx.execute<{ day: string; units: string }>(sql`
    with days (day) as (
      select ${on}::date union select ${stockEntries.on} from ${stockEntryRows} where ${allOf([...onShelf, sql`${stockEntries.on} > ${on}`])})
    select day::text as day, units from days cross join lateral (
      select coalesce(sum(${stockEntries.quantity}), 0) as units from ${stockEntryRows}
      where ${allOf([...onShelf, stockCountsOn(sql`day`)])}) shelf
    where units < 0 order by day limit 1`)
  if (worst === undefined) return
  const short = new Big(worst.units).abs().toFixed()
  throw new Refusal(
    `${warehouse.name} would be ${short} short of ${product.name} on ${worst.day}. Move less, or count the stock first.`,
    ['input', 'quantity'],
  )
}

/** Moves stock into a warehouse, out of it, or to another. Gives the movement; of a transfer, the one that left. @throws Refusal */
export function moveStock(run: RunCommand, viewer: Viewer, input: MoveStockInput): Promise<string> {
  const { productId, warehouseId, toWarehouseId, quantity, idempotencyKey } = input
  const kind = kinds[input.kind]
  return run({ name: 'moveStock', idempotencyKey }, async (tx) => {
    const on = dayGiven(viewer, input.on, ['input', 'on'])
    must(/^-?\d{1,16}(\.\d{1,4})?$/.test(quantity), `“${quantity}” is no quantity with 4 places at most.`, ['input', 'quantity'])
    must(canBeMoved(kind, quantity), `“${quantity}” can't be moved; give more than 0 units.`, ['input', 'quantity'])
    const shelf = await shelfOf(tx, viewer, productId, warehouseId)
    const moved = { productId, warehouseId, on, kind, quantity: changeOf(kind, quantity) }
    const id = await addMovement(tx, viewer, moved)
    if (kind === 'transfer') {
      must(toWarehouseId != null, 'A transfer needs the warehouse that the goods go to.', ['input', 'toWarehouseId'])
      must(toWarehouseId !== warehouseId, 'A transfer goes to another warehouse.', ['input', 'toWarehouseId'])
      const to = await mustBeThere(tx, 'warehouse', toWarehouseId ?? '', ['input', 'toWarehouseId'])
      await addMovement(tx, viewer, { ...moved, warehouseId: to.id, quantity })
    } else {
      must(toWarehouseId == null, 'Only a transfer goes to another warehouse.', ['input', 'toWarehouseId'])
    }
    await mustNotBeNegative(tx, shelf, on)
    return { id, event: { type: 'stock.moved', subject: { productId, warehouseId, on } } }
  })
}

/** Writes down what was counted; movements of that day are in it. @throws Refusal */
export function countStock(run: RunCommand, viewer: Viewer, input: CountStockInput): Promise<string> {
  const { productId, warehouseId, idempotencyKey } = input
  return run({ name: 'countStock', idempotencyKey }, async (tx) => {
    const asOf = dayGiven(viewer, input.asOf, ['input', 'asOf'])
    const onHand = unsignedGiven(input.onHand, 'What is on hand', ['input', 'onHand'])
    const reserved = unsignedGiven(input.reserved ?? '0', 'What is reserved', ['input', 'reserved'])
    must(new Big(reserved).lte(onHand), `More is reserved (${reserved}) than is on hand (${onHand}).`, ['input', 'reserved'])
    const shelf = await shelfOf(tx, viewer, productId, warehouseId)
    const [count] = await tx
      .insert(stockCounts)
      .values({ tenantId: viewer.company.id, id: newId(), productId, warehouseId, asOf, onHand, reserved })
      .onConflictDoUpdate({
        target: [stockCounts.tenantId, stockCounts.productId, stockCounts.warehouseId, stockCounts.asOf],
        set: { onHand, reserved },
      })
      .returning({ id: stockCounts.id })
    if (count === undefined) throw new TypeError('The count was not written.')
    await tx
      .update(stockMovements)
      .set({ afterCount: false })
      .where(
        and(
          eq(stockMovements.productId, productId),
          eq(stockMovements.warehouseId, warehouseId),
          eq(stockMovements.movedOn, asOf),
          eq(stockMovements.afterCount, true),
        ),
      )
    await mustNotBeNegative(tx, shelf, asOf)
    return { id: count.id, event: { type: 'stock.counted', subject: { productId, warehouseId, asOf } } }
  })
}
