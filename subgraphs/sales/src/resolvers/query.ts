import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  salesMetrics: (_, { query }, { sales }) => sales.metrics.table(query),
  salesMembers: (_, asked, { sales }) => sales.metrics.members(asked),
  revenueBridge: (_, asked, { sales }) => sales.metrics.bridge(asked),
  customerCohorts: (_, asked, { sales }) => sales.cohorts.list(asked),
  order: (_, { id }, { sales }) => sales.orders.byId(id),
  orders: (_, { first, after, ...limits }, { sales }) => sales.orders.list(limits, { first, after }),
  orderLines: (_, { first, after, ...limits }, { sales }) => sales.orderLines.list(limits, { first, after }),
  customer: (_, { id }, { sales }) => sales.customers.byId(id),
  customers: (_, { where, period, search, ...page }, { sales }) => sales.customers.list({ where, period, search }, page),
  territories: (_, _args, { sales }) => sales.territories.all(),
  salesPerson: (_, { id }, { sales }) => sales.salesPeople.byId(id),
  salesPeople: (_, _args, { sales }) => sales.salesPeople.all(),
  opportunity: (_, { id }, { sales }) => sales.opportunities.byId(id),
  opportunities: (_, { first, after, ...limits }, { sales }) => sales.opportunities.list(limits, { first, after }),
  salesTargets: (_, { where, period, ...page }, { sales }) => sales.salesTargets.list({ where, period }, page),
}
