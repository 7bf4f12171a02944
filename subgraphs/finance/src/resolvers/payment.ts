import type { Serving } from '@aems/kit/serving.ts'
import type { PaymentRow } from '../data/payments.ts'
import type { PaymentResolvers } from '../graph.generated.ts'

export const Payment: Serving<PaymentResolvers, PaymentRow> = {
  __resolveReference: ({ id }, { finance }) => finance.payments.byId(id),
  invoice: ({ invoiceId }, _, { finance }) => finance.invoices.byId(invoiceId),
}
