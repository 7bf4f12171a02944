import { birthDays, employees, jobs } from '@aems/drizzle/hr/tables.ts'
import type { Join, Reach, WindowSql } from '@aems/kit/metrics/definition.ts'
import { type Column, type SQL, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'

export type Reaches = { readonly [Name in HrDimension]?: Reach }

/** The day as of which a fact's person is described. */
type DescribedOn = (window: WindowSql) => SQL

/** What a job says of its holder on a day; where no job is known that was held then, what is known of them now. */
const ofJob =
  (column: Column, now: Column, day: DescribedOn) =>
  (window: WindowSql): SQL =>
    sql`coalesce((select ${column} from ${jobs}
      where ${jobs.tenantId} = ${employees.tenantId} and ${jobs.employeeId} = ${employees.id} and ${jobs.startsOn} <= ${day(window)}
        and (${jobs.endsOn} is null or ${jobs.endsOn} >= ${day(window)}) order by ${jobs.startsOn} desc limit 1), ${now})`

const birthDay: Join = {
  table: 'hr.birth_days',
  sql: sql`left join ${birthDays} on ${birthDays.tenantId} = ${employees.tenantId} and ${birthDays.id} = ${employees.id}`,
}

/** Bands of whole years, each with the first year that is above it. */
const ageBands = { 'under 25': 25, '25–34': 35, '35–44': 45, '45–54': 55, '55–64': 65 } as const
const tenureBands = { 'under 1 year': 1, '1–2 years': 3, '3–5 years': 6, '6–10 years': 11 } as const

export const ageMembers = [...Object.keys(ageBands), '65 and over']
export const tenureMembers = [...Object.keys(tenureBands), 'over 10 years']

function inBands(years: SQL, bands: Readonly<Record<string, number>>, above: string): SQL {
  const cases = Object.entries(bands).map(([band, end]) => sql`when ${years} < ${sql.raw(String(end))} then ${band}`)
  return sql`case ${sql.join(cases, sql` `)} when ${years} is not null then ${above} end`
}

/** Whole years from one day to another. */
const yearsBetween = (from: SQL, to: SQL): SQL => sql`extract(year from age(${to}::timestamp, ${from}::timestamp))`

/** What is known of an employee as of now alone, whatever the day. */
export const lastingReaches: Reaches = {
  JOB_LEVEL: { key: employees.jobLevel },
  GENDER: { key: employees.gender },
  LOCATION: { key: employees.location },
  EMPLOYMENT_TYPE: { key: employees.employmentType },
  MANAGER: { key: employees.managerId },
  HIRE_SOURCE: { key: employees.hireSource },
  OVERTIME: { key: sql`${employees.overtime}::text` },
}

/**
 * The dimensions that a fact about an employee reaches. The employee's row stands in the fact's own tables.
 * @param day as of which they are described: their unit, job, age and tenure.
 */
export function employeeReaches(day: DescribedOn): Reaches {
  return {
    ...lastingReaches,
    ORG_UNIT: { key: ofJob(jobs.orgUnitId, employees.orgUnitId, day) },
    JOB_TITLE: { key: ofJob(jobs.jobTitle, employees.jobTitle, day) },
    AGE_BAND: {
      key: (window) => inBands(yearsBetween(sql`${birthDays.bornOn}`, day(window)), ageBands, '65 and over'),
      through: [birthDay],
    },
    TENURE_BAND: {
      key: (window) =>
        inBands(
          sql`coalesce(${yearsBetween(sql`${employees.hiredOn}`, day(window))}, floor(${employees.yearsOfService}))`,
          tenureBands,
          'over 10 years',
        ),
    },
  }
}
