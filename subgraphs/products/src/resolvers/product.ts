import type { Serving } from '@aems/kit/serving.ts'
import type { ProductRow } from '../data/products.ts'
import type { ProductResolvers, ProductStatus } from '../graph.generated.ts'

const statuses: Readonly<Record<string, ProductStatus>> = {
  draft: 'DRAFT',
  active: 'ACTIVE',
  end_of_life: 'END_OF_LIFE',
  discontinued: 'DISCONTINUED',
}

export const Product: Serving<ProductResolvers, Omit<ProductRow, 'status'>> = {
  __resolveReference: ({ id }, { supply }) => supply.products.byId(id),
  status: ({ status }) => (status === null ? null : (statuses[status] ?? null)),
  demandPlan: ({ id }, _, { supply }) => supply.demandPlans.ofProduct(id),
  history: ({ id }, _, { supply }) => supply.changes.ofSubject(id),
  supplier: ({ supplierId }, _, { supply }) => (supplierId === null ? null : supply.suppliers.byId(supplierId)),
  stock: ({ id }, { asOf }, { supply }) => supply.stock.ofProduct(id, asOf ?? supply.today),
  movements: ({ id }, { first, after, ...limits }, { supply }) => supply.stockMovements.ofProduct(id, limits, { first, after }),
  purchases: ({ id }, { first, after, ...limits }, { supply }) =>
    supply.purchaseOrderLines.ofProduct(id, limits, { first, after }),
}
