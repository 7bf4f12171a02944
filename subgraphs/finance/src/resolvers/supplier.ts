import type { Serving } from '@aems/kit/serving.ts'
import type { SupplierResolvers } from '../graph.generated.ts'

/** Products owns it; finance adds what it billed. */
export const Supplier: Serving<SupplierResolvers, { readonly id: string }> = {
  __resolveReference: ({ id }) => ({ id }),
  bills: ({ id }, page, { finance }) => finance.bills.ofSupplier(id, page),
}
