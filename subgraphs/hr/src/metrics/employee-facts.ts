import { birthDays, employees } from '@aems/drizzle/hr/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { employeeReaches, lastingReaches } from './reaches.ts'

export const anyEmployee = sql`exists (select from ${employees})`

/** That someone was employed on a day. Those whose days are unknown count unless it is known that they left. */
export const isEmployedOn = (day: SQLWrapper): SQL => sql`(${employees.hiredOn} is null or ${employees.hiredOn} <= ${day})
    and (${employees.leftOn} > ${day} or (${employees.leftOn} is null and ${employees.hasLeft} is not true))`

/** Whether the company knows no days of hire or leave at all. */
const isUndated = sql`not exists (select from ${employees} where ${employees.hiredOn} is not null or ${employees.leftOn} is not null)`

/** People employed on a day. */
export const staff: Fact<HrDimension> = {
  name: 'employees',
  tables: ['hr.employees'],
  from: sql`${employees}`,
  timing: { kind: 'asOf', counts: isEmployedOn, earliest: sql`min(${employees.hiredOn})` },
  dimensions: employeeReaches(({ to }) => to),
  known: anyEmployee,
}

/**
 * The same as days on which people came and went, each read once however many days are asked about: those employed on a day
 * are all who came up to it, less those who left. It tells nothing of what depends on the day.
 */
export const comingsAndGoings: Fact<HrDimension> = {
  ...staff,
  from: sql`${employees} cross join lateral (values
    (coalesce(${employees.hiredOn}, '-infinity'), 1), (${employees.leftOn}, -1)) moved (on_day, people)`,
  timing: { kind: 'upTo', day: sql`moved.on_day`, earliest: sql`min(${employees.hiredOn})` },
  dimensions: lastingReaches,
}

/** One person more or less. */
export const people = sql`moved.people`

/** Whoever left on a day that nobody knows never counts. */
export const isDatedLeaver = sql`(${employees.leftOn} is not null or ${employees.hasLeft} is not true)`

/** The same whose birth day is known. */
export const staffWithBirthDay: Fact<HrDimension> = {
  ...staff,
  tables: ['hr.employees', 'hr.birth_days'],
  from: sql`${employees} join ${birthDays} born on born.tenant_id = ${employees.tenantId} and born.id = ${employees.id}
    and born.born_on is not null`,
}

/** People by their day of hire. */
export const hiredPeople: Fact<HrDimension> = {
  name: 'hires',
  tables: ['hr.employees'],
  from: sql`${employees}`,
  timing: { kind: 'on', day: employees.hiredOn },
  dimensions: employeeReaches(() => sql`${employees.hiredOn}`),
  known: anyEmployee,
}

/** That someone has left, on whatever day. */
export const hasLeft = sql`(${employees.leftOn} is not null or ${employees.hasLeft} is true)`

/** People by the first day without them, described as of the last day with them. */
export const leavers: Fact<HrDimension> = {
  name: 'leavers',
  tables: ['hr.employees'],
  from: sql`${employees}`,
  timing: { kind: 'on', day: employees.leftOn },
  dimensions: { ...employeeReaches(() => sql`(${employees.leftOn} - 1)`), LEAVE_KIND: { key: employees.leaveKind } },
  known: anyEmployee,
}

/** The same where the company says how people leave. */
export const leaversByKind: Fact<HrDimension> = {
  ...leavers,
  known: sql`exists (select from ${employees} where ${employees.leaveKind} is not null)`,
}

/** Everybody who ever was there, in a company that knows no days: there is no other time to speak of. */
export const undatedPeople: Fact<HrDimension> = {
  ...staff,
  name: 'employees of a company without days',
  timing: { kind: 'asOf', counts: () => isUndated, earliest: sql`min(${employees.hiredOn})` },
}
