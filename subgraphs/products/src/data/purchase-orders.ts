import { purchaseOrders } from '@aems/drizzle/products/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import { and } from '@aems/kit/metrics/sql.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import type { PurchaseOrderOrder } from '../graph.generated.ts'
import { purchaseFacts, purchaseLineFacts } from '../metrics/facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type PurchaseOrderRow = typeof purchaseOrders.$inferSelect
export type PurchaseOrderPage = Connection<PurchaseOrderRow>

export interface PurchaseOrderListInput extends AdmissionInput {
  readonly orderBy?: PurchaseOrderOrder | null | undefined
}

/** Purchase orders as the viewer may see them. */
export interface PurchaseOrderData {
  readonly byId: LoadOne<string, PurchaseOrderRow>
  readonly ofSupplier: LimitedPagesOf<PurchaseOrderListInput, PurchaseOrderRow>
  /** Those that the metric PURCHASE_ORDERS counts under the same conditions. */
  list(input: PurchaseOrderListInput, page: PageArguments): Promise<PurchaseOrderPage>
}

const day = { sql: sql`${purchaseOrders.orderedOn}`, type: 'date' } as const
const id = { sql: sql`${purchaseOrders.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<PurchaseOrderOrder, ListOrder>> = {
  ORDERED_ON_DESC: { name: 'ORDERED_ON_DESC', direction: 'desc', keys: [day, id] },
  ORDERED_ON_ASC: { name: 'ORDERED_ON_ASC', direction: 'asc', keys: [day, id] },
}

export function purchaseOrderData(read: Read, admit: Admit): PurchaseOrderData {
  const listOf = async ({ orderBy, ...input }: PurchaseOrderListInput) =>
    admitted(await admit('PURCHASE_ORDERS', input), sorts[orderBy ?? 'ORDERED_ON_DESC'])
  return {
    byId: loadById(read, purchaseOrders),
    ofSupplier: limitedPagesOf(read, listOf, sql`${purchaseOrders.supplierId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** Conditions on products hold for lines, of which an order has several: then it is found by its id. */
function admitted(admission: Admission, order: ListOrder): List<typeof purchaseOrders> {
  const suffices = admission.conditions.every(({ dimension }) => purchaseFacts.dimensions[dimension] !== undefined)
  if (suffices) return { table: purchaseOrders, ...factRows(purchaseFacts, admission), order }
  const { from, where } = factRows(purchaseLineFacts, admission)
  const ids = sql`select ${purchaseOrders.id} from ${from} where ${and(where)}`
  return { table: purchaseOrders, from: sql`${purchaseOrders}`, where: [sql`${purchaseOrders.id} in (${ids})`], order }
}
