import type { Serving } from '@aems/kit/serving.ts'
import type { SurveyRow } from '../data/surveys.ts'
import type { SurveyResolvers } from '../graph.generated.ts'

export const Survey: Serving<SurveyResolvers, SurveyRow> = {
  __resolveReference: ({ id }, { hr }) => hr.surveys.byId(id),
  changes: ({ id }, _, { hr }) => hr.changes.ofSubject(id),
}
