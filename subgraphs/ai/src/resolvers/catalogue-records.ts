import type { Serving } from '@aems/kit/serving.ts'
import type { MetricRecords } from '@aems/schema/catalogue.ts'
import type { CatalogueRecordsResolvers } from '../graph.generated.ts'

export const CatalogueRecords: Serving<CatalogueRecordsResolvers, MetricRecords> = {
  counts: ({ counts }) => counts ?? false,
}
