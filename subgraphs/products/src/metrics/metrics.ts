import { products, purchaseOrders, suppliers, warehouses } from '@aems/drizzle/products/tables.ts'
import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import type { DimensionDefinition, MemberSource, MetricDefinition } from '@aems/kit/metrics/definition.ts'
import type { ProductsDimension, ProductsMetric } from '../graph.generated.ts'
import * as ofAssortment from './assortment.ts'
import * as ofDemand from './demand.ts'
import * as ofPurchases from './purchases.ts'
import * as ofSales from './sales.ts'
import * as ofStock from './stock.ts'

const entity = (table: typeof products | typeof warehouses | typeof suppliers) =>
  ({ kind: 'entity', members: [{ table, id: table.id, value: table.name, code: table.ref }] }) satisfies DimensionDefinition

const value = (table: MemberSource['table'], column: MemberSource['value']) =>
  ({ kind: 'value', members: [{ table, value: column }] }) satisfies DimensionDefinition

const dimensions: Record<ProductsDimension, DimensionDefinition> = {
  PRODUCT: entity(products),
  CATEGORY: value(products, products.category),
  SUBCATEGORY: value(products, products.subcategory),
  MODEL: value(products, products.model),
  LIFECYCLE_STATUS: { kind: 'value', members: [], all: ['draft', 'active', 'end_of_life', 'discontinued'] },
  WAREHOUSE: entity(warehouses),
  SUPPLIER: entity(suppliers),
  ABC_CLASS: { kind: 'value', members: [], all: ['A', 'B', 'C'] },
  XYZ_CLASS: { kind: 'value', members: [], all: ['X', 'Y', 'Z'] },
  STOCK_STATUS: { kind: 'value', members: [], all: ['out_of_stock', 'below_reorder_point', 'overstock', 'ok'] },
  PURCHASE_STATUS: value(purchaseOrders, purchaseOrders.status),
}

const { stockRollup, stockTotalRollup, ...stockMetrics } = ofStock
const families = { ...ofAssortment, ...ofDemand, ...ofPurchases, ...ofSales, ...stockMetrics }

/** A metric that the SDL declares and that no family exports does not compile, nor does the reverse. */
const metrics: Record<ProductsMetric, MetricDefinition<ProductsDimension>> &
  Record<Exclude<keyof typeof families, ProductsMetric>, never> = families

/** What products and supply can be asked. */
export const productsCatalogue = defineCatalogue<ProductsMetric, ProductsDimension>('products', {
  metrics,
  dimensions,
  rollups: [stockTotalRollup, stockRollup],
  large: ['products.projected_sales', 'products.stock_movements'],
})

const planned: ReadonlySet<string> = new Set(['ABC_CLASS', 'XYZ_CLASS', ...Object.keys(ofDemand)])

/** Whether any of these metrics or dimensions is read from demand plans. */
export const needsPlans = (names: readonly string[]): boolean => names.some((name) => planned.has(name))
