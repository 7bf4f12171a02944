import type { Serving } from '@aems/kit/serving.ts'
import type { PurchaseOrderLineRow } from '../data/purchase-order-lines.ts'
import { amountOf, varianceOf } from '../domain/amounts.ts'
import type { PurchaseOrderLineResolvers } from '../graph.generated.ts'

export const PurchaseOrderLine: Serving<PurchaseOrderLineResolvers, PurchaseOrderLineRow> = {
  __resolveReference: ({ id }, { supply }) => supply.purchaseOrderLines.byId(id),
  order: ({ orderId }, _, { supply }) => supply.purchaseOrders.byId(orderId),
  product: ({ productId }, _, { supply }) => supply.products.byId(productId),
  amount: amountOf,
  priceVariance: async (line, _, { supply }) => {
    const product = await supply.products.byId(line.productId)
    return varianceOf(line, product?.standardCost ?? null)
  },
}
