import { signedIn } from '@aems/kit/context.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { today } from '@aems/kit/viewer.ts'
import type { BillRow } from '../data/bills.ts'
import type { BillResolvers } from '../graph.generated.ts'
import { referenceTo } from './elsewhere.ts'

export const Bill: Serving<BillResolvers, BillRow> = {
  __resolveReference: ({ id }, { finance }) => finance.bills.byId(id),
  supplier: ({ supplierId }) => ({ id: supplierId }),
  purchaseOrder: ({ purchaseOrderId }) => referenceTo(purchaseOrderId),
  openAmount: ({ amount, paidOn }, _, context) =>
    paidOn !== null && paidOn <= today(signedIn(context).company) ? '0.0000' : amount,
}
