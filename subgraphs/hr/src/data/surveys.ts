import { surveys } from '@aems/drizzle/hr/tables.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc } from 'drizzle-orm'

export type SurveyRow = typeof surveys.$inferSelect

/** Surveys, all of which everybody may see. */
export interface SurveyData {
  readonly byId: LoadOne<string, SurveyRow>
  /** Every one, latest opened first. */
  all(): Promise<readonly SurveyRow[]>
}

export function surveyData(read: Read): SurveyData {
  return {
    byId: loadById(read, surveys),
    all: () => read((tx) => tx.select().from(surveys).orderBy(desc(surveys.openedOn), desc(surveys.id))),
  }
}
