import { orders } from '@aems/drizzle/sales/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { orderFacts, orderLineFacts } from './facts.ts'
import { ORDERS } from './revenue.ts'

/** One group per order, with the days that say how it went. */
const perOrder = [orders.id, orders.orderedOn, orders.shippedOn]

/** A count of orders of some kind; by what is known of lines, an order with several of them is one order. */
const ordersWith = (where: SQL) =>
  additive<SalesDimension>(
    { kind: 'sum', fact: orderFacts, value: () => sql`1`, where },
    { kind: 'grouped', fact: orderLineFacts, per: perOrder, where, aggregate: () => sql`count(*)` },
  )

const isShipped = sql`${orders.shippedOn} is not null`
/** An order that nobody promised for a day is neither on time nor late. */
const wasPromised = sql`${isShipped} and ${orders.dueOn} is not null`

export const ON_TIME_SHIPMENT_RATE = ratio({
  of: ordersWith(sql`${orders.shippedOn} <= ${orders.dueOn}`),
  to: ordersWith(wasPromised),
})

export const RETURN_RATE = ratio({ of: ordersWith(sql`${orders.status} = 'returned'`), to: ORDERS })

const daysToShip = additive<SalesDimension>(
  { kind: 'sum', fact: orderFacts, value: () => sql`${orders.shippedOn} - ${orders.orderedOn}`, where: isShipped },
  {
    kind: 'grouped',
    fact: orderLineFacts,
    per: perOrder,
    where: isShipped,
    aggregate: ({ per: [, ordered, shipped] }) => sql`sum(${shipped} - ${ordered})`,
  },
)

export const DAYS_TO_SHIP = ratio({ of: daysToShip, to: ordersWith(isShipped) })
