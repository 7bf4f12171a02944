import { payments } from '@aems/drizzle/finance/tables.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray } from 'drizzle-orm'

export type PaymentRow = typeof payments.$inferSelect

/** Payments of invoices as the viewer may see them. */
export interface PaymentData {
  readonly byId: LoadOne<string, PaymentRow>
  /** An invoice's, oldest first. */
  readonly ofInvoice: LoadMany<string, PaymentRow>
}

export function paymentData(read: Read): PaymentData {
  return {
    byId: loadById(read, payments),
    ofInvoice: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(payments)
            .where(inArray(payments.invoiceId, [...ids]))
            .orderBy(asc(payments.paidOn), asc(payments.id)),
        ),
      ({ invoiceId }) => invoiceId,
    ),
  }
}
