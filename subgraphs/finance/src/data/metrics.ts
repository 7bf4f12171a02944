import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTables } from '@aems/kit/metrics/batch.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { FinanceMetricsQuery, QueryFinanceMembersArgs } from '../graph.generated.ts'
import { financeCatalogue } from '../metrics/metrics.ts'
import { checkPayroll } from './payroll.ts'

/** Figures about finance as the viewer may see them. */
export interface MetricData {
  table(query: FinanceMetricsQuery): Promise<MetricTable>
  /** Members of a dimension, best match first. */
  members(asked: QueryFinanceMembersArgs): Promise<MetricKey[]>
}

export function metricData(database: DomainDatabase, viewer: Viewer): MetricData {
  const table = metricTables({ database, catalogue: financeCatalogue, viewer })
  return {
    table: async (query) => {
      checkPayroll(viewer, query)
      return table(query)
    },
    members: (asked) => memberKeys(database, financeCatalogue, viewer, asked),
  }
}
