import { riskAssessments } from '@aems/drizzle/risk/tables.ts'
import { type LoadMany, loadMany } from '@aems/kit/loaders.ts'
import type { Read } from '@aems/kit/rows.ts'
import { desc, inArray } from 'drizzle-orm'

export type RiskAssessmentRow = typeof riskAssessments.$inferSelect

/** Decisions about risks as the viewer may see them. */
export interface RiskAssessmentData {
  /** A risk's, newest first. */
  readonly ofRisk: LoadMany<string, RiskAssessmentRow>
}

export function riskAssessmentData(read: Read): RiskAssessmentData {
  return {
    ofRisk: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(riskAssessments)
            .where(inArray(riskAssessments.riskId, [...ids]))
            .orderBy(desc(riskAssessments.madeAt), desc(riskAssessments.id)),
        ),
      ({ riskId }) => riskId,
    ),
  }
}
