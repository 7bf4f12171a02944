import type { Serving } from '@aems/kit/serving.ts'
import type { CustomerResolvers } from '../graph.generated.ts'

/** Sales owns it; finance adds what it was invoiced and what it agreed to. */
export const Customer: Serving<CustomerResolvers, { readonly id: string }> = {
  __resolveReference: ({ id }) => ({ id }),
  invoices: ({ id }, page, { finance }) => finance.invoices.ofCustomer(id, page),
  contracts: ({ id }, page, { finance }) => finance.contracts.ofCustomer(id, page),
}
