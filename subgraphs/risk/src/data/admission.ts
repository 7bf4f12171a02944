import type * as kit from '@aems/kit/metrics/admission.ts'
import type { RiskDimension, RiskMetric } from '../graph.generated.ts'

export type AdmissionInput = kit.AdmissionInput<RiskMetric, RiskDimension>
export type Admission = kit.Admission<RiskDimension>
export type Admit = kit.Admit<RiskMetric, RiskDimension>
