import { resolveConditions } from '@aems/kit/metrics/conditions.ts'
import { earlier } from '@aems/kit/metrics/days.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { calendarOf } from '@aems/kit/metrics/engine.ts'
import { type FactCondition, rowsOf } from '@aems/kit/metrics/fact-rows.ts'
import { type PeriodInput, type Range, resolvePeriod } from '@aems/kit/metrics/periods.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { ProductsCondition, ProductsDimension, ProductsMetric } from '../graph.generated.ts'
import { productsCatalogue } from '../metrics/metrics.ts'

/** What a list of the records behind a figure is limited to: the same as the figure. */
export interface AdmissionInput {
  readonly where?: readonly ProductsCondition[] | null | undefined
  readonly period?: PeriodInput | null | undefined
}

/** Which records a list holds. */
export interface Admission {
  readonly conditions: readonly FactCondition<ProductsDimension>[]
  readonly days: Range
  /** The company's today. */
  readonly asOf: string
}

/** Resolves conditions and period as for a metric of which the list gives the records. */
export type Admit = (metric: ProductsMetric, input: AdmissionInput) => Promise<Admission>

export function admitting(read: Read, viewer: Viewer): Admit {
  return async (metric, { where, period }) => {
    const calendar = calendarOf(viewer, null)
    const days = period == null ? { from: null, to: null } : resolvePeriod(period, calendar)
    // A list is about one metric, so the metrics that a condition names do not matter.
    const asked = (where ?? []).map((condition) => ({ ...condition, metrics: null }))
    const conditions = asked.length === 0 ? [] : await read((tx) => resolveConditions(tx, productsCatalogue, asked, [metric]))
    return { conditions, days, asOf: calendar.asOf }
  }
}

/** Tables and conditions of the facts admitted: those that a figure with the same conditions and period is made of. */
export function factRows(fact: Fact<ProductsDimension>, { conditions, days, asOf }: Admission): { from: SQL; where: SQL[] } {
  const { from, where } = rowsOf(fact, conditions)
  return { from, where: [...where, ...inDays(fact, days, asOf)] }
}

function inDays({ timing }: Fact<ProductsDimension>, days: Range, asOf: string): SQL[] {
  if (timing.kind === 'on') return within(sql`${timing.day}`, days)
  if (timing.kind === 'asOf') return [timing.counts(sql`${earlier(days.to ?? asOf, asOf)}::date`)]
  return []
}
