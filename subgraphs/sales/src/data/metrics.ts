import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTables } from '@aems/kit/metrics/batch.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { QueryRevenueBridgeArgs, QuerySalesMembersArgs, SalesMetricsQuery } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { type RevenueBridgeRow, revenueBridge } from './revenue-bridge.ts'

/** Figures about sales as the viewer may see them. */
export interface MetricData {
  table(query: SalesMetricsQuery): Promise<MetricTable>
  /** Members of a dimension, best match first. */
  members(asked: QuerySalesMembersArgs): Promise<MetricKey[]>
  /** What made revenue differ between two periods. */
  bridge(asked: QueryRevenueBridgeArgs): Promise<RevenueBridgeRow>
}

export function metricData(database: DomainDatabase, viewer: Viewer): MetricData {
  return {
    table: metricTables({ database, catalogue: salesCatalogue, viewer }),
    members: (asked) => memberKeys(database, salesCatalogue, viewer, asked),
    bridge: (asked) => revenueBridge(database, viewer, asked),
  }
}
