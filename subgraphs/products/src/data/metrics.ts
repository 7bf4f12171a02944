import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTables } from '@aems/kit/metrics/batch.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { ProductsMetricsQuery, QueryProductsMembersArgs } from '../graph.generated.ts'
import { needsPlans, productsCatalogue } from '../metrics/metrics.ts'
import type { DemandPlanData } from './demand-plans.ts'

/** Figures about products and supply as the viewer may see them. */
export interface MetricData {
  table(query: ProductsMetricsQuery): Promise<MetricTable>
  /** Members of a dimension, best match first. */
  members(asked: QueryProductsMembersArgs): Promise<MetricKey[]>
}

export function metricData(database: DomainDatabase, viewer: Viewer, plans: DemandPlanData): MetricData {
  const table = metricTables({ database, catalogue: productsCatalogue, viewer })
  return {
    table: async (query) => {
      const { metrics, by, where, having, orderBy } = query
      const bounding = [...(having ?? []), ...(orderBy ? [orderBy] : [])].flatMap(({ metric }) => metric ?? [])
      const named = [...metrics, ...(by ?? []), ...(where ?? []).map(({ dimension }) => dimension), ...bounding]
      if (needsPlans(named)) await plans.refresh()
      return table(query)
    },
    members: (asked) => memberKeys(database, productsCatalogue, viewer, asked),
  }
}
