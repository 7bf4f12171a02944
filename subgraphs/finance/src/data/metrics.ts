import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
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
  return {
    table: async (query) => {
      checkPayroll(viewer, query)
      return metricTable(database, financeCatalogue, viewer, query)
    },
    members: (asked) => memberKeys(database, financeCatalogue, viewer, asked),
  }
}
