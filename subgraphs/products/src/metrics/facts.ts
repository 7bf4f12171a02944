import {
  demandPlans,
  products,
  projectedSales,
  purchaseOrderLines,
  purchaseOrders,
  stockCounts,
  stockMovementRefs,
  stockMovements,
} from '@aems/drizzle/products/tables.ts'
import type { Fact, Join, Reach } from '@aems/kit/metrics/definition.ts'
import { type Column, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { stockChangeRows, stockEntries, stockEntryRows } from './stock-entries.ts'

type Reaches = { readonly [Name in ProductsDimension]?: Reach }

/** The row of products that a fact names, which every fact needs: of its cost, its price or its attributes. */
const productOf = (tenant: Column, id: Column): SQL =>
  sql`join ${products} on ${products.tenantId} = ${tenant} and ${products.id} = ${id}`

const anyStock = sql`(exists (select from ${stockCounts}) or exists (select from ${stockMovementRefs}))`

/** That an entry still counts on a day: it was there, and no count of the same shelf has come after it since. */
export const stockCountsOn = (day: SQL): SQL => sql`${stockEntries.on} <= ${day} and not exists (
    select from ${stockCounts} later
    where later.tenant_id = ${stockEntries.tenantId} and later.product_id = ${stockEntries.productId}
      and (${stockEntries.warehouseId} is null or later.warehouse_id = ${stockEntries.warehouseId})
      and later.as_of >= ${stockEntries.supersededFrom} and later.as_of <= ${day})`

const plan: Join = {
  table: 'products.demand_plans',
  sql: sql`left join ${demandPlans} on ${demandPlans.tenantId} = ${products.tenantId} and ${demandPlans.productId} = ${products.id}`,
}

/** Units sold in the 12 months up to a day; nothing where there was no sale. */
export const soldInYear = (product: SQLWrapper, day: SQL): SQL => sql`(
  select sum(sold.units) from ${projectedSales} sold
  where sold.product_id = ${product} and sold.sold_on <= ${day} and sold.sold_on > (${day} - interval '12 months')::date)`

/** How a product's stock stands on a day, over all warehouses; nothing where it was never counted or moved. */
const stockStatusOn = (day: SQL): SQL => sql`(
  select case
    when sum(${stockEntries.quantity}) <= 0 then 'out_of_stock'
    when sum(${stockEntries.quantity}) < ${products.reorderPoint} then 'below_reorder_point'
    when sum(${stockEntries.quantity}) > coalesce(${soldInYear(products.id, day)}, 0) then 'overstock'
    when count(*) > 0 then 'ok' end
  from ${stockEntryRows} where ${stockEntries.productId} = ${products.id} and ${stockCountsOn(day)})`

/** What is known of the product of a fact; its supplier is the one that it is usually bought from. */
const ofProduct: Reaches = {
  PRODUCT: { key: products.id },
  CATEGORY: { key: products.category },
  SUBCATEGORY: { key: products.subcategory },
  MODEL: { key: products.model },
  LIFECYCLE_STATUS: { key: products.status },
  SUPPLIER: { key: products.supplierId },
  ABC_CLASS: { key: demandPlans.abcClass, through: [plan] },
  XYZ_CLASS: { key: demandPlans.xyzClass, through: [plan] },
  STOCK_STATUS: { key: ({ to }) => stockStatusOn(to) },
}

const stocked = sql`${stockEntryRows} ${productOf(stockEntries.tenantId, stockEntries.productId)}`

/** Stock as of a day: the latest count of each product in each warehouse, and the movements since. */
export const stockFacts: Fact<ProductsDimension> = {
  name: 'stock',
  tables: ['products.stock_counts', 'products.stock_movements', 'products.products'],
  from: stocked,
  timing: { kind: 'asOf', counts: stockCountsOn, earliest: sql`min(${stockEntries.on})` },
  dimensions: { ...ofProduct, WAREHOUSE: { key: stockEntries.warehouseId } },
  known: anyStock,
}

const { STOCK_STATUS: _, ...ofProductOnEveryDay } = ofProduct

/** What is known of stock by its product, whatever the day. */
export const stockDimensions: Reaches = ofProductOnEveryDay

/** The same as what comes and goes: read once, however many days are asked about. A stock status depends on the day. */
export const stockChangeFacts: Fact<ProductsDimension> = {
  name: 'stock, come and gone',
  tables: stockFacts.tables,
  from: sql`${stockChangeRows} ${productOf(stockEntries.tenantId, stockEntries.productId)}`,
  timing: { kind: 'upTo', day: stockEntries.on },
  dimensions: { ...stockDimensions, WAREHOUSE: { key: stockEntries.warehouseId } },
  known: anyStock,
}

/** Where the plan is the fact itself, its classes need no join. */
const ofPlanned: Reaches = {
  ...ofProduct,
  ABC_CLASS: { key: demandPlans.abcClass },
  XYZ_CLASS: { key: demandPlans.xyzClass },
}

/** The same of products as wholes: whether one has run out is a question over all warehouses. */
export const stockedProducts: Fact<ProductsDimension> = { ...stockFacts, name: 'products with stock', dimensions: ofProduct }

const anyProduct = sql`exists (select from ${products})`

/** That a product was on sale on a day. */
const onSaleOn = (day: SQL): SQL => sql`coalesce(${products.launchedOn} <= ${day}, ${products.status} is distinct from 'draft')
    and coalesce(${products.discontinuedOn} > ${day}, ${products.status} is distinct from 'discontinued')`

/** Products on sale on a day. */
export const productsOnSale: Fact<ProductsDimension> = {
  name: 'products on sale',
  tables: ['products.products'],
  from: sql`${products}`,
  timing: { kind: 'asOf', counts: onSaleOn, earliest: sql`min(${products.launchedOn})` },
  dimensions: ofProduct,
  known: anyProduct,
}

const productsOn = (name: string, day: Column): Fact<ProductsDimension> => ({
  name,
  tables: ['products.products'],
  from: sql`${products}`,
  timing: { kind: 'on', day },
  dimensions: ofProduct,
  known: anyProduct,
})

/** Products, by their first day on sale. */
export const productsByLaunch = productsOn('products by launch', products.launchedOn)

/** Products, by their first day no longer on sale. */
export const productsByEnd = productsOn('products by discontinuation', products.discontinuedOn)

const anyPurchase = sql`exists (select from ${purchaseOrders})`

const notRejected: Fact<ProductsDimension>['unless'] = {
  dimensions: ['PURCHASE_STATUS'],
  where: sql`${purchaseOrders.status} is distinct from 'rejected'`,
  inWords: 'Rejected purchase orders are left out.',
}

const ofPurchase: Reaches = {
  SUPPLIER: { key: purchaseOrders.supplierId },
  PURCHASE_STATUS: { key: purchaseOrders.status },
}

/** Purchase orders: the small way to whatever does not ask for products. */
export const purchaseFacts: Fact<ProductsDimension> = {
  name: 'purchase orders',
  tables: ['products.purchase_orders'],
  from: sql`${purchaseOrders}`,
  timing: { kind: 'on', day: purchaseOrders.orderedOn },
  dimensions: ofPurchase,
  unless: notRejected,
  known: anyPurchase,
}

const orderOfLine = sql`join ${purchaseOrders} on ${purchaseOrders.tenantId} = ${purchaseOrderLines.tenantId}
  and ${purchaseOrders.id} = ${purchaseOrderLines.orderId}`

const productOfLine: Join = {
  table: 'products.products',
  sql: productOf(purchaseOrderLines.tenantId, purchaseOrderLines.productId),
}

/** Of what was ordered; the product is joined only where more of it is asked than which it is. */
const ofPurchased: Reaches = {
  ...Object.fromEntries(
    Object.entries(ofProduct).map(([name, { key, through = [] }]) => [name, { key, through: [productOfLine, ...through] }]),
  ),
  PRODUCT: { key: purchaseOrderLines.productId },
}

/** Lines of all purchase orders, rejected ones too, each with its order. */
export const everyPurchaseLine: Fact<ProductsDimension> = {
  name: 'purchase order lines',
  tables: ['products.purchase_order_lines', 'products.purchase_orders'],
  from: sql`${purchaseOrderLines} ${orderOfLine}`,
  timing: { kind: 'on', day: purchaseOrders.orderedOn },
  dimensions: { ...ofPurchased, ...ofPurchase },
  known: anyPurchase,
}

/** Lines of purchase orders that were not rejected. */
export const purchaseLineFacts: Fact<ProductsDimension> = { ...everyPurchaseLine, unless: notRejected }

/** The same, each with its product. */
export const purchasedProductFacts: Fact<ProductsDimension> = {
  ...purchaseLineFacts,
  tables: [...purchaseLineFacts.tables, 'products.products'],
  from: sql`${purchaseLineFacts.from} ${productOfLine.sql}`,
  dimensions: { ...ofProduct, ...ofPurchase },
}

/** Counts, by the day of each. */
export const countedFacts: Fact<ProductsDimension> = {
  name: 'stock counts',
  tables: ['products.stock_counts', 'products.products'],
  from: sql`${stockCounts} ${productOf(stockCounts.tenantId, stockCounts.productId)}`,
  timing: { kind: 'on', day: stockCounts.asOf },
  dimensions: { ...ofProduct, WAREHOUSE: { key: stockCounts.warehouseId } },
  known: anyStock,
}

/** Movements, by the day of each. */
export const movedFacts: Fact<ProductsDimension> = {
  name: 'stock movements',
  tables: ['products.stock_movements', 'products.products'],
  from: sql`${stockMovements} ${productOf(stockMovements.tenantId, stockMovements.productId)}`,
  timing: { kind: 'on', day: stockMovements.movedOn },
  dimensions: { ...ofProduct, WAREHOUSE: { key: stockMovements.warehouseId } },
  known: anyStock,
}

/** What was sold of each product on each day, as sales tell: orders that were cancelled are not in it. */
export const soldFacts: Fact<ProductsDimension> = {
  name: 'products sold',
  tables: ['products.projected_sales', 'products.products'],
  from: sql`${projectedSales} ${productOf(projectedSales.tenantId, projectedSales.productId)}`,
  timing: { kind: 'on', day: projectedSales.soldOn },
  dimensions: ofProduct,
  known: sql`exists (select from ${projectedSales})`,
}

/** What is reckoned of each product's demand, as of the company's today. */
export const plannedFacts: Fact<ProductsDimension> = {
  name: 'demand plans',
  tables: ['products.demand_plans', 'products.products'],
  from: sql`${demandPlans} ${productOf(demandPlans.tenantId, demandPlans.productId)}`,
  timing: { kind: 'asOf', counts: () => sql`true`, earliest: sql`min(${products.launchedOn})` },
  dimensions: ofPlanned,
  known: sql`exists (select from ${projectedSales})`,
}
