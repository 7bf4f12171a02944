import type { Serving } from '@aems/kit/serving.ts'
import { type OrderLineRow, orderLineId } from '../data/order-lines.ts'
import { grossProfit } from '../domain/gross-profit.ts'
import type { OrderLineResolvers } from '../graph.generated.ts'

export const OrderLine: Serving<OrderLineResolvers, OrderLineRow> = {
  __resolveReference: ({ id }, { sales }) => sales.orderLines.byId(id),
  id: orderLineId,
  order: ({ orderId }, _, { sales }) => sales.orders.byId(orderId),
  product: ({ productId }) => ({ id: productId }),
  currencyNetAmount: ({ currencyNetAmount, netAmount }) => currencyNetAmount ?? netAmount,
  grossProfit,
}
