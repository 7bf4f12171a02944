import type * as kit from '@aems/kit/metrics/admission.ts'
import type { Fact, WindowSql } from '@aems/kit/metrics/definition.ts'
import { rowsOf } from '@aems/kit/metrics/fact-rows.ts'
import type { SQL } from 'drizzle-orm'
import type { FinanceDimension, FinanceMetric } from '../graph.generated.ts'

export type AdmissionInput = kit.AdmissionInput<FinanceMetric, FinanceDimension>
export type Admission = kit.Admission<FinanceDimension>
export type Admit = kit.Admit<FinanceMetric, FinanceDimension>

/** Tables and conditions of the facts admitted, whatever their days; ages are those at the end of the window. */
export function conditionsOf(
  fact: Fact<FinanceDimension>,
  { conditions }: Admission,
  window: WindowSql,
): { from: SQL; where: SQL[] } {
  return rowsOf(fact, conditions, [], window)
}
