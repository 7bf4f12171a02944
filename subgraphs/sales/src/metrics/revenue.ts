import { orderLines, orders } from '@aems/drizzle/sales/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { orderFacts, orderLineFacts } from './facts.ts'
import { QUOTA } from './quota.ts'

/** An order bears the sum of its lines, so orders alone tell what does not ask for products. */
const revenue = additive<SalesDimension>(
  { kind: 'sum', fact: orderFacts, value: () => orders.netAmount },
  { kind: 'sum', fact: orderLineFacts, value: () => orderLines.netAmount },
)

export const NET_REVENUE = { ...revenue, target: QUOTA }

export const ORDERS = additive<SalesDimension>(
  { kind: 'sum', fact: orderFacts, value: () => sql`1` },
  // An order with several lines of what is asked for is one order.
  { kind: 'grouped', fact: orderLineFacts, per: [orders.id], aggregate: () => sql`count(*)` },
)

export const UNITS_SOLD = additive<SalesDimension>({
  kind: 'sum',
  fact: orderLineFacts,
  value: () => orderLines.quantity,
})

/** Lines whose cost is not known have no profit; they are in revenue even so. */
export const GROSS_PROFIT = additive<SalesDimension>({
  kind: 'sum',
  fact: orderLineFacts,
  value: () => sql`${orderLines.netAmount} - ${orderLines.quantity} * ${orderLines.unitCost}`,
})

export const GROSS_MARGIN = ratio({ of: GROSS_PROFIT, to: revenue })

export const AVERAGE_ORDER_VALUE = ratio({ of: revenue, to: ORDERS })

export const AVERAGE_SELLING_PRICE = ratio({ of: revenue, to: UNITS_SOLD })

export const UNITS_PER_ORDER = ratio({ of: UNITS_SOLD, to: ORDERS })

const discounts = additive<SalesDimension>({ kind: 'sum', fact: orderLineFacts, value: () => orderLines.discount })

const beforeDiscount = additive<SalesDimension>({
  kind: 'sum',
  fact: orderLineFacts,
  value: () => sql`${orderLines.quantity} * ${orderLines.unitPrice}`,
})

export const DISCOUNT_RATE = ratio({ of: discounts, to: beforeDiscount })
