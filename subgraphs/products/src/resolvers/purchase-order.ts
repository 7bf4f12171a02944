import type { Serving } from '@aems/kit/serving.ts'
import type { PurchaseOrderRow } from '../data/purchase-orders.ts'
import { totalOf } from '../domain/amounts.ts'
import type { PurchaseOrderResolvers } from '../graph.generated.ts'

export const PurchaseOrder: Serving<PurchaseOrderResolvers, PurchaseOrderRow> = {
  __resolveReference: ({ id }, { supply }) => supply.purchaseOrders.byId(id),
  supplier: ({ supplierId }, _, { supply }) => supply.suppliers.byId(supplierId),
  amount: async ({ id }, _, { supply }) => totalOf(await supply.purchaseOrderLines.ofOrder(id)),
  history: ({ id }, _, { supply }) => supply.changes.ofSubject(id),
  lines: ({ id }, _, { supply }) => supply.purchaseOrderLines.ofOrder(id),
}
