import { employees, performanceReviews, trainingRecords } from '@aems/drizzle/hr/tables.ts'
import { additive, average, type Fact, type Measure, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { training } from './record-facts.ts'
import { HEADCOUNT } from './workforce.ts'

const sum = (fact: Fact<HrDimension>, value: SQLWrapper, where?: SQLWrapper): Measure<HrDimension> =>
  additive<HrDimension>({ kind: 'sum', fact, value: () => value, ...(where && { where }) })

export const TRAINING_HOURS = sum(training, trainingRecords.hours)

export const TRAINING_HOURS_PER_EMPLOYEE = ratio({ of: TRAINING_HOURS, to: average(HEADCOUNT) })

export const TRAINING_COST = sum(training, trainingRecords.cost)

/** One group per person who completed a course, however many they completed. */
const perPerson = [trainingRecords.employeeId]

const peopleTrained: Measure<HrDimension> = {
  kind: 'measure',
  sources: [{ kind: 'grouped', fact: training, per: perPerson, aggregate: () => sql`count(*)` }],
  empty: 'zero',
}

export const TRAINING_COVERAGE = ratio({ of: peopleTrained, to: average(HEADCOUNT) })

const hasScore = sql`${trainingRecords.score} is not null`

export const TRAINING_SCORE = ratio({ of: sum(training, trainingRecords.score, hasScore), to: sum(training, sql`1`, hasScore) })

/** From one review of a person to their next: how the rating changed, and between which days. */
const ratingChanges = sql`(select tenant_id, employee_id, reviewed_on as since,
    lead(reviewed_on) over next as until, lead(rating) over next - rating as change
  from ${performanceReviews} window next as (partition by tenant_id, employee_id order by reviewed_on))`

/** Changes of rating between whose days no course was completed. */
const untrained = sql`(select * from ${ratingChanges} changed where change is not null and not exists (
    select from ${trainingRecords} other where other.tenant_id = changed.tenant_id and other.employee_id = changed.employee_id
      and other.completed_on between changed.since and changed.until))`

/**
 * How the ratings of people without a course changed in the time in which each course was completed: the mean of the changes
 * under way on its day. Each begins to count on one day and ends on another, so running sums over the days tell of all of them.
 */
const untrainedChanges = sql`(select day as completed_on, total / changes as change
  from (
    select day, bool_or(asked) as asked, sum(sum(change)) over days as total, sum(sum(counts)) over days as changes
    from (
      select since as day, change, 1 as counts, false as asked from ${untrained} began
      union all select until, -change, -1, false from ${untrained} ended
      union all select distinct completed_on, 0, 0, true from ${trainingRecords}) steps
    group by day window days as (order by day)) sums
  where asked and changes > 0)`

/**
 * Courses whose people were reviewed before and after, beside people untrained in the same time: a difference in
 * differences (Ashenfelter and Card 1985).
 */
const trainingWithReviews: Fact<HrDimension> = {
  ...training,
  name: 'courses completed between two reviews',
  tables: ['hr.training_records', 'hr.employees', 'hr.performance_reviews'],
  from: sql`${trainingRecords}
    join ${employees} on ${employees.tenantId} = ${trainingRecords.tenantId} and ${employees.id} = ${trainingRecords.employeeId}
    join ${ratingChanges} trained on trained.tenant_id = ${trainingRecords.tenantId} and trained.employee_id = ${trainingRecords.employeeId}
      and trained.since <= ${trainingRecords.completedOn} and trained.until > ${trainingRecords.completedOn}
    join ${untrainedChanges} untrained on untrained.completed_on = ${trainingRecords.completedOn}`,
}

export const TRAINING_RATING_LIFT = ratio({
  of: sum(trainingWithReviews, sql`trained.change - untrained.change`),
  to: sum(trainingWithReviews, sql`1`),
})
