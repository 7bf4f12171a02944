import { orderLines, orders } from '@aems/drizzle/sales/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany, loadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import type { Read } from '@aems/kit/rows.ts'
import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { OrderLineOrder } from '../graph.generated.ts'
import { orderLineFacts } from '../metrics/facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type OrderLineRow = typeof orderLines.$inferSelect
export type OrderLinePage = Connection<OrderLineRow>

export interface OrderLineListInput extends AdmissionInput {
  readonly orderBy?: OrderLineOrder | null | undefined
}

/** Lines of orders as the viewer may see them. */
export interface OrderLineData {
  /** By the order's id and the line's number, joined by a colon. */
  readonly byId: LoadOne<string, OrderLineRow>
  /** An order's, in their order. */
  readonly ofOrder: LoadMany<string, OrderLineRow>
  readonly ofProduct: LimitedPagesOf<OrderLineListInput, OrderLineRow>
  /** Those that the metric NET_REVENUE sums under the same conditions. */
  list(input: OrderLineListInput, page: PageArguments): Promise<OrderLinePage>
}

const day = { sql: sql`${orderLines.orderedOn}`, type: 'date' } as const
const orderId = { sql: sql`${orderLines.orderId}`, type: 'uuid' } as const
const line = { sql: sql`${orderLines.line}`, type: 'int' } as const

const sorts: Readonly<Record<OrderLineOrder, ListOrder>> = {
  ORDERED_ON_DESC: { name: 'ORDERED_ON_DESC', direction: 'desc', keys: [day, orderId, line] },
  NET_AMOUNT_DESC: {
    name: 'NET_AMOUNT_DESC',
    direction: 'desc',
    keys: [{ sql: sql`${orderLines.netAmount}`, type: 'numeric' }, day, orderId, line],
  },
}

/** What the graph calls a line. */
export const orderLineId = (row: Pick<OrderLineRow, 'orderId' | 'line'>): string => `${row.orderId}:${row.line}`

export function orderLineData(read: Read, admit: Admit): OrderLineData {
  /** An order knows its day, which says in which partition its lines are. */
  const ofOrders = (orderIds: readonly string[]) =>
    read((tx) =>
      tx
        .select(getTableColumns(orderLines))
        .from(orders)
        .innerJoin(
          orderLines,
          and(
            eq(orderLines.tenantId, orders.tenantId),
            eq(orderLines.orderedOn, orders.orderedOn),
            eq(orderLines.orderId, orders.id),
          ),
        )
        .where(inArray(orders.id, [...orderIds]))
        .orderBy(asc(orderLines.line)),
    )
  const listOf = async ({ orderBy, ...input }: OrderLineListInput): Promise<List<typeof orderLines>> => {
    const rows = factRows(orderLineFacts, await admit('NET_REVENUE', input))
    return { table: orderLines, ...rows, order: sorts[orderBy ?? 'ORDERED_ON_DESC'] }
  }
  return {
    byId: loadOne(async (ids) => ofOrders([...new Set(ids.map(orderOf).filter((id) => id !== ''))]), orderLineId),
    ofOrder: loadMany(ofOrders, (row) => row.orderId),
    ofProduct: limitedPagesOf(read, listOf, sql`${orderLines.productId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

const written = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):\d{1,9}$/

/** The order that a line's id names; empty where it is no such id. */
const orderOf = (lineId: string): string => written.exec(lineId)?.[1] ?? ''
