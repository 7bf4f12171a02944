import { goals, performanceReviews } from '@aems/drizzle/hr/tables.ts'
import { additive, type Fact, type GroupSql, type Measure, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { completedGoals, dueGoals, overdueGoals, reviews } from './record-facts.ts'
import { HEADCOUNT } from './workforce.ts'

/** One group per person reviewed: of several reviews, the latest counts. */
const perPerson = [performanceReviews.employeeId]

function overPeople(empty: Measure<HrDimension>['empty'], aggregate: (group: GroupSql) => SQL): Measure<HrDimension> {
  const latest = { value: performanceReviews.rating, on: performanceReviews.reviewedOn }
  return { kind: 'measure', sources: [{ kind: 'grouped', fact: reviews, per: perPerson, latest, aggregate }], empty }
}

export const AVERAGE_RATING = overPeople('absent', ({ latest }) => sql`avg(${latest})`)

export const HIGH_PERFORMERS = overPeople('zero', ({ latest }) => sql`count(*) filter (where ${latest} >= 4)`)

const peopleReviewed = overPeople('zero', () => sql`count(*)`)

export const REVIEW_COVERAGE = ratio({ of: peopleReviewed, to: HEADCOUNT })

/** A goal counts once unless it says otherwise. */
const weight = sql`coalesce(${goals.weight}, 1)`

const weighed = (fact: Fact<HrDimension>, where?: SQLWrapper): Measure<HrDimension> =>
  additive<HrDimension>({ kind: 'sum', fact, value: () => weight, ...(where && { where }) })

export const GOALS_COMPLETED = weighed(completedGoals, sql`${goals.completedOn} is not null`)

/** Of the goals due in the window, what was completed by its last day. */
const completedInTime = additive<HrDimension>({
  kind: 'sum',
  fact: dueGoals,
  value: ({ to }) => sql`case when ${goals.completedOn} <= ${to} then ${weight} else 0 end`,
  where: sql`${goals.dueOn} is not null`,
})

export const GOAL_COMPLETION_RATE = ratio({ of: completedInTime, to: weighed(dueGoals, sql`${goals.dueOn} is not null`) })

export const OVERDUE_GOALS = weighed(overdueGoals)
