import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, hrContext } from './context.ts'
import { forFigures } from './data/figures.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { Absence } from './resolvers/absence.ts'
import { Candidate } from './resolvers/candidate.ts'
import { CandidateStage } from './resolvers/candidate-stage.ts'
import { Compensation } from './resolvers/compensation.ts'
import { Employee } from './resolvers/employee.ts'
import { Goal } from './resolvers/goal.ts'
import { HrChange } from './resolvers/hr-change.ts'
import { Job } from './resolvers/job.ts'
import { Mutation } from './resolvers/mutation.ts'
import { OrgUnit } from './resolvers/org-unit.ts'
import { PerformanceReview } from './resolvers/performance-review.ts'
import { Query } from './resolvers/query.ts'
import { Requisition } from './resolvers/requisition.ts'
import { Survey } from './resolvers/survey.ts'
import { SurveyResponse } from './resolvers/survey-response.ts'
import { TrainingRecord } from './resolvers/training-record.ts'

export interface HrOptions {
  readonly database: DomainDatabase
}

/** Who works for the company, who did and who might; what they do, learn, earn and think. */
export function createSubgraph({ database }: HrOptions): Subgraph<Context> {
  const databases = { database, figures: forFigures(database) }
  return {
    name: 'hr',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('hr', {
      Absence,
      Candidate,
      CandidateStage,
      Compensation,
      Employee,
      Goal,
      HrChange,
      Job,
      Mutation,
      OrgUnit,
      PerformanceReview,
      Query,
      Requisition,
      Survey,
      SurveyResponse,
      TrainingRecord,
    }),
    context: (request) => hrContext(databases, request),
    close: () => database.close(),
  }
}
