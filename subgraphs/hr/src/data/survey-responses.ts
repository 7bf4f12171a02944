import { surveyResponses } from '@aems/drizzle/hr/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import { responses } from '../metrics/survey-facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type SurveyResponseRow = typeof surveyResponses.$inferSelect
export type SurveyResponsePage = Connection<SurveyResponseRow>

/** Answers to surveys as the viewer may see them. */
export interface SurveyResponseData {
  readonly byId: LoadOne<string, SurveyResponseRow>
  /** Those that the metric ENGAGEMENT_SCORE is made of under the same conditions; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<SurveyResponsePage>
}

const latestFirst: ListOrder = {
  name: 'RESPONDED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${surveyResponses.respondedOn}`, type: 'date' },
    { sql: sql`${surveyResponses.id}`, type: 'uuid' },
  ],
}

export function surveyResponseData(read: Read, admit: Admit): SurveyResponseData {
  return {
    byId: loadById(read, surveyResponses),
    list: async (input, page) => {
      const rows = factRows(responses, await admit('ENGAGEMENT_SCORE', input))
      return readList(read, { table: surveyResponses, ...rows, order: latestFirst }, page)
    },
  }
}
