import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  productsMetrics: (_, { query }, { supply }) => supply.metrics.table(query),
  productsMembers: (_, asked, { supply }) => supply.metrics.members(asked),
  product: (_, { id }, { supply }) => supply.products.byId(id),
  products: (_, { first, after, ...limits }, { supply }) => supply.products.list(limits, { first, after }),
  warehouse: (_, { id }, { supply }) => supply.warehouses.byId(id),
  warehouses: (_, _args, { supply }) => supply.warehouses.all(),
  supplier: (_, { id }, { supply }) => supply.suppliers.byId(id),
  suppliers: (_, { search, ...page }, { supply }) => supply.suppliers.list(search, page),
  stockEntries: (_, { where, period, ...page }, { supply }) => supply.stock.entries({ where, period }, page),
  stockCounts: (_, { where, period, ...page }, { supply }) => supply.stockCounts.list({ where, period }, page),
  stockMovements: (_, { first, after, ...limits }, { supply }) => supply.stockMovements.list(limits, { first, after }),
  purchaseOrder: (_, { id }, { supply }) => supply.purchaseOrders.byId(id),
  purchaseOrders: (_, { first, after, ...limits }, { supply }) => supply.purchaseOrders.list(limits, { first, after }),
  purchaseOrderLines: (_, { first, after, ...limits }, { supply }) => supply.purchaseOrderLines.list(limits, { first, after }),
}
