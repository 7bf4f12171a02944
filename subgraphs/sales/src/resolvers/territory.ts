import type { Serving } from '@aems/kit/serving.ts'
import type { TerritoryRow } from '../data/territories.ts'
import type { TerritoryResolvers } from '../graph.generated.ts'

export const Territory: Serving<TerritoryResolvers, TerritoryRow> = {
  __resolveReference: ({ id }, { sales }) => sales.territories.byId(id),
  group: ({ groupName }) => groupName,
  salesPeople: ({ id }, _, { sales }) => sales.salesPeople.ofTerritory(id),
}
