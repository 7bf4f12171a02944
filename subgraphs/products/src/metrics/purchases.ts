import { products, purchaseOrderLines, purchaseOrders } from '@aems/drizzle/products/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { everyPurchaseLine, purchasedProductFacts, purchaseFacts, purchaseLineFacts } from './facts.ts'

export const PURCHASES = additive<ProductsDimension>({
  kind: 'sum',
  fact: purchaseLineFacts,
  value: () => sql`${purchaseOrderLines.quantity} * ${purchaseOrderLines.unitPrice}`,
})

/** Lines whose product has no standard cost have no variance. */
export const PRICE_VARIANCE = additive<ProductsDimension>({
  kind: 'sum',
  fact: purchasedProductFacts,
  value: () => sql`(${purchaseOrderLines.unitPrice} - ${products.standardCost}) * ${purchaseOrderLines.quantity}`,
})

const unitsRejected = additive<ProductsDimension>({
  kind: 'sum',
  fact: everyPurchaseLine,
  value: () => purchaseOrderLines.rejected,
})

const unitsReceived = additive<ProductsDimension>({
  kind: 'sum',
  fact: everyPurchaseLine,
  value: () => purchaseOrderLines.received,
})

export const REJECTION_RATE = ratio({ of: unitsRejected, to: unitsReceived })

/** An order with several lines of what is asked for counts once. */
const perOrder = [purchaseOrders.id, purchaseOrders.orderedOn, purchaseOrders.expectedOn, purchaseOrders.receivedOn]

interface Days {
  readonly ordered: SQL
  readonly expected: SQL
  readonly received: SQL
}

const ownDays: Days = {
  ordered: sql`${purchaseOrders.orderedOn}`,
  expected: sql`${purchaseOrders.expectedOn}`,
  received: sql`${purchaseOrders.receivedOn}`,
}

/** A sum over purchase orders: from orders, or from lines where products are asked for. */
const overOrders = (value: (days: Days) => SQL) =>
  additive<ProductsDimension>(
    { kind: 'sum', fact: purchaseFacts, value: () => value(ownDays) },
    {
      kind: 'grouped',
      fact: purchaseLineFacts,
      per: perOrder,
      aggregate: ({ per: [, ordered = sql`null`, expected = sql`null`, received = sql`null`] }) =>
        sql`sum(${value({ ordered, expected, received })})`,
    },
  )

export const PURCHASE_ORDERS = overOrders(() => sql`1`)

const ordersReceived = overOrders(({ received }) => sql`(${received} is not null)::int`)
const ordersOnTime = overOrders(({ expected, received }) => sql`coalesce(${received} <= ${expected}, false)::int`)

export const SUPPLIER_ON_TIME_RATE = ratio({ of: ordersOnTime, to: ordersReceived })

const daysToReceive = overOrders(({ ordered, received }) => sql`(${received} - ${ordered})`)

export const LEAD_TIME_DAYS = ratio({ of: daysToReceive, to: ordersReceived })
