import type { Serving } from '@aems/kit/serving.ts'
import type { WarehouseRow } from '../data/warehouses.ts'
import type { WarehouseResolvers } from '../graph.generated.ts'

export const Warehouse: Serving<WarehouseResolvers, WarehouseRow> = {
  __resolveReference: ({ id }, { supply }) => supply.warehouses.byId(id),
}
