import { surveyResponses, surveys } from '@aems/drizzle/hr/tables.ts'
import type { Fact, Join } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'

/** The survey that a response names by its ref or, where none has that ref, by its name. */
const survey: Join = {
  table: 'hr.surveys',
  sql: sql`left join lateral (select named.id, named.name, named.invited from ${surveys} named
    where named.tenant_id = ${surveyResponses.tenantId} and (named.ref = ${surveyResponses.survey} or named.name = ${surveyResponses.survey})
    order by named.ref = ${surveyResponses.survey} desc, named.id limit 1) survey on true`,
}

const bySurvey = { key: sql`coalesce(survey.name, ${surveyResponses.survey})`, through: [survey] }

/** Answers to surveys. */
export const responses: Fact<HrDimension> = {
  name: 'survey responses',
  tables: ['hr.survey_responses'],
  from: sql`${surveyResponses}`,
  timing: { kind: 'on', day: surveyResponses.respondedOn },
  dimensions: { ORG_UNIT: { key: surveyResponses.orgUnitId }, SURVEY: bySurvey },
  known: sql`exists (select from ${surveyResponses})`,
}

/** The same, each with its survey. Nobody knows how many of each unit were invited. */
export const responsesOfSurveys: Fact<HrDimension> = {
  ...responses,
  tables: ['hr.survey_responses', 'hr.surveys'],
  from: sql`${surveyResponses} ${survey.sql}`,
  dimensions: { SURVEY: { key: bySurvey.key } },
}
