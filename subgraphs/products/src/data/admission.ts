import type * as kit from '@aems/kit/metrics/admission.ts'
import type { ProductsDimension, ProductsMetric } from '../graph.generated.ts'

export type AdmissionInput = kit.AdmissionInput<ProductsMetric, ProductsDimension>
export type Admission = kit.Admission<ProductsDimension>
export type Admit = kit.Admit<ProductsMetric, ProductsDimension>
