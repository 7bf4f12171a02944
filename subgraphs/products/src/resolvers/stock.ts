import type { Serving } from '@aems/kit/serving.ts'
import type { Context } from '../context.ts'
import type { ProductRow } from '../data/products.ts'
import type { StockEntryRow, StockLevelRow } from '../data/stock.ts'
import type { StockCountRow } from '../data/stock-counts.ts'
import type { StockMovementRow } from '../data/stock-movements.ts'
import { unreserved, worthOf } from '../domain/amounts.ts'
import type {
  StockCountResolvers,
  StockEntryKind,
  StockEntryResolvers,
  StockLevelResolvers,
  StockMovementKind,
  StockMovementResolvers,
} from '../graph.generated.ts'

/** Where something lies; what was moved without saying where lies nowhere. */
const warehouseOf = ({ warehouseId }: { warehouseId: string | null }, _: object, { supply }: Context) =>
  warehouseId === null ? null : supply.warehouses.byId(warehouseId)

const productOf = ({ productId }: { productId: string }, _: object, { supply }: Context): Promise<ProductRow | null> =>
  supply.products.byId(productId)

const movementKinds: Readonly<Record<string, StockMovementKind>> = {
  receipt: 'RECEIPT',
  sale: 'SALE',
  adjustment: 'ADJUSTMENT',
  scrap: 'SCRAP',
  transfer: 'TRANSFER',
}

/** The database admits no other kind. */
function kindOf<Kind>({ id, kind }: { id: string; kind: string }, kinds: Readonly<Record<string, Kind>>): Kind {
  const found = kinds[kind]
  if (found === undefined) throw new TypeError(`Movement ${id} is of kind ${kind}.`)
  return found
}

export const StockLevel: Serving<StockLevelResolvers, StockLevelRow> = {
  product: productOf,
  warehouse: warehouseOf,
  available: ({ onHand, reserved }) => unreserved(onHand, reserved),
}

const entryKinds: Readonly<Record<string, StockEntryKind>> = { count: 'COUNT', ...movementKinds }

export const StockEntry: Serving<StockEntryResolvers, Omit<StockEntryRow, 'kind'>> = {
  product: productOf,
  warehouse: warehouseOf,
  kind: (entry) => kindOf(entry, entryKinds),
  available: ({ quantity, reserved }) => unreserved(quantity, reserved),
  valueAtCost: async (entry, _, context) => worthOf(entry.quantity, (await productOf(entry, _, context))?.standardCost ?? null),
  valueAtList: async (entry, _, context) => worthOf(entry.quantity, (await productOf(entry, _, context))?.listPrice ?? null),
}

export const StockCount: Serving<StockCountResolvers, StockCountRow> = {
  __resolveReference: ({ id }, { supply }) => supply.stockCounts.byId(id),
  product: productOf,
  warehouse: warehouseOf,
}

export const StockMovement: Serving<StockMovementResolvers, Omit<StockMovementRow, 'kind'>> = {
  __resolveReference: ({ id }, { supply }) => supply.stockMovements.byId(id),
  product: productOf,
  warehouse: warehouseOf,
  kind: (movement) => kindOf(movement, movementKinds),
}
