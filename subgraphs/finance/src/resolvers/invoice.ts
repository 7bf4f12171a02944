import type { Serving } from '@aems/kit/serving.ts'
import type { InvoiceRow } from '../data/invoices.ts'
import type { InvoiceResolvers } from '../graph.generated.ts'
import { referenceTo } from './elsewhere.ts'

export const Invoice: Serving<InvoiceResolvers, InvoiceRow> = {
  __resolveReference: ({ id }, { finance }) => finance.invoices.byId(id),
  customer: ({ customerId }) => ({ id: customerId }),
  order: ({ orderId }) => referenceTo(orderId),
  openAmount: async ({ id, amount }, _, { finance }) => (await finance.invoices.openAmount(id))?.open ?? amount,
  payments: ({ id }, _, { finance }) => finance.payments.ofInvoice(id),
}
