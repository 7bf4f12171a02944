import type * as kit from '@aems/kit/metrics/admission.ts'
import type { FinanceDimension, FinanceMetric } from '../graph.generated.ts'

export type AdmissionInput = kit.AdmissionInput<FinanceMetric, FinanceDimension>
export type Admission = kit.Admission<FinanceDimension>
export type Admit = kit.Admit<FinanceMetric, FinanceDimension>
