import type { Serving } from '@aems/kit/serving.ts'
import type { PerformanceReviewRow } from '../data/performance-reviews.ts'
import type { PerformanceReviewResolvers } from '../graph.generated.ts'

export const PerformanceReview: Serving<PerformanceReviewResolvers, PerformanceReviewRow> = {
  __resolveReference: ({ id }, { hr }) => hr.performanceReviews.byId(id),
  employee: ({ employeeId }, _, { hr }) => hr.employees.byId(employeeId),
}
