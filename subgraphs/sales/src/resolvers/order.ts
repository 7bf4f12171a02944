import type { Serving } from '@aems/kit/serving.ts'
import type { OrderRow } from '../data/orders.ts'
import type { OrderResolvers, OrderStatus } from '../graph.generated.ts'

const statuses: Readonly<Record<string, OrderStatus>> = {
  open: 'OPEN',
  shipped: 'SHIPPED',
  cancelled: 'CANCELLED',
  returned: 'RETURNED',
}

/** The database admits no other status. */
function statusOf({ id, status }: OrderRow): OrderStatus {
  const found = statuses[status]
  if (found === undefined) throw new TypeError(`Order ${id} has status ${status}.`)
  return found
}

export const Order: Serving<OrderResolvers, Omit<OrderRow, 'status'>> = {
  __resolveReference: ({ id }, { sales }) => sales.orders.byId(id),
  customer: ({ customerId }, _, { sales }) => sales.customers.byId(customerId),
  status: statusOf,
  territory: ({ territoryId }, _, { sales }) => (territoryId === null ? null : sales.territories.byId(territoryId)),
  salesPerson: ({ salesPersonId }, _, { sales }) => (salesPersonId === null ? null : sales.salesPeople.byId(salesPersonId)),
  lines: ({ id }, _, { sales }) => sales.orderLines.ofOrder(id),
  changes: ({ id }, _, { sales }) => sales.changes.ofSubject(id),
}
