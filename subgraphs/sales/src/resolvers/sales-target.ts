import type { Serving } from '@aems/kit/serving.ts'
import type { SalesTargetRow } from '../data/sales-targets.ts'
import type { SalesTargetResolvers } from '../graph.generated.ts'

export const SalesTarget: Serving<SalesTargetResolvers, SalesTargetRow> = {
  __resolveReference: ({ id }, { sales }) => sales.salesTargets.byId(id),
  salesPerson: ({ salesPersonId }, _, { sales }) => (salesPersonId === null ? null : sales.salesPeople.byId(salesPersonId)),
  territory: ({ territoryId }, _, { sales }) => (territoryId === null ? null : sales.territories.byId(territoryId)),
  changes: ({ id }, _, { sales }) => sales.changes.ofSubject(id),
}
