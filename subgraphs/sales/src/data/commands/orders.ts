import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { customers, orderLines, orders, projectedProducts, salesPeople, territories } from '@aems/drizzle/sales/tables.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { amountIfGiven, pastDay, textIfGiven, valueRefused } from '../../domain/given.ts'
import { type PricedLine, pricedLine, totalOf } from '../../domain/order-amounts.ts'
import { checkStatusChange, type Status } from '../../domain/order-status.ts'
import type { ChangeOrderStatusInput, OrderStatus, RecordOrderInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { allThere, notThere, refTaken, sellerOf, there, thereIfGiven } from './there.ts'

const mostLines = 1_000
const earliest = '1900-01-01'

/** Makes the partition that the order's lines go to; in a transaction of its own, since that locks the table for a moment. */
export async function makeRoom(tx: ViewerTransaction, viewer: Viewer, { orderedOn }: RecordOrderInput): Promise<void> {
  const day = orderedDay(viewer, orderedOn)
  await tx.execute(sql`set local lock_timeout = '5s'`)
  await tx.execute(sql`select sales.ensure_partitions(${day}::date, ${day}::date)`)
}

function orderedDay({ company }: Viewer, given: string | null | undefined): string {
  const day = pastDay(given, today(company), 'orderedOn')
  if (day < earliest) throw valueRefused(`Orders can be kept from ${earliest} on, not of ${day}.`, 'orderedOn')
  return day
}

/** @throws Refusal */
export async function recordOrder(tx: ViewerTransaction, viewer: Viewer, given: RecordOrderInput) {
  const id = newId()
  const orderedOn = orderedDay(viewer, given.orderedOn)
  if (given.dueOn != null && given.dueOn < orderedOn) {
    throw valueRefused(`It can't be promised for ${given.dueOn}, before it was placed on ${orderedOn}.`, 'dueOn')
  }
  const lines = await linesGiven(tx, given)
  const customerId = await there(tx, customers, 'customer', given.customerId, 'customerId')
  const row = {
    id,
    ref: textIfGiven(given.ref, 200, 'ref') ?? id,
    customerId,
    orderedOn,
    dueOn: given.dueOn ?? null,
    status: 'open',
    channel: textIfGiven(given.channel, 500, 'channel'),
    territoryId:
      given.territoryId === undefined
        ? await territoryOf(tx, customerId)
        : await thereIfGiven(tx, territories, 'territory', given.territoryId, 'territoryId'),
    salesPersonId: await thereIfGiven(tx, salesPeople, 'sales person', sellerOf(viewer, given.salesPersonId), 'salesPersonId'),
    currency: viewer.company.currency,
    netAmount: totalOf(lines),
    tax: amountIfGiven(given.tax, 'tax'),
    freight: amountIfGiven(given.freight, 'freight'),
  }
  const tenantId = viewer.company.id
  const [made] = await tx
    .insert(orders)
    .values({ tenantId, ...row })
    .onConflictDoNothing()
    .returning({ id: orders.id })
  if (!made) throw refTaken('order', row.ref)
  await tx.insert(orderLines).values(lines.map((line, index) => ({ tenantId, orderedOn, orderId: id, line: index + 1, ...line })))
  await tx.execute(sql`select sales.set_first_order(${customerId}::uuid)`)
  await noteChange(tx, viewer, { subjectId: id, action: 'recordOrder', was: null, became: { ...row, lines: lines.length } })
  return { id, event: { type: 'order.recorded', subject: { ref: row.ref, orderedOn, netAmount: row.netAmount } } }
}

async function linesGiven(
  tx: ViewerTransaction,
  { lines }: RecordOrderInput,
): Promise<(PricedLine & { readonly productId: string })[]> {
  if (lines.length === 0) throw valueRefused('An order has at least one line.', 'lines')
  if (lines.length > mostLines) {
    throw valueRefused(`It has ${lines.length} lines; an order has up to ${mostLines.toLocaleString('en')}.`, 'lines')
  }
  const priced = lines.map((line, index) => ({
    productId: line.productId.toLowerCase(),
    ...pricedLine(line, 'lines', String(index)),
  }))
  await allThere(
    tx,
    projectedProducts,
    'product',
    lines.map(({ productId }) => productId),
    'lines',
  )
  return priced
}

async function territoryOf(tx: ViewerTransaction, customerId: string): Promise<string | null> {
  const [customer] = await tx.select({ territoryId: customers.territoryId }).from(customers).where(eq(customers.id, customerId))
  return customer?.territoryId ?? null
}

const statuses: Readonly<Record<OrderStatus, Status>> = {
  OPEN: 'open',
  SHIPPED: 'shipped',
  CANCELLED: 'cancelled',
  RETURNED: 'returned',
}
const isStatus = (text: string): text is Status => Object.values<string>(statuses).includes(text)

/** @throws Refusal */
export async function changeOrderStatus(tx: ViewerTransaction, viewer: Viewer, given: ChangeOrderStatusInput) {
  const [was] = isId(given.orderId) ? await tx.select().from(orders).where(eq(orders.id, given.orderId)).for('update') : []
  if (!was || !isStatus(was.status)) throw notThere('order', given.orderId, 'orderId')
  const status = statuses[given.status]
  checkStatusChange(was.ref, was.status, status)
  if (given.on != null && status !== 'shipped') throw valueRefused('Only the day of shipping is kept; leave it out.', 'on')
  const became = { status, ...(status === 'shipped' && { shippedOn: shippedDay(viewer, was.orderedOn, given.on) }) }
  await tx.update(orders).set(became).where(eq(orders.id, was.id))
  if (status === 'shipped') await shipLines(tx, was)
  if (status === 'cancelled') await tx.execute(sql`select sales.set_first_order(${was.customerId}::uuid)`)
  await noteChange(tx, viewer, { subjectId: was.id, action: 'changeOrderStatus', was, became })
  return { id: was.id, event: { type: `order.${status}`, subject: { ref: was.ref } } }
}

function shippedDay({ company }: Viewer, orderedOn: string, given: string | null | undefined): string {
  const on = pastDay(given, today(company), 'on')
  if (on < orderedOn) throw valueRefused(`It can't be shipped on ${on}, before it was placed on ${orderedOn}.`, 'on')
  return on
}

/** What nobody has counted otherwise is shipped whole. */
async function shipLines(tx: ViewerTransaction, { id, orderedOn }: { id: string; orderedOn: string }): Promise<void> {
  await tx
    .update(orderLines)
    .set({ shippedQuantity: sql`${orderLines.quantity}` })
    .where(and(eq(orderLines.orderedOn, orderedOn), eq(orderLines.orderId, id), isNull(orderLines.shippedQuantity)))
}
