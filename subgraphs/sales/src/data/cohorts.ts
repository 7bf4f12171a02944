import { customers, orderLines, orders } from '@aems/drizzle/sales/tables.ts'
import { badInput } from '@aems/kit/errors.ts'
import { calendarOf } from '@aems/kit/metrics/engine.ts'
import { addUnits, type Range, resolvePeriod, startOf, type TimeUnit } from '@aems/kit/metrics/periods.ts'
import { and } from '@aems/kit/metrics/sql.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'
import { type Cohort, cohorts } from '../domain/cohorts.ts'
import type { QueryCustomerCohortsArgs } from '../graph.generated.ts'
import { orderFacts } from '../metrics/facts.ts'
import { type Admit, orderRows } from './admission.ts'

const units: Readonly<Record<string, string>> = { MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' }
const unitsByDefault = 12

/** Cohorts of customers, as the viewer may see their orders. */
export interface CohortData {
  list(asked: QueryCustomerCohortsArgs): Promise<Cohort[]>
}

export function cohortData(read: Read, admit: Admit, viewer: Viewer): CohortData {
  return {
    list: async ({ unit: asked, period, where }) => {
      const unit = asked ?? 'MONTH'
      const named = units[unit]
      if (named === undefined) throw badInput(`Cohorts are by MONTH, QUARTER or YEAR, not by ${unit}.`)
      const calendar = calendarOf(viewer)
      const today = calendar.asOf
      const lately: Range = { from: addUnits(unit, startOf(unit, today, calendar), 1 - unitsByDefault), to: today }
      const first = period == null ? lately : resolvePeriod(period, calendar)
      const rows = orderRows(await admit('NEW_CUSTOMERS', { where }))
      const net = rows.fact === orderFacts ? orders.netAmount : orderLines.netAmount
      const found = await read((tx) =>
        tx.execute<{ cohort: string; unit: string | null; customers: number; revenue: string }>(sql`
          with ordered as (
            select ${orders.customerId} as customer, date_trunc(${named}, ${orders.orderedOn})::date as unit, sum(${net}) as net
            from ${rows.from} where ${and([...rows.where, sql`${orders.orderedOn} <= ${today}::date`])} group by 1, 2),
          cohort as (
            select o.*, date_trunc(${named}, c.first_ordered_on)::date as cohort
            from ordered o join ${customers} c on c.id = o.customer
            where ${and([sql`c.first_ordered_on is not null`, ...within(sql`c.first_ordered_on`, first)])})
          select cohort::text, unit::text, count(distinct customer)::int as customers, sum(net)::text as revenue
          from cohort group by grouping sets ((cohort), (cohort, unit)) order by cohort, unit nulls first`),
      )
      const sizes = new Map(found.flatMap((row) => (row.unit === null ? [[row.cohort, row.customers] as const] : [])))
      const ordered = found.flatMap((row) => (row.unit === null ? [] : [{ ...row, unit: row.unit }]))
      return cohorts(sizes, ordered, (start) => unitsSince(start, unit, today))
    },
  }
}

function unitsSince(start: string, unit: TimeUnit, today: string): string[] {
  const days: string[] = []
  for (let day = start; day <= today; day = addUnits(unit, start, days.length)) days.push(day)
  return days
}
