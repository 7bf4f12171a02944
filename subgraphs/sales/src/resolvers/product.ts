import type { Serving } from '@aems/kit/serving.ts'
import type { ProductResolvers } from '../graph.generated.ts'

/** Products owns it; sales adds what was and might be sold of it. */
export const Product: Serving<ProductResolvers, { readonly id: string }> = {
  __resolveReference: ({ id }) => ({ id }),
  orderLines: ({ id }, { first, after, ...limits }, { sales }) => sales.orderLines.ofProduct(id, limits, { first, after }),
  opportunities: ({ id }, { first, after, ...limits }, { sales }) => sales.opportunities.ofProduct(id, limits, { first, after }),
}
