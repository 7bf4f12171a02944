import { products, stockRollupDeltas, stockRollups, stockTotals } from '@aems/drizzle/products/tables.ts'
import type { Grain } from '@aems/kit/metrics/cover.ts'
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

/** How each sum over what comes and goes is read from cells of products, and from those of all products. */
const sums = new Map<Source<ProductsDimension>, RolledSum>()
const totalSums = new Map<Source<ProductsDimension>, RolledSum>()

/** A sum over what is on the shelf as of a day; each source gives the same. `total` is how cells of all products hold it. */
function onShelf(total: RolledSum, value: (row: OnShelf) => SQLWrapper) {
  const known = (row: OnShelf, count: SQL) => sql`case when ${value(row)} is null then 0 else ${count} end`
  const changes: Sum<ProductsDimension> = {
    kind: 'sum',
    fact: stockChangeFacts,
    value: () => value(stockEntries),
    counts: { facts: sign, known: known(stockEntries, sign) },
  }
  sums.set(changes, { value: sql`${value(rolled)}`, facts: 'entries', known: known(rolled, sql.raw('rolled.entries')) })
  totalSums.set(changes, total)
  return additive<ProductsDimension>(changes, { kind: 'sum', fact: stockFacts, value: () => value(stockEntries) })
}

export const STOCK_UNITS = onShelf({ value: 'quantity', facts: 'entries' }, ({ quantity }) => quantity)

/** Products whose standard cost is not known are worth nothing; their units count even so. */
export const STOCK_VALUE = onShelf(
  { value: 'cost_value', facts: 'entries', known: 'costed_entries' },
  ({ quantity }) => sql`${quantity} * ${products.standardCost}`,
)

export const STOCK_VALUE_AT_LIST = onShelf(
  { value: 'list_value', facts: 'entries', known: 'listed_entries' },
  ({ quantity }) => sql`${quantity} * ${products.listPrice}`,
)

export const AVAILABLE_UNITS = onShelf(
  { value: sql`rolled.quantity - rolled.reserved`, facts: 'entries' },
  ({ quantity, reserved }) => sql`${quantity} - ${reserved}`,
)

const anyRolled = sql`(exists (select from ${stockRollups}) or exists (select from ${stockRollupDeltas}))`
const everyGrain: readonly Grain[] = ['day', 'month', 'year']

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
      grains: everyGrain,
      deltas: {},
      reaches: () => ({ ...stockDimensions, WAREHOUSE: { key: sql.raw('rolled.warehouse_id') } }),
    },
  ],
  sums,
  adds: { entries: sign, quantity: stockEntries.quantity, reserved: stockEntries.reserved },
  known: anyRolled,
  serves: () => true,
}

/** What comes and goes, summed over all products, with what it is worth. */
export const stockTotalRollup: Rollup<ProductsDimension> = {
  cells: { name: 'products.stock_totals', table: stockTotals },
  deltas: sql`(
      select d.day, d.warehouse_id, p.category, d.entries, d.quantity, d.reserved,
        d.quantity * coalesce(p.standard_cost, 0) as cost_value, case when p.standard_cost is null then 0 else d.entries end as costed_entries,
        d.quantity * coalesce(p.list_price, 0) as list_value, case when p.list_price is null then 0 else d.entries end as listed_entries
      from ${stockRollupDeltas} d join ${products} p on p.id = d.product_id) deltas`,
  splits: [
    { dimension: '', grains: everyGrain, deltas: {}, reaches: () => ({}) },
    {
      ...{ dimension: 'WAREHOUSE', grains: everyGrain, byId: true },
      deltas: { member: sql.raw('deltas.warehouse_id') },
      reaches: (key) => ({ WAREHOUSE: { key } }),
    },
    {
      ...{ dimension: 'CATEGORY', grains: everyGrain },
      deltas: { member: sql.raw('deltas.category') },
      reaches: (key) => ({ CATEGORY: { key } }),
    },
  ],
  sums: totalSums,
  adds: {
    entries: sign,
    quantity: stockEntries.quantity,
    reserved: stockEntries.reserved,
    cost_value: sql`${stockEntries.quantity} * coalesce(${products.standardCost}, 0)`,
    costed_entries: sql`case when ${products.standardCost} is null then 0 else ${sign} end`,
    list_value: sql`${stockEntries.quantity} * coalesce(${products.listPrice}, 0)`,
    listed_entries: sql`case when ${products.listPrice} is null then 0 else ${sign} end`,
  },
  known: anyRolled,
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
