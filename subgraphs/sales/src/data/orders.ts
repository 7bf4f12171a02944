import { orders } from '@aems/drizzle/sales/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { and } from '@aems/kit/metrics/sql.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { sql } from 'drizzle-orm'
import type { OrderOrder } from '../graph.generated.ts'
import { orderFacts } from '../metrics/facts.ts'
import { type Admission, type AdmissionInput, type Admit, orderRows } from './admission.ts'

export type OrderRow = typeof orders.$inferSelect
export type OrderPage = Connection<OrderRow>

export interface OrderListInput extends AdmissionInput {
  readonly orderBy?: OrderOrder | null | undefined
}

/** Orders as the viewer may see them. */
export interface OrderData {
  readonly byId: LoadOne<string, OrderRow>
  readonly ofCustomer: LimitedPagesOf<OrderListInput, OrderRow>
  readonly ofSalesPerson: LimitedPagesOf<OrderListInput, OrderRow>
  /** Those that the metric ORDERS counts under the same conditions. */
  list(input: OrderListInput, page: PageArguments): Promise<OrderPage>
}

const day = { sql: sql`${orders.orderedOn}`, type: 'date' } as const
const id = { sql: sql`${orders.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<OrderOrder, ListOrder>> = {
  ORDERED_ON_DESC: { name: 'ORDERED_ON_DESC', direction: 'desc', keys: [day, id] },
  ORDERED_ON_ASC: { name: 'ORDERED_ON_ASC', direction: 'asc', keys: [day, id] },
  NET_AMOUNT_DESC: {
    name: 'NET_AMOUNT_DESC',
    direction: 'desc',
    keys: [{ sql: sql`${orders.netAmount}`, type: 'numeric' }, id],
  },
}

export function orderData(read: Read, admit: Admit): OrderData {
  const listOf = async ({ orderBy, ...input }: OrderListInput) =>
    admittedOrders(await admit('ORDERS', input), sorts[orderBy ?? 'ORDERED_ON_DESC'])
  return {
    byId: loadById(read, orders),
    ofCustomer: limitedPagesOf(read, listOf, sql`${orders.customerId}`),
    ofSalesPerson: limitedPagesOf(read, listOf, sql`${orders.salesPersonId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** Conditions on products hold for lines, of which an order has several: then it is found by its id. */
function admittedOrders(admission: Admission, order: ListOrder): List<typeof orders> {
  const rows = orderRows(admission)
  if (rows.fact === orderFacts) return { table: orders, ...rows, order }
  const ids = sql`select ${orders.id} from ${rows.from} where ${and(rows.where)}`
  return { table: orders, from: sql`${orders}`, where: [sql`${orders.id} in (${ids})`], order }
}
