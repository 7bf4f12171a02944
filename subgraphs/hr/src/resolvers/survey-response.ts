import type { Serving } from '@aems/kit/serving.ts'
import type { SurveyResponseRow } from '../data/survey-responses.ts'
import type { SurveyResponseResolvers } from '../graph.generated.ts'

export const SurveyResponse: Serving<SurveyResponseResolvers, SurveyResponseRow> = {
  __resolveReference: ({ id }, { hr }) => hr.surveyResponses.byId(id),
  orgUnit: ({ orgUnitId }, _, { hr }) => (orgUnitId === null ? null : hr.orgUnits.byId(orgUnitId)),
}
