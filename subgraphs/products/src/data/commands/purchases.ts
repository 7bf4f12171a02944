import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { purchaseOrderLines, purchaseOrders } from '@aems/drizzle/products/tables.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { asc, eq } from 'drizzle-orm'
import { isComplete, receiving } from '../../domain/receiving.ts'
import type { OrderFromSupplierInput, ReceivedLineInput, ReceivePurchaseInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { dayGiven, must, mustBeThere, textGiven, unknownReference, unsignedGiven } from './given.ts'
import { addMovement, lockStock } from './stock.ts'

const mostLines = 1_000

/** Orders goods from a supplier. @throws Refusal */
export function orderFromSupplier(run: RunCommand, viewer: Viewer, input: OrderFromSupplierInput): Promise<string> {
  const { supplierId, expectedOn, lines, idempotencyKey } = input
  const tenantId = viewer.company.id
  return run({ name: 'orderFromSupplier', idempotencyKey }, async (tx) => {
    const id = newId()
    const orderedOn = dayGiven(viewer, input.orderedOn, ['input', 'orderedOn'])
    if (expectedOn != null) {
      must(isDay(expectedOn), `“${expectedOn}” is not a day of the calendar; write it as YYYY-MM-DD.`, ['input', 'expectedOn'])
      must(expectedOn >= orderedOn, `Goods ordered on ${orderedOn} can't be expected before.`, ['input', 'expectedOn'])
    }
    must(lines.length > 0 && lines.length <= mostLines, `An order has 1 to ${mostLines} lines.`, ['input', 'lines'])
    await mustBeThere(tx, 'supplier', supplierId, ['input', 'supplierId'])
    const ref = input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref'])
    await mustBeFree(tx, ref)
    const cost = (value: string | null | undefined, field: string) =>
      value == null ? null : unsignedGiven(value, 'What is given', ['input', field])
    const order = { ref, supplierId, orderedOn, expectedOn: expectedOn ?? null, status: 'pending' }
    const costs = { freight: cost(input.freight, 'freight'), tax: cost(input.tax, 'tax') }
    await tx.insert(purchaseOrders).values({ tenantId, id, ...order, ...costs })
    for (const [index, { productId, quantity, unitPrice }] of lines.entries()) {
      const path = ['input', 'lines', String(index)]
      const product = await mustBeThere(tx, 'product', productId, [...path, 'productId'])
      unsignedGiven(quantity, 'A quantity', [...path, 'quantity'])
      must(new Big(quantity).gt(0), `Nothing is ordered of ${product.name}; give more than 0 units.`, [...path, 'quantity'])
      unsignedGiven(unitPrice, 'A price', [...path, 'unitPrice'])
      await tx
        .insert(purchaseOrderLines)
        .values({ tenantId, id: newId(), orderId: id, line: index + 1, productId, quantity, unitPrice })
    }
    await noteChange(tx, viewer, { subjectId: id, action: 'orderFromSupplier', became: { ...order, lines } })
    return { id, event: { type: 'purchase-order.placed', subject: { supplierId } } }
  })
}

async function mustBeFree(tx: ViewerTransaction, ref: string): Promise<void> {
  const [taken] = await tx.select({ id: purchaseOrders.id }).from(purchaseOrders).where(eq(purchaseOrders.ref, ref))
  if (taken !== undefined)
    throw new Refusal(`There is a purchase order ${ref} already. Choose another ref.`, ['input', 'ref'], 'value')
}

/** Takes goods that came for an order onto the shelf, but for what is rejected. @throws Refusal */
export function receivePurchase(run: RunCommand, viewer: Viewer, input: ReceivePurchaseInput): Promise<string> {
  const { purchaseOrderId, warehouseId, idempotencyKey } = input
  return run({ name: 'receivePurchase', idempotencyKey }, async (tx) => {
    const on = dayGiven(viewer, input.receivedOn, ['input', 'receivedOn'])
    const order = await openOrder(tx, purchaseOrderId, on)
    await mustBeThere(tx, 'warehouse', warehouseId, ['input', 'warehouseId'])
    must(input.lines.length > 0, 'Nothing is said to have come; name at least one line.', ['input', 'lines'])
    await receiveLines(tx, viewer, { orderId: order.id, warehouseId, on, receipts: input.lines })
    const after = await linesOf(tx, order.id)
    const done = isComplete(after)
    const became = { status: done ? 'complete' : 'partly_received', receivedOn: done ? on : null }
    await tx.update(purchaseOrders).set(became).where(eq(purchaseOrders.id, order.id))
    const was = { status: order.status, receivedOn: order.receivedOn }
    await noteChange(tx, viewer, {
      subjectId: order.id,
      action: 'receivePurchase',
      was,
      became: { ...became, lines: input.lines },
    })
    return { id: order.id, event: { type: 'purchase-order.received', subject: { warehouseId, on, complete: done } } }
  })
}

const linesOf = (tx: ViewerTransaction, orderId: string) =>
  tx.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.orderId, orderId)).orderBy(asc(purchaseOrderLines.line))

async function openOrder(tx: ViewerTransaction, id: string, on: string) {
  const path = ['input', 'purchaseOrderId']
  const [order] = isId(id) ? await tx.select().from(purchaseOrders).where(eq(purchaseOrders.id, id)).for('update') : []
  if (order === undefined) throw unknownReference('purchase order', id, path)
  if (order.status === 'rejected')
    throw new Refusal(`Purchase order ${order.ref} was rejected; nothing can be received for it.`, path)
  if (order.receivedOn !== null) {
    throw new Refusal(`All of purchase order ${order.ref} came on ${order.receivedOn}; place another order for more.`, path)
  }
  must(on >= order.orderedOn, `Goods ordered on ${order.orderedOn} can't come before.`, ['input', 'receivedOn'])
  return order
}

interface Delivery {
  readonly orderId: string
  readonly warehouseId: string
  readonly on: string
  readonly receipts: readonly ReceivedLineInput[]
}

async function receiveLines(
  tx: ViewerTransaction,
  viewer: Viewer,
  { orderId, warehouseId, on, receipts }: Delivery,
): Promise<void> {
  const lines = await linesOf(tx, orderId)
  must(new Set(receipts.map(({ line }) => line)).size === receipts.length, 'A line is named twice; name each once.', [
    'input',
    'lines',
  ])
  for (const [index, receipt] of receipts.entries()) {
    const path = ['input', 'lines', String(index)]
    const line = lines.find((each) => each.line === receipt.line)
    if (line === undefined) throw new Refusal(`The order has no line ${receipt.line}.`, [...path, 'line'], 'reference')
    const received = unsignedGiven(receipt.received, 'What came', [...path, 'received'])
    const rejected = unsignedGiven(receipt.rejected ?? '0', 'What was rejected', [...path, 'rejected'])
    const result = receiving(line, { received, rejected })
    if (typeof result === 'string') throw new Refusal(result, path, 'value')
    await tx
      .update(purchaseOrderLines)
      .set({ received: result.received, rejected: result.rejected })
      .where(eq(purchaseOrderLines.id, line.id))
    if (new Big(result.kept).eq(0)) continue
    await lockStock(tx, viewer, line.productId)
    await addMovement(tx, viewer, { productId: line.productId, warehouseId, on, kind: 'receipt', quantity: result.kept })
  }
}
