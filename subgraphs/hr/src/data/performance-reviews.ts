import { performanceReviews } from '@aems/drizzle/hr/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray, sql } from 'drizzle-orm'
import { reviews } from '../metrics/record-facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type PerformanceReviewRow = typeof performanceReviews.$inferSelect
export type PerformanceReviewPage = Connection<PerformanceReviewRow>

/** Performance reviews as the viewer may see them. */
export interface PerformanceReviewData {
  readonly byId: LoadOne<string, PerformanceReviewRow>
  /** Someone's, latest first. */
  readonly ofEmployee: LoadMany<string, PerformanceReviewRow>
  /** Those that the metric AVERAGE_RATING is made of under the same conditions; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<PerformanceReviewPage>
}

const latestFirst: ListOrder = {
  name: 'REVIEWED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${performanceReviews.reviewedOn}`, type: 'date' },
    { sql: sql`${performanceReviews.id}`, type: 'uuid' },
  ],
}

/** @param limit reads lists that are limited by what figures are split by. */
export function performanceReviewData(read: Read, limit: Read, admit: Admit): PerformanceReviewData {
  return {
    byId: loadById(read, performanceReviews),
    ofEmployee: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(performanceReviews)
            .where(inArray(performanceReviews.employeeId, [...ids]))
            .orderBy(desc(performanceReviews.reviewedOn), desc(performanceReviews.id)),
        ),
      ({ employeeId }) => employeeId,
    ),
    list: async (input, page) => {
      const rows = factRows(reviews, await admit('AVERAGE_RATING', input))
      return readList(limit, { table: performanceReviews, ...rows, order: latestFirst }, page)
    },
  }
}
