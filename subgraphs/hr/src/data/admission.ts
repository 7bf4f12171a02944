import type * as kit from '@aems/kit/metrics/admission.ts'
import type { HrDimension, HrMetric } from '../graph.generated.ts'

export type AdmissionInput = kit.AdmissionInput<HrMetric, HrDimension>
export type Admission = kit.Admission<HrDimension>
export type Admit = kit.Admit<HrMetric, HrDimension>
