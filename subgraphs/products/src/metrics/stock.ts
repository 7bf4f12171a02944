import { products, stockRollupDeltas, stockRollups } from '@aems/drizzle/products/tables.ts'
import { additive, type Source, type Sum } from '@aems/kit/metrics/definition.ts'
import type { RolledSum, Rollup } from '@aems/kit/metrics/rollups.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { stockChangeFacts, stockDimensions, stockedProducts, stockFacts } from './facts.ts'
import { stockEntries } from './stock-entries.ts'

/** A row's columns that figures are made of: of entries, or of what is kept summed of them. */
interface OnShelf {
  readonly quantity: SQLWrapper
  readonly reserved: SQLWrapper
}

const sign = sql.raw('stock.sign')
const rolled: OnShelf = { quantity: sql.raw('rolled.quantity'), reserved: sql.raw('rolled.reserved') }

/** How each sum over what comes and goes is read from cells. */
const sums = new Map<Source<ProductsDimension>, RolledSum>()

/** A sum over what is on the shelf as of a day; each source gives the same. */
function onShelf(value: (row: OnShelf) => SQLWrapper) {
  const known = (row: OnShelf, count: SQL) => sql`case when ${value(row)} is null then 0 else ${count} end`
  const changes: Sum<ProductsDimension> = {
    kind: 'sum',
    fact: stockChangeFacts,
    value: () => value(stockEntries),
    counts: { facts: sign, known: known(stockEntries, sign) },
  }
  sums.set(changes, { value: sql`${value(rolled)}`, facts: 'entries', known: known(rolled, sql.raw('rolled.entries')) })
  return additive<ProductsDimension>(changes, { kind: 'sum', fact: stockFacts, value: () => value(stockEntries) })
}

export const STOCK_UNITS = onShelf(({ quantity }) => quantity)

/** Products whose standard cost is not known are worth nothing; their units count even so. */
export const STOCK_VALUE = onShelf(({ quantity }) => sql`${quantity} * ${products.standardCost}`)

export const STOCK_VALUE_AT_LIST = onShelf(({ quantity }) => sql`${quantity} * ${products.listPrice}`)

export const AVAILABLE_UNITS = onShelf(({ quantity, reserved }) => sql`${quantity} - ${reserved}`)

/** What comes and goes, summed for each product in each warehouse. */
export const stockRollup: Rollup<ProductsDimension> = {
  cells: {
    name: 'products.stock_rollups',
    table: sql`(select grain, bucket, product_id, nullif(warehouse, '')::uuid as warehouse_id, '' as dimension, '' as member,
      entries, quantity, reserved from ${stockRollups}) cells`,
  },
  deltas: stockRollupDeltas,
  keys: { product_id: stockEntries.productId, warehouse_id: stockEntries.warehouseId },
  join: sql`join ${products} on ${products.id} = rolled.product_id`,
  splits: [
    {
      dimension: '',
      grains: ['day', 'month', 'year'],
      deltas: {},
      reaches: () => ({ ...stockDimensions, WAREHOUSE: { key: sql.raw('rolled.warehouse_id') } }),
    },
  ],
  sums,
  adds: { entries: sign, quantity: stockEntries.quantity, reserved: stockEntries.reserved },
  known: sql`(exists (select from ${stockRollups}) or exists (select from ${stockRollupDeltas}))`,
  serves: () => true,
}

/** One group per product, whatever is counted of them. */
const perProduct = [stockEntries.productId]

const product = {
  table: 'products.products',
  join: ([id]: readonly SQL[]): SQL => sql`left join ${products} on ${products.id} = ${id}`,
}

/** Products whose units on hand over all warehouses meet a condition. */
const productsWhere = (holds: (onHand: SQL) => SQL) =>
  additive<ProductsDimension>({
    kind: 'grouped',
    fact: stockedProducts,
    per: perProduct,
    sums: stockEntries.quantity,
    beside: product,
    aggregate: ({ sum }) => sql`count(*) filter (where ${holds(sum)})`,
  })

export const STOCKOUTS = productsWhere((onHand) => sql`${onHand} <= 0`)

export const BELOW_REORDER_POINT = productsWhere((onHand) => sql`${onHand} < ${products.reorderPoint}`)
