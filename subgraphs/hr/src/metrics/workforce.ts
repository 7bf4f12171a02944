import { employees } from '@aems/drizzle/hr/tables.ts'
import { additive, average, type Fact, formula, type Measure, opening, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import {
  comingsAndGoings,
  hasLeft,
  hiredPeople,
  isDatedLeaver,
  leavers,
  leaversByKind,
  people,
  staff,
  staffWithBirthDay,
  undatedPeople,
} from './employee-facts.ts'

/** How many of a fact there are. */
const count = (fact: Fact<HrDimension>, where?: SQLWrapper): Measure<HrDimension> =>
  additive<HrDimension>({ kind: 'sum', fact, value: () => sql`1`, ...(where && { where }) })

/** What everybody employed on a day adds up to. */
const ofStaff = (each: SQL): Measure<HrDimension> =>
  additive<HrDimension>(
    {
      kind: 'sum',
      fact: comingsAndGoings,
      value: () => sql`${people} * ${each}`,
      where: isDatedLeaver,
      counts: { facts: people, known: people },
    },
    { kind: 'sum', fact: staff, value: () => each },
  )

export const HEADCOUNT = ofStaff(sql`1`)

export const FTE = ofStaff(sql`coalesce(${employees.fte}, 1)`)

export const HIRES = count(hiredPeople, sql`${employees.hiredOn} is not null`)

export const LEAVERS = count(leavers, hasLeft)

export const NET_CHANGE = formula<HrDimension, 'hires' | 'leavers'>({
  parts: { hires: HIRES, leavers: LEAVERS },
  value: ({ hires, leavers: left }) => sql`${hires} - ${left}`,
})

/** Where no days exist at all, those who have left as a fraction of all: the formula's parts are nothing where days exist. */
const shareOfLeavers = (left: Measure<HrDimension>, leftUndated: SQL) =>
  formula<HrDimension, 'left' | 'headcount' | 'undatedLeft' | 'undated'>({
    parts: {
      left,
      headcount: average(HEADCOUNT),
      undatedLeft: count(undatedPeople, leftUndated),
      undated: count(undatedPeople),
    },
    value: ({ left: gone, headcount, undatedLeft, undated }) =>
      sql`coalesce(${undatedLeft} / nullif(${undated}, 0), ${gone} / nullif(${headcount}, 0))`,
  })

export const ATTRITION_RATE = shareOfLeavers(LEAVERS, hasLeft)

const isVoluntary = sql`${employees.leaveKind} = 'voluntary'`

/** In the parts, whatever the company does not say of leaving is absent, and so is the rate. */
export const VOLUNTARY_ATTRITION_RATE = shareOfLeavers(
  count(leaversByKind, sql`${hasLeft} and ${isVoluntary}`),
  sql`${hasLeft} and ${isVoluntary} and exists (select from ${employees} where ${employees.leaveKind} is not null)`,
)

/** Those there on the last day who were there on the eve. */
const stayers = additive<HrDimension>({
  kind: 'sum',
  fact: staff,
  value: ({ from }) => sql`case when ${employees.hiredOn} >= ${from} then 0 else 1 end`,
})

export const RETENTION_RATE = formula<HrDimension, 'stayed' | 'eve' | 'undatedLeft' | 'undated'>({
  parts: {
    stayed: stayers,
    eve: opening(HEADCOUNT),
    undatedLeft: count(undatedPeople, hasLeft),
    undated: count(undatedPeople),
  },
  value: ({ stayed, eve, undatedLeft, undated }) =>
    sql`coalesce(1 - ${undatedLeft} / nullif(${undated}, 0), ${stayed} / nullif(${eve}, 0))`,
})

const leftWithinAYear = count(hiredPeople, sql`${employees.leftOn} < ${employees.hiredOn} + interval '1 year'`)

export const FIRST_YEAR_ATTRITION = ratio({ of: leftWithinAYear, to: HIRES })

/** Years to the window's last day; a year has 365.25 days. */
const years = (days: SQL): SQL => sql`${days} / 365.25`

const tenure = (to: SQL): SQL => sql`coalesce(${years(sql`(${to} - ${employees.hiredOn})`)}, ${employees.yearsOfService})`

export const AVERAGE_TENURE = ratio({
  of: additive<HrDimension>({ kind: 'sum', fact: staff, value: ({ to }) => tenure(to) }),
  to: count(staff, sql`(${employees.hiredOn} is not null or ${employees.yearsOfService} is not null)`),
})

export const AVERAGE_AGE = ratio({
  of: additive<HrDimension>({ kind: 'sum', fact: staffWithBirthDay, value: ({ to }) => years(sql`(${to} - born.born_on)`) }),
  to: count(staffWithBirthDay),
})

/** One group per manager: those who report to them. */
const perManager = [employees.managerId]

export const SPAN_OF_CONTROL: Measure<HrDimension> = {
  kind: 'measure',
  sources: [
    {
      kind: 'grouped',
      fact: staff,
      per: perManager,
      where: sql`${employees.managerId} is not null`,
      sums: sql`1`,
      aggregate: ({ sum: reports }) => sql`sum(${reports}) / nullif(count(*), 0)`,
    },
  ],
  empty: 'absent',
}

export const GENDER_RATIO = ratio({
  of: count(staff, sql`${employees.gender} = 'female'`),
  to: count(staff, sql`${employees.gender} is not null`),
})
