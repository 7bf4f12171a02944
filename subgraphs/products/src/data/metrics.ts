import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { metricTables } from '@aems/kit/metrics/batch.ts'
import { memberKeys } from '@aems/kit/metrics/members.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { ProductsMetricsQuery, QueryProductsMembersArgs } from '../graph.generated.ts'
import { productsCatalogue } from '../metrics/metrics.ts'

/** Figures about products and supply as the viewer may see them. */
export interface MetricData {
  table(query: ProductsMetricsQuery): Promise<MetricTable>
  /** Members of a dimension, best match first. */
  members(asked: QueryProductsMembersArgs): Promise<MetricKey[]>
}

export function metricData(database: DomainDatabase, viewer: Viewer): MetricData {
  return {
    table: metricTables({ database, catalogue: productsCatalogue, viewer }),
    members: (asked) => memberKeys(database, productsCatalogue, viewer, asked),
  }
}
