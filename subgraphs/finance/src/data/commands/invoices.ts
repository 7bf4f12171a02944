import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { bills, invoices, payments } from '@aems/drizzle/finance/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { eq, sql } from 'drizzle-orm'
import type { PayBillInput, RecordBillInput, RecordInvoiceInput, RecordPaymentInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { calendarDay, dayGiven, must, mustBeThere, positiveGiven, textGiven, unknownReference } from './given.ts'

/** What invoices and bills have in common. */
async function documentGiven(
  tx: ViewerTransaction,
  viewer: Viewer,
  table: typeof invoices | typeof bills,
  input: Pick<RecordInvoiceInput, 'ref' | 'issuedOn' | 'dueOn' | 'amount'>,
) {
  const id = newId()
  const issuedOn = dayGiven(viewer, input.issuedOn, ['input', 'issuedOn'])
  const dueOn = calendarDay(input.dueOn, ['input', 'dueOn'])
  must(dueOn >= issuedOn, `What is issued on ${issuedOn} can't be due before.`, ['input', 'dueOn'])
  const amount = positiveGiven(input.amount, ['input', 'amount'])
  const ref = input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref'])
  const [taken] = await tx.select({ id: table.id }).from(table).where(eq(table.ref, ref))
  must(taken === undefined, `The ref ${ref} is taken already. Choose another.`, ['input', 'ref'])
  return { tenantId: viewer.company.id, id, ref, issuedOn, dueOn, amount }
}

/** Records an invoice, in the company's currency. @throws Refusal */
export function recordInvoice(run: RunCommand, viewer: Viewer, input: RecordInvoiceInput): Promise<string> {
  return run({ name: 'recordInvoice', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const given = await documentGiven(tx, viewer, invoices, input)
    await mustBeThere(tx, 'customer', input.customerId, ['input', 'customerId'])
    const invoice = { ...given, customerId: input.customerId, currency: viewer.company.currency, currencyAmount: given.amount }
    await tx.insert(invoices).values(invoice)
    await noteChange(tx, viewer, { subjectId: given.id, action: 'recordInvoice', became: invoice })
    return { id: given.id, event: { type: 'invoice.recorded', subject: { customerId: input.customerId } } }
  })
}

/** Records a payment of an invoice, at the invoice's rate; never more than is open. @throws Refusal */
export function recordPayment(run: RunCommand, viewer: Viewer, input: RecordPaymentInput): Promise<string> {
  return run({ name: 'recordPayment', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const path = ['input', 'invoiceId']
    const paidOn = dayGiven(viewer, input.paidOn, ['input', 'paidOn'])
    const amount = positiveGiven(input.amount, ['input', 'amount'])
    const [invoice] = isId(input.invoiceId)
      ? await tx.select().from(invoices).where(eq(invoices.id, input.invoiceId)).for('update')
      : []
    if (invoice === undefined) throw unknownReference('invoice', input.invoiceId, path)
    const [found] = await tx.execute<{ open: string; fits: boolean; converted: string }>(
      sql`select open::text, ${amount}::numeric <= open as fits,
          round(${amount}::numeric * ${invoice.amount}::numeric / nullif(${invoice.currencyAmount}::numeric, 0), 4)::text as converted
        from (select ${invoice.currencyAmount}::numeric - coalesce(sum(${payments.currencyAmount}), 0) as open
          from ${payments} where ${payments.invoiceId} = ${invoice.id}) paid`,
    )
    if (found?.fits !== true) {
      throw new Refusal(
        `Of invoice ${invoice.ref}, ${found?.open ?? '0'} ${invoice.currency} is open; a payment can't be more.`,
        ['input', 'amount'],
      )
    }
    const id = newId()
    const payment = { tenantId: viewer.company.id, id, ref: id, invoiceId: invoice.id, paidOn }
    await tx.insert(payments).values({ ...payment, amount: found.converted, currencyAmount: amount })
    await noteChange(tx, viewer, { subjectId: invoice.id, action: 'recordPayment', became: { paidOn, amount } })
    return { id, event: { type: 'payment.recorded', subject: { invoiceId: invoice.id } } }
  })
}

/** Records a bill. @throws Refusal */
export function recordBill(run: RunCommand, viewer: Viewer, input: RecordBillInput): Promise<string> {
  return run({ name: 'recordBill', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const given = await documentGiven(tx, viewer, bills, input)
    await mustBeThere(tx, 'supplier', input.supplierId, ['input', 'supplierId'])
    const bill = { ...given, supplierId: input.supplierId }
    await tx.insert(bills).values(bill)
    await noteChange(tx, viewer, { subjectId: given.id, action: 'recordBill', became: bill })
    return { id: given.id, event: { type: 'bill.recorded', subject: { supplierId: input.supplierId } } }
  })
}

/** Notes that a bill was paid, whole. @throws Refusal */
export function payBill(run: RunCommand, viewer: Viewer, { billId, idempotencyKey, ...input }: PayBillInput): Promise<string> {
  return run({ name: 'payBill', idempotencyKey }, async (tx) => {
    const paidOn = dayGiven(viewer, input.paidOn, ['input', 'paidOn'])
    const [bill] = isId(billId) ? await tx.select().from(bills).where(eq(bills.id, billId)).for('update') : []
    if (bill === undefined) throw unknownReference('bill', billId, ['input', 'billId'])
    if (bill.paidOn !== null) throw new Refusal(`Bill ${bill.ref} was paid on ${bill.paidOn}.`, ['input', 'billId'])
    must(paidOn >= bill.issuedOn, `A bill of ${bill.issuedOn} can't be paid before.`, ['input', 'paidOn'])
    await tx.update(bills).set({ paidOn }).where(eq(bills.id, bill.id))
    await noteChange(tx, viewer, { subjectId: bill.id, action: 'payBill', was: { paidOn: null }, became: { paidOn } })
    return { id: bill.id, event: { type: 'bill.paid', subject: { supplierId: bill.supplierId } } }
  })
}
