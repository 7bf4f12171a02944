import type { Serving } from '@aems/kit/serving.ts'
import type { SupplierRow } from '../data/suppliers.ts'
import type { SupplierResolvers } from '../graph.generated.ts'

export const Supplier: Serving<SupplierResolvers, SupplierRow> = {
  __resolveReference: ({ id }, { supply }) => supply.suppliers.byId(id),
  products: ({ id }, { first, after, ...limits }, { supply }) => supply.products.ofSupplier(id, limits, { first, after }),
  purchases: ({ id }, { first, after, ...limits }, { supply }) => supply.purchaseOrders.ofSupplier(id, limits, { first, after }),
}
