import type { Serving } from '@aems/kit/serving.ts'
import type { OpportunityRow } from '../data/opportunities.ts'
import type { OpportunityResolvers } from '../graph.generated.ts'

export const Opportunity: Serving<OpportunityResolvers, OpportunityRow> = {
  __resolveReference: ({ id }, { sales }) => sales.opportunities.byId(id),
  customer: ({ customerId }, _, { sales }) => (customerId === null ? null : sales.customers.byId(customerId)),
  salesPerson: ({ salesPersonId }, _, { sales }) => (salesPersonId === null ? null : sales.salesPeople.byId(salesPersonId)),
  stages: ({ id }, _, { sales }) => sales.opportunityStages.ofOpportunity(id),
  product: ({ productId }) => (productId === null ? null : { id: productId }),
  changes: ({ id }, _, { sales }) => sales.changes.ofSubject(id),
}
