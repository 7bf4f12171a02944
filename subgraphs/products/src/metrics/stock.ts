import { products } from '@aems/drizzle/products/tables.ts'
import { additive } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { stockChangeFacts, stockedProducts, stockFacts } from './facts.ts'
import { stockEntries } from './stock-entries.ts'

const sign = sql.raw('stock.sign')

/** A sum over what is on the shelf as of a day; each source gives the same. */
const onShelf = (value: SQLWrapper) =>
  additive<ProductsDimension>(
    {
      kind: 'sum',
      fact: stockChangeFacts,
      value: () => value,
      counts: { facts: sign, known: sql`case when ${value} is null then 0 else ${sign} end` },
    },
    { kind: 'sum', fact: stockFacts, value: () => value },
  )

export const STOCK_UNITS = onShelf(stockEntries.quantity)

/** Products whose standard cost is not known are worth nothing; their units count even so. */
export const STOCK_VALUE = onShelf(sql`${stockEntries.quantity} * ${products.standardCost}`)

export const STOCK_VALUE_AT_LIST = onShelf(sql`${stockEntries.quantity} * ${products.listPrice}`)

export const AVAILABLE_UNITS = onShelf(sql`${stockEntries.quantity} - ${stockEntries.reserved}`)

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
