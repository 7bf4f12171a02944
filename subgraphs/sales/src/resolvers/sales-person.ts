import type { Serving } from '@aems/kit/serving.ts'
import type { SalesPersonRow } from '../data/sales-people.ts'
import type { SalesPersonResolvers } from '../graph.generated.ts'

export const SalesPerson: Serving<SalesPersonResolvers, SalesPersonRow> = {
  __resolveReference: ({ id }, { sales }) => sales.salesPeople.byId(id),
  territory: ({ territoryId }, _, { sales }) => (territoryId === null ? null : sales.territories.byId(territoryId)),
  employee: ({ employeeId }) => (employeeId === null ? null : { id: employeeId }),
  targets: ({ id }, _, { sales }) => sales.salesTargets.ofSalesPerson(id),
  opportunities: ({ id }, { first, after, ...limits }, { sales }) =>
    sales.opportunities.ofSalesPerson(id, limits, { first, after }),
  orders: ({ id }, { first, after, ...limits }, { sales }) => sales.orders.ofSalesPerson(id, limits, { first, after }),
}
