import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { ChangeData } from '@aems/kit/changes.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import { readingAs } from '@aems/kit/lists.ts'
import { admitting } from '@aems/kit/metrics/admission.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { type AbsenceData, absenceData } from './data/absences.ts'
import { type CandidateData, candidateData } from './data/candidates.ts'
import { changeData } from './data/changes.ts'
import { type HrCommands, hrCommands } from './data/commands/commands.ts'
import { type CompensationData, compensationData } from './data/compensation.ts'
import { type EmployeeData, employeeData } from './data/employees.ts'
import { type GoalData, goalData } from './data/goals.ts'
import { type JobData, jobData } from './data/jobs.ts'
import { type MetricData, metricData } from './data/metrics.ts'
import { type OrgUnitData, orgUnitData } from './data/org-units.ts'
import { type PerformanceReviewData, performanceReviewData } from './data/performance-reviews.ts'
import { type RequisitionData, requisitionData } from './data/requisitions.ts'
import { type SurveyResponseData, surveyResponseData } from './data/survey-responses.ts'
import { type SurveyData, surveyData } from './data/surveys.ts'
import { type TrainingRecordData, trainingRecordData } from './data/training-records.ts'
import { hrCatalogue } from './metrics/metrics.ts'

/** What resolvers work with, made anew for each request: look-ups share their batches within one. */
export interface Context {
  readonly viewer: Viewer | null
  /** The domain's data. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
  readonly hr: HrData
}

/** The ways into the database: to rows that are shown, and to those that are added up. */
export interface HrDatabases {
  readonly database: DomainDatabase
  readonly figures: DomainDatabase
}

/** The domain's data as one viewer may see it. */
export interface HrData {
  /** The company's. */
  readonly today: string
  readonly metrics: MetricData
  readonly commands: HrCommands
  readonly absences: AbsenceData
  readonly candidates: CandidateData
  readonly changes: ChangeData
  readonly compensation: CompensationData
  readonly employees: EmployeeData
  readonly goals: GoalData
  readonly jobs: JobData
  readonly orgUnits: OrgUnitData
  readonly performanceReviews: PerformanceReviewData
  readonly requisitions: RequisitionData
  readonly surveyResponses: SurveyResponseData
  readonly surveys: SurveyData
  readonly trainingRecords: TrainingRecordData
}

function hrData({ database, figures }: HrDatabases, viewer: Viewer): HrData {
  const read = readingAs(database, viewer)
  const limit = readingAs(figures, viewer)
  const admit = admitting(hrCatalogue, limit, viewer)
  return {
    today: today(viewer.company),
    metrics: metricData(figures, viewer),
    commands: hrCommands(database, viewer),
    absences: absenceData(read, limit, admit),
    candidates: candidateData(read, admit),
    changes: changeData(read),
    compensation: compensationData(read),
    employees: employeeData(read, limit, admit),
    goals: goalData(read, limit, admit),
    jobs: jobData(read),
    orgUnits: orgUnitData(read),
    performanceReviews: performanceReviewData(read, limit, admit),
    requisitions: requisitionData(read, admit),
    surveyResponses: surveyResponseData(read, admit),
    surveys: surveyData(read),
    trainingRecords: trainingRecordData(read, limit, admit),
  }
}

export function hrContext(databases: HrDatabases, { viewer }: SubgraphRequest): Context {
  let data: HrData | undefined
  return {
    viewer,
    get hr() {
      if (!viewer) throw unauthenticated()
      data ??= hrData(databases, viewer)
      return data
    },
  }
}
