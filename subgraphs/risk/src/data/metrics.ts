import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTables } from '@aems/kit/metrics/batch.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { QueryRiskMembersArgs, RiskMetricsQuery } from '../graph.generated.ts'
import { riskCatalogue } from '../metrics/metrics.ts'
import { type LossData, simulatedMetrics } from './losses.ts'

/** Figures about risk and compliance as the viewer may see them. */
export interface MetricData {
  table(query: RiskMetricsQuery): Promise<MetricTable>
  /** Members of a dimension, best match first. */
  members(asked: QueryRiskMembersArgs): Promise<MetricKey[]>
}

export function metricData(database: DomainDatabase, viewer: Viewer, losses: LossData): MetricData {
  const table = metricTables({ database, catalogue: riskCatalogue, viewer })
  return {
    table: async (query) => {
      if (asksForLosses(query)) await losses.refresh()
      return table(query)
    },
    members: (asked) => memberKeys(database, riskCatalogue, viewer, asked),
  }
}

const asksForLosses = ({ metrics, having, orderBy }: RiskMetricsQuery): boolean =>
  [...metrics, ...(having ?? []).map(({ metric }) => metric), ...(orderBy?.metric ? [orderBy.metric] : [])].some((metric) =>
    simulatedMetrics.has(metric),
  )
