import { resolveConditions } from '@aems/kit/metrics/conditions.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { calendarOf } from '@aems/kit/metrics/engine.ts'
import { type FactCondition, rowsOf } from '@aems/kit/metrics/fact-rows.ts'
import { type PeriodInput, type Range, resolvePeriod } from '@aems/kit/metrics/periods.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { SalesCondition, SalesDimension, SalesMetric } from '../graph.generated.ts'
import { orderFacts, orderLineFacts } from '../metrics/facts.ts'
import { salesCatalogue } from '../metrics/metrics.ts'

/** What a list of the records behind a figure is limited to: the same as the figure. */
export interface AdmissionInput {
  readonly where?: readonly SalesCondition[] | null | undefined
  readonly period?: PeriodInput | null | undefined
}

/** Which records a list holds. */
export interface Admission {
  readonly conditions: readonly FactCondition<SalesDimension>[]
  readonly days: Range
  /** The company's today. */
  readonly asOf: string
}

/** Every record. */
export const everything: Omit<Admission, 'asOf'> = { conditions: [], days: { from: null, to: null } }

/** Resolves conditions and period as for a metric of which the list gives the records. */
export type Admit = (metric: SalesMetric, input: AdmissionInput) => Promise<Admission>

export function admitting(read: Read, viewer: Viewer): Admit {
  return async (metric, { where, period }) => {
    const calendar = calendarOf(viewer, null)
    const days = period == null ? everything.days : resolvePeriod(period, calendar)
    // A list is about one metric, so the metrics that a condition names do not matter.
    const asked = (where ?? []).map((condition) => ({ ...condition, metrics: null }))
    const conditions = asked.length === 0 ? [] : await read((tx) => resolveConditions(tx, salesCatalogue, asked, [metric]))
    return { conditions, days, asOf: calendar.asOf }
  }
}

/** Tables and conditions of the facts admitted: those that a figure with the same conditions and period is made of. */
export function factRows(fact: Fact<SalesDimension>, { conditions, days }: Omit<Admission, 'asOf'>): { from: SQL; where: SQL[] } {
  const { from, where } = rowsOf(fact, conditions)
  return { from, where: [...where, ...inDays(fact, days)] }
}

function inDays({ timing }: Fact<SalesDimension>, days: Range): SQL[] {
  if (timing.kind === 'on') return within(sql`${timing.day}`, days)
  if (timing.kind === 'asOf') return days.to === null ? [] : [timing.counts(sql`${days.to}::date`)]
  return [
    ...(days.to === null ? [] : [sql`${timing.first} <= ${days.to}::date`]),
    ...(days.from === null ? [] : [sql`${timing.last} >= ${days.from}::date`]),
  ]
}

/** Orders admitted, with their lines where a condition is about products: then one line must meet all conditions. */
export function orderRows(admission: Omit<Admission, 'asOf'>): { fact: Fact<SalesDimension>; from: SQL; where: SQL[] } {
  const suffices = admission.conditions.every(({ dimension }) => orderFacts.dimensions[dimension] !== undefined)
  const fact = suffices ? orderFacts : orderLineFacts
  return { fact, ...factRows(fact, admission) }
}
