import { purchaseOrderLines, purchaseOrders } from '@aems/drizzle/products/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray, sql } from 'drizzle-orm'
import type { PurchaseOrderLineOrder } from '../graph.generated.ts'
import { purchaseLineFacts } from '../metrics/facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type PurchaseOrderLineRow = typeof purchaseOrderLines.$inferSelect
export type PurchaseOrderLinePage = Connection<PurchaseOrderLineRow>

export interface PurchaseOrderLineListInput extends AdmissionInput {
  readonly orderBy?: PurchaseOrderLineOrder | null | undefined
}

/** Lines of purchase orders as the viewer may see them. */
export interface PurchaseOrderLineData {
  readonly byId: LoadOne<string, PurchaseOrderLineRow>
  /** An order's, in their order. */
  readonly ofOrder: LoadMany<string, PurchaseOrderLineRow>
  readonly ofProduct: LimitedPagesOf<PurchaseOrderLineListInput, PurchaseOrderLineRow>
  /** Those that the metric PURCHASES sums under the same conditions. */
  list(input: PurchaseOrderLineListInput, page: PageArguments): Promise<PurchaseOrderLinePage>
}

const day = { sql: sql`${purchaseOrders.orderedOn}`, type: 'date' } as const
const id = { sql: sql`${purchaseOrderLines.id}`, type: 'uuid' } as const
const amount = { sql: sql`(${purchaseOrderLines.quantity} * ${purchaseOrderLines.unitPrice})`, type: 'numeric' } as const

const sorts: Readonly<Record<PurchaseOrderLineOrder, ListOrder>> = {
  ORDERED_ON_DESC: { name: 'ORDERED_ON_DESC', direction: 'desc', keys: [day, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [amount, id] },
}

export function purchaseOrderLineData(read: Read, admit: Admit): PurchaseOrderLineData {
  const listOf = async ({ orderBy, ...input }: PurchaseOrderLineListInput): Promise<List<typeof purchaseOrderLines>> => {
    const rows = factRows(purchaseLineFacts, await admit('PURCHASES', input))
    return { table: purchaseOrderLines, ...rows, order: sorts[orderBy ?? 'ORDERED_ON_DESC'] }
  }
  return {
    byId: loadById(read, purchaseOrderLines),
    ofOrder: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(purchaseOrderLines)
            .where(inArray(purchaseOrderLines.orderId, [...ids]))
            .orderBy(asc(purchaseOrderLines.line)),
        ),
      ({ orderId }) => orderId,
    ),
    ofProduct: limitedPagesOf(read, listOf, sql`${purchaseOrderLines.productId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
