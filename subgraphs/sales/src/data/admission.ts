import type * as kit from '@aems/kit/metrics/admission.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import type { SQL } from 'drizzle-orm'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { orderFacts, orderLineFacts } from '../metrics/facts.ts'

export type AdmissionInput = kit.AdmissionInput<SalesMetric, SalesDimension>
export type Admission = kit.Admission<SalesDimension>
export type Admit = kit.Admit<SalesMetric, SalesDimension>

/** Orders admitted, with their lines where a condition is about products: then one line must meet all conditions. */
export function orderRows(admission: kit.AdmittedRows<SalesDimension>): { fact: Fact<SalesDimension>; from: SQL; where: SQL[] } {
  const suffices = admission.conditions.every(({ dimension }) => orderFacts.dimensions[dimension] !== undefined)
  const fact = suffices ? orderFacts : orderLineFacts
  return { fact, ...factRows(fact, admission) }
}
