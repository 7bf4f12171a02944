import { absences, employees, goals, performanceReviews, trainingRecords } from '@aems/drizzle/hr/tables.ts'
import type { Fact, WindowSql } from '@aems/kit/metrics/definition.ts'
import { type Column, type SQL, type SQLWrapper, sql, type Table } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { employeeReaches } from './reaches.ts'

/** Rows of a table about employees, each with its employee. */
const withEmployee = (table: Table & { readonly tenantId: Column; readonly employeeId: Column }): SQL =>
  sql`${table} join ${employees} on ${employees.tenantId} = ${table.tenantId} and ${employees.id} = ${table.employeeId}`

/** A rating as people say it: 4, not 4.0000. */
export const ratingText = (rating: SQLWrapper): SQL => sql`trim_scale(${rating})::text`

/** The rating that counts: of several in the days asked about, a person's latest. */
const latestRating = ({
  from,
  to,
}: WindowSql): SQL => sql`(select ${ratingText(sql`latest.rating`)} from ${performanceReviews} latest
  where latest.tenant_id = ${employees.tenantId} and latest.employee_id = ${employees.id}
    and latest.reviewed_on between ${from} and ${to} order by latest.reviewed_on desc limit 1)`

/** Performance reviews by their day. */
export const reviews: Fact<HrDimension> = {
  name: 'performance reviews',
  tables: ['hr.performance_reviews', 'hr.employees'],
  from: withEmployee(performanceReviews),
  timing: { kind: 'on', day: performanceReviews.reviewedOn },
  dimensions: {
    ...employeeReaches(() => sql`${performanceReviews.reviewedOn}`),
    RATING: { key: latestRating },
  },
  known: sql`exists (select from ${performanceReviews})`,
}

const anyGoal = sql`exists (select from ${goals})`

const goalsBy = (name: string, day: SQLWrapper): Fact<HrDimension> => ({
  name,
  tables: ['hr.goals', 'hr.employees'],
  from: withEmployee(goals),
  timing: { kind: 'on', day },
  dimensions: employeeReaches(() => sql`${day}`),
  known: anyGoal,
})

export const completedGoals = goalsBy('goals completed', goals.completedOn)
export const dueGoals = goalsBy('goals due', goals.dueOn)

/** Goals past due and not completed on a day. */
export const overdueGoals: Fact<HrDimension> = {
  name: 'overdue goals',
  tables: ['hr.goals', 'hr.employees'],
  from: withEmployee(goals),
  timing: {
    kind: 'asOf',
    counts: (day) => sql`${goals.dueOn} < ${day} and (${goals.completedOn} is null or ${goals.completedOn} > ${day})`,
    earliest: sql`min(${goals.dueOn})`,
  },
  dimensions: employeeReaches(({ to }) => to),
  known: anyGoal,
}

/** Courses completed, by their day. */
export const training: Fact<HrDimension> = {
  name: 'courses completed',
  tables: ['hr.training_records', 'hr.employees'],
  from: withEmployee(trainingRecords),
  timing: { kind: 'on', day: trainingRecords.completedOn },
  dimensions: {
    ...employeeReaches(() => sql`${trainingRecords.completedOn}`),
    COURSE: { key: trainingRecords.course },
  },
  known: sql`exists (select from ${trainingRecords})`,
}

/** Absences, over the days that they span; their people are described as of the first. */
export const absenceFacts: Fact<HrDimension> = {
  name: 'absences',
  tables: ['hr.absences', 'hr.employees'],
  from: withEmployee(absences),
  timing: { kind: 'over', first: absences.startsOn, last: absences.endsOn },
  dimensions: {
    ...employeeReaches(() => sql`${absences.startsOn}`),
    ABSENCE_KIND: { key: absences.kind },
  },
  known: sql`exists (select from ${absences})`,
}
