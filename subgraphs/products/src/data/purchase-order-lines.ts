import { purchaseOrderLines, purchaseOrders } from '@aems/drizzle/products/tables.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
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

/** Lines of purchase orders as the viewer may see them. */
export interface PurchaseOrderLineData {
  readonly byId: LoadOne<string, PurchaseOrderLineRow>
  /** An order's, in their order. */
  readonly ofOrder: LoadMany<string, PurchaseOrderLineRow>
  /** Those for a product, latest order first. */
  readonly ofProduct: PagesOf<PurchaseOrderLineRow>
  /** Those that the metric PURCHASES sums under the same conditions. */
  list(input: AdmissionInput, order: PurchaseOrderLineOrder, page: PageArguments): Promise<PurchaseOrderLinePage>
}

const day = { sql: sql`${purchaseOrders.orderedOn}`, type: 'date' } as const
const id = { sql: sql`${purchaseOrderLines.id}`, type: 'uuid' } as const
const amount = { sql: sql`(${purchaseOrderLines.quantity} * ${purchaseOrderLines.unitPrice})`, type: 'numeric' } as const

const sorts: Readonly<Record<PurchaseOrderLineOrder, ListOrder>> = {
  ORDERED_ON_DESC: { name: 'ORDERED_ON_DESC', direction: 'desc', keys: [day, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [amount, id] },
}

const withOrders = sql`${purchaseOrderLines} join ${purchaseOrders} on ${purchaseOrders.tenantId} = ${purchaseOrderLines.tenantId}
  and ${purchaseOrders.id} = ${purchaseOrderLines.orderId}`

export function purchaseOrderLineData(read: Read, admit: Admit): PurchaseOrderLineData {
  const all = { table: purchaseOrderLines, from: withOrders, where: [], order: sorts.ORDERED_ON_DESC }
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
    ofProduct: pagesOf(read, all, sql`${purchaseOrderLines.productId}`),
    list: async (input, order, page) => {
      const rows = factRows(purchaseLineFacts, await admit('PURCHASES', input))
      return readList(read, { table: purchaseOrderLines, ...rows, order: sorts[order] }, page)
    },
  }
}
