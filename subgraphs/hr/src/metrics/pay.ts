import { compensation, employees } from '@aems/drizzle/hr/tables.ts'
import { additive, type Fact, formula, type Measure, median, ratio, type Withholding } from '@aems/kit/metrics/definition.ts'
import { type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { isEmployedOn } from './employee-facts.ts'
import { employeeReaches } from './reaches.ts'

/** People employed on a day, each with the pay in force on it. */
const paidStaff: Fact<HrDimension> = {
  name: 'employees with pay',
  tables: ['hr.compensation', 'hr.employees'],
  from: sql`${compensation} join ${employees} on ${employees.tenantId} = ${compensation.tenantId} and ${employees.id} = ${compensation.employeeId}`,
  timing: {
    kind: 'asOf',
    counts: (day) => sql`${isEmployedOn(day)} and ${compensation.effectiveOn} <= ${day} and not exists (
      select from ${compensation} later where later.tenant_id = ${compensation.tenantId}
        and later.employee_id = ${compensation.employeeId} and later.effective_on <= ${day}
        and later.effective_on > ${compensation.effectiveOn})`,
    earliest: sql`min(${compensation.effectiveOn})`,
  },
  dimensions: employeeReaches(({ to }) => to),
  known: sql`exists (select from ${compensation})`,
}

const { GENDER: _, ...otherThanGender } = paidStaff.dimensions

/** The same, not told apart by gender: a gap is between genders. */
const paidStaffOfBothGenders: Fact<HrDimension> = { ...paidStaff, dimensions: otherThanGender }

const sum = (value: SQLWrapper, where?: SQLWrapper, fact = paidStaff): Measure<HrDimension> =>
  additive<HrDimension>({ kind: 'sum', fact, value: () => value, ...(where && { where }) })

const pay = compensation.annualAmount
const people = sum(sql`1`)

/** Nothing is told about fewer than five of those people, of any kind named. */
const ofFive = (...who: Withholding<HrDimension>['people']): Withholding<HrDimension> => ({ people: who, fewerThan: 5 })

const withhold = ofFive(people)

const hasMiddle = sql`${compensation.bandMid} is not null`
const hasRange = sql`${compensation.bandMax} > ${compensation.bandMin}`

export const PAYROLL = { ...sum(pay), withhold }

export const AVERAGE_PAY = { ...ratio({ of: sum(pay), to: people }), withhold }

/** One group per person, whose pay is its sum. */
const perPerson = [compensation.employeeId]

const medianPay: Measure<HrDimension> = {
  kind: 'measure',
  sources: [{ kind: 'grouped', fact: paidStaff, per: perPerson, sums: pay, aggregate: ({ sum: each }) => median(each) }],
  empty: 'absent',
}

export const MEDIAN_PAY = { ...medianPay, withhold }

export const COMPA_RATIO = {
  ...ratio({ of: sum(pay, hasMiddle), to: sum(compensation.bandMid, hasMiddle) }),
  withhold: ofFive(sum(sql`1`, hasMiddle)),
}

export const PAY_RANGE_PENETRATION = {
  ...ratio({
    of: sum(sql`${pay} - ${compensation.bandMin}`, hasRange),
    to: sum(sql`${compensation.bandMax} - ${compensation.bandMin}`, hasRange),
  }),
  withhold: ofFive(sum(sql`1`, hasRange)),
}

const isMan = sql`${employees.gender} = 'male'`
const isWoman = sql`${employees.gender} = 'female'`
const men = sum(sql`1`, isMan, paidStaffOfBothGenders)
const women = sum(sql`1`, isWoman, paidStaffOfBothGenders)

/**
 * The gender pay gap in unadjusted form (Eurostat, data set earn_gr_gpgr2): men's mean pay less women's, as a fraction of
 * men's. Eurostat takes pay by the hour; here it is yearly pay in force. Withheld where either are fewer than five.
 */
export const GENDER_PAY_GAP = {
  ...formula<HrDimension, 'ofMen' | 'ofWomen'>({
    parts: {
      ofMen: ratio({ of: sum(pay, isMan, paidStaffOfBothGenders), to: men }),
      ofWomen: ratio({ of: sum(pay, isWoman, paidStaffOfBothGenders), to: women }),
    },
    value: ({ ofMen, ofWomen }) => sql`(${ofMen} - ${ofWomen}) / nullif(${ofMen}, 0)`,
  }),
  withhold: ofFive(men, women),
}
