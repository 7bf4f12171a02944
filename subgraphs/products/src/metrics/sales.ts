import { products, projectedSales } from '@aems/drizzle/products/tables.ts'
import { additive, average, type Fact, formula, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { soldFacts, soldInYear, stockedProducts } from './facts.ts'
import { STOCK_UNITS, STOCK_VALUE } from './stock.ts'
import { stockEntries } from './stock-entries.ts'

const sumOf = (value: SQL) => additive<ProductsDimension>({ kind: 'sum', fact: soldFacts, value: () => value })

const unitsSold = sumOf(sql`${projectedSales.units}`)
const netRevenue = sumOf(sql`${projectedSales.netRevenue}`)
const grossProfit = sumOf(sql`${projectedSales.grossProfit}`)
/** Where the order does not say what something cost, its standard cost counts. */
const costOfSales = sumOf(sql`${projectedSales.cost} + ${projectedSales.uncostedUnits} * coalesce(${products.standardCost}, 0)`)
const unitsOrdered = sumOf(sql`${projectedSales.shippableUnits}`)
const unitsShipped = sumOf(sql`${projectedSales.shippedUnits}`)

export const INVENTORY_TURNOVER = ratio({ of: costOfSales, to: average(STOCK_VALUE) })

export const DAYS_OF_SUPPLY = formula({
  parts: { stock: STOCK_UNITS, sold: unitsSold },
  value: ({ stock, sold }, { from, to }) => sql`${stock} / nullif(${sold} / (${to} - ${from} + 1), 0)`,
})

export const SELL_THROUGH_RATE = formula({
  parts: { stock: STOCK_UNITS, sold: unitsSold },
  value: ({ stock, sold }) => sql`${sold} / nullif(${sold} + ${stock}, 0)`,
})

export const GMROI = ratio({ of: grossProfit, to: average(STOCK_VALUE) })

export const STOCK_TO_SALES = ratio({ of: STOCK_VALUE, to: netRevenue })

export const FILL_RATE = ratio({ of: unitsShipped, to: unitsOrdered })

const perProduct = [stockEntries.productId, products.standardCost]

/** A sum over products of units on hand, in whatever warehouse, at standard cost. */
const overStockedProducts = (units: (onHand: SQL, product: SQL, day: SQL) => SQL) =>
  additive<ProductsDimension>({
    kind: 'grouped',
    fact: stockedProducts,
    per: perProduct,
    sums: stockEntries.quantity,
    aggregate: ({ sum, per: [product = sql`null`, cost = sql`null`] }, { to }) =>
      sql`sum(${units(sum, product, to)} * coalesce(${cost}, 0))`,
  })

export const OVERSTOCK_VALUE = overStockedProducts(
  (onHand, product, day) => sql`greatest(${onHand} - coalesce(${soldInYear(product, day)}, 0), 0)`,
)

export const DEAD_STOCK_VALUE = overStockedProducts(
  (onHand, product, day) => sql`case when ${soldInYear(product, day)} is null then ${onHand} else 0 end`,
)

/** One group per product, with the day of its launch. */
const perLaunch = [products.id, products.launchedOn]

const revenueOfProducts = (fact: Fact<ProductsDimension>) =>
  additive<ProductsDimension>({
    kind: 'grouped',
    fact,
    per: perLaunch,
    sums: projectedSales.netRevenue,
    aggregate: ({ sum, per: [, launched = sql`null`] }, { to }) =>
      sql`coalesce(sum(${sum}) filter (where ${launched} <= ${to} and ${launched} > (${to} - interval '12 months')), 0)`,
  })

export const NEW_PRODUCT_REVENUE_SHARE = ratio({ of: revenueOfProducts(soldFacts), to: netRevenue })
