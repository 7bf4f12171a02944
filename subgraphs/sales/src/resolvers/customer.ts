import type { Serving } from '@aems/kit/serving.ts'
import type { CustomerRow } from '../data/customers.ts'
import type { CustomerKind, CustomerResolvers } from '../graph.generated.ts'

const kinds: Readonly<Record<string, CustomerKind>> = { person: 'PERSON', company: 'COMPANY' }

export const Customer: Serving<CustomerResolvers, Omit<CustomerRow, 'kind'>> = {
  __resolveReference: ({ id }, { sales }) => sales.customers.byId(id),
  kind: ({ kind }) => (kind === null ? null : (kinds[kind] ?? null)),
  territory: ({ territoryId }, _, { sales }) => (territoryId === null ? null : sales.territories.byId(territoryId)),
  parent: ({ parentId }, _, { sales }) => (parentId === null ? null : sales.customers.byId(parentId)),
  orders: ({ id }, { first, after, ...limits }, { sales }) => sales.orders.ofCustomer(id, limits, { first, after }),
  opportunities: ({ id }, { first, after, ...limits }, { sales }) => sales.opportunities.ofCustomer(id, limits, { first, after }),
  changes: ({ id }, _, { sales }) => sales.changes.ofSubject(id),
}
