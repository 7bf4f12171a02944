import { type SQL, sql } from 'drizzle-orm'
import type { Read } from '../rows.ts'
import type { Viewer } from '../viewer.ts'
import type { Catalogue } from './catalogue.ts'
import { resolveConditions } from './conditions.ts'
import { earlier } from './days.ts'
import type { Fact } from './definition.ts'
import { calendarOf } from './engine.ts'
import { type FactCondition, rowsOf } from './fact-rows.ts'
import { type PeriodInput, type Range, resolvePeriod } from './periods.ts'
import type { Condition } from './query.ts'
import { windowOf, within } from './windows.ts'

/** What a list of the records behind a figure is limited to: the same as the figure. */
export interface AdmissionInput<Metric extends string, Dimension extends string> {
  readonly where?: readonly Condition<Metric, Dimension>[] | null | undefined
  readonly period?: PeriodInput | null | undefined
}

/** Which records a list holds. */
export interface Admission<Dimension extends string> {
  readonly conditions: readonly FactCondition<Dimension>[]
  readonly days: Range
  /** The company's today. */
  readonly asOf: string
}

/** Conditions and days alone, for what does not depend on today. */
export type AdmittedRows<Dimension extends string> = Omit<Admission<Dimension>, 'asOf'>

/** Every record. */
export const everything: AdmittedRows<never> = { conditions: [], days: { from: null, to: null } }

/** Resolves conditions and period as for a metric of which the list gives the records. */
export type Admit<Metric extends string, Dimension extends string> = (
  metric: Metric,
  input: AdmissionInput<Metric, Dimension>,
) => Promise<Admission<Dimension>>

export function admitting<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  read: Read,
  viewer: Viewer,
): Admit<Metric, Dimension> {
  return async (metric, { where, period }) => {
    const calendar = calendarOf(viewer, null)
    const days = period == null ? everything.days : resolvePeriod(period, calendar)
    // A list is about one metric, so the metrics that a condition names do not matter.
    const asked = (where ?? []).map((condition) => ({ ...condition, metrics: null }))
    const conditions = asked.length === 0 ? [] : await read((tx) => resolveConditions(tx, catalogue, asked, [metric]))
    return { conditions, days, asOf: calendar.asOf }
  }
}

/** Tables and conditions of the facts admitted: those that a figure with the same conditions and period is made of. */
export function factRows<Dimension extends string>(
  fact: Fact<Dimension>,
  { conditions, days }: AdmittedRows<Dimension>,
): { from: SQL; where: SQL[] } {
  const window = days.to === null ? undefined : windowOf(days)
  const { from, where } = rowsOf(fact, conditions, [], window)
  return { from, where: [...where, ...inDays(fact, days)] }
}

/** The same as of the end of the days admitted, today at the latest: what a figure as of a day counts. */
export function factRowsAsOf<Dimension extends string>(
  fact: Fact<Dimension>,
  { conditions, days, asOf }: Admission<Dimension>,
): { from: SQL; where: SQL[] } {
  return factRows(fact, { conditions, days: { from: days.from, to: earlier(days.to ?? asOf, asOf) } })
}

function inDays<Dimension extends string>({ timing }: Fact<Dimension>, days: Range): SQL[] {
  if (timing.kind === 'on') return within(sql`${timing.day}`, days)
  if (timing.kind === 'upTo') return within(sql`${timing.day}`, { from: null, to: days.to })
  if (timing.kind === 'asOf') return days.to === null ? [] : [timing.counts(sql`${days.to}::date`)]
  return [
    ...(days.to === null ? [] : [sql`${timing.first} <= ${days.to}::date`]),
    ...(days.from === null ? [] : [sql`${timing.last} >= ${days.from}::date`]),
  ]
}
