import {
  absences,
  candidates,
  employees,
  orgUnits,
  performanceReviews,
  requisitions,
  surveyResponses,
  surveys,
  trainingRecords,
} from '@aems/drizzle/hr/tables.ts'
import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import type { DimensionDefinition, MemberSource, MetricDefinition } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { HrDimension, HrMetric } from '../graph.generated.ts'
import * as ofAbsence from './absence.ts'
import * as ofHiring from './hiring.ts'
import * as ofLearning from './learning.ts'
import * as ofPay from './pay.ts'
import * as ofPerformance from './performance.ts'
import { ageMembers, tenureMembers } from './reaches.ts'
import { ratingText } from './record-facts.ts'
import * as ofVoice from './voice.ts'
import * as ofWorkforce from './workforce.ts'

const value = (table: MemberSource['table'], column: MemberSource['value']) =>
  ({ kind: 'value', members: [{ table, value: column }] }) satisfies DimensionDefinition

const all = (...members: readonly string[]): DimensionDefinition => ({ kind: 'value', members: [], all: members })

/** Employees to whom someone reports, or did. */
const managers = sql`(select ${employees.id}, ${employees.name}, ${employees.ref} from ${employees}
  where exists (select from ${employees} reports where reports.tenant_id = ${employees.tenantId} and reports.manager_id = ${employees.id})) managers`

/** Surveys of which responses tell the name and nothing else is known. */
const unknownSurveys = sql`(select ${surveyResponses.survey} from ${surveyResponses} where not exists (
  select from ${surveys} where ${surveys.tenantId} = ${surveyResponses.tenantId}
    and ${surveyResponses.survey} in (${surveys.ref}, ${surveys.name}))) unknown_surveys`

const ratings = sql`(select ${ratingText(performanceReviews.rating)} as rating from ${performanceReviews}) ratings`

const dimensions: Record<HrDimension, DimensionDefinition> = {
  ORG_UNIT: {
    kind: 'entity',
    members: [{ table: orgUnits, id: orgUnits.id, value: orgUnits.name, code: orgUnits.ref }],
    hierarchy: { table: orgUnits, id: orgUnits.id, parent: orgUnits.parentId },
  },
  JOB_TITLE: value(employees, employees.jobTitle),
  JOB_LEVEL: value(employees, employees.jobLevel),
  GENDER: all('female', 'male', 'other'),
  AGE_BAND: all(...ageMembers),
  TENURE_BAND: all(...tenureMembers),
  LOCATION: value(employees, employees.location),
  EMPLOYMENT_TYPE: value(employees, employees.employmentType),
  MANAGER: {
    kind: 'entity',
    members: [{ table: managers, id: sql`managers.id`, value: sql`managers.name`, code: sql`managers.ref` }],
  },
  REQUISITION: {
    kind: 'entity',
    members: [{ table: requisitions, id: requisitions.id, value: requisitions.title, code: requisitions.ref }],
  },
  SOURCE: value(candidates, candidates.source),
  COURSE: value(trainingRecords, trainingRecords.course),
  SURVEY: {
    kind: 'value',
    members: [
      { table: surveys, value: surveys.name },
      { table: unknownSurveys, value: sql`unknown_surveys.survey` },
    ],
  },
  RATING: value(ratings, sql`ratings.rating`),
  ABSENCE_KIND: value(absences, absences.kind),
  LEAVE_KIND: all('voluntary', 'involuntary', 'retirement'),
  HIRE_SOURCE: value(employees, employees.hireSource),
  OVERTIME: all('true', 'false'),
}

const families = { ...ofWorkforce, ...ofHiring, ...ofPerformance, ...ofVoice, ...ofLearning, ...ofAbsence, ...ofPay }

/** A metric that the SDL declares and that no family exports does not compile, nor does the reverse. */
const metrics: Record<HrMetric, MetricDefinition<HrDimension>> & Record<Exclude<keyof typeof families, HrMetric>, never> =
  families

/** What can be asked about people. */
export const hrCatalogue = defineCatalogue<HrMetric, HrDimension>('hr', { metrics, dimensions })
