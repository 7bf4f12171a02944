import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTables } from '@aems/kit/metrics/batch.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { HrMetricsQuery, QueryHrMembersArgs } from '../graph.generated.ts'
import { hrCatalogue } from '../metrics/metrics.ts'

/** Figures about people as the viewer may see them. */
export interface MetricData {
  table(query: HrMetricsQuery): Promise<MetricTable>
  /** Members of a dimension, best match first. */
  members(asked: QueryHrMembersArgs): Promise<MetricKey[]>
}

/** @param figures the way into the database that figures are made on: see `figures.ts`. */
export function metricData(figures: DomainDatabase, viewer: Viewer): MetricData {
  return {
    table: metricTables({ database: figures, catalogue: hrCatalogue, viewer }),
    members: (asked) => memberKeys(figures, hrCatalogue, viewer, asked),
  }
}
