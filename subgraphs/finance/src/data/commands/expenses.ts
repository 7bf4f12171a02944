import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { changes, expenses } from '@aems/drizzle/finance/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { and, eq } from 'drizzle-orm'
import type { DecideExpenseInput, ReimburseExpenseInput, SubmitExpenseInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { dayGiven, positiveGiven, textGiven, unknownReference } from './given.ts'

/** Submits a claim of the viewer's own. @throws Refusal */
export function submitExpense(run: RunCommand, viewer: Viewer, input: SubmitExpenseInput): Promise<string> {
  return run({ name: 'submitExpense', idempotencyKey: input.idempotencyKey }, async (tx) => {
    if (viewer.employeeId === null) {
      throw new Refusal('You are not known as an employee of this company; ask an administrator to link you with one.', null)
    }
    const id = newId()
    const amount = positiveGiven(input.amount, ['input', 'amount'])
    const claim = {
      employeeId: viewer.employeeId,
      category: textGiven(input.category, 'A category', ['input', 'category']),
      incurredOn: dayGiven(viewer, input.incurredOn, ['input', 'incurredOn']),
      amount,
      currency: viewer.company.currency,
      currencyAmount: amount,
      status: 'submitted',
      submittedOn: today(viewer.company),
      merchant: input.merchant == null ? null : textGiven(input.merchant, 'A merchant', ['input', 'merchant']),
    }
    await tx.insert(expenses).values({ tenantId: viewer.company.id, id, ref: id, ...claim })
    await noteChange(tx, viewer, { subjectId: id, action: 'submitExpense', became: claim })
    return { id, event: { type: 'expense.submitted', subject: { employeeId: claim.employeeId } } }
  })
}

const decisions = { approveExpense: 'approved', rejectExpense: 'rejected' } as const

/** Approves or rejects a claim of someone else. @throws Refusal */
export function decideExpense(
  run: RunCommand,
  viewer: Viewer,
  name: keyof typeof decisions,
  { expenseId, note, idempotencyKey }: DecideExpenseInput,
): Promise<string> {
  return run({ name, idempotencyKey }, async (tx) => {
    const claim = await lockedClaim(tx, expenseId)
    if (await isOwn(tx, viewer, claim)) {
      throw new Refusal('This is a claim of your own; someone else must decide on it.', ['input', 'expenseId'])
    }
    if (claim.status !== 'submitted') {
      throw new Refusal(`The claim is ${claim.status}; only one that is submitted can be decided on.`, ['input', 'expenseId'])
    }
    const decided = { status: decisions[name], decidedOn: today(viewer.company) }
    await tx.update(expenses).set(decided).where(eq(expenses.id, claim.id))
    const became = { ...decided, note: note == null ? null : textGiven(note, 'A note', ['input', 'note']) }
    await noteChange(tx, viewer, { subjectId: claim.id, action: name, was: { status: claim.status }, became })
    return { id: claim.id, event: { type: `expense.${decided.status}`, subject: { employeeId: claim.employeeId } } }
  })
}

/** Notes that an approved claim was paid back; nobody pays their own. @throws Refusal */
export function reimburseExpense(
  run: RunCommand,
  viewer: Viewer,
  { expenseId, idempotencyKey }: ReimburseExpenseInput,
): Promise<string> {
  return run({ name: 'reimburseExpense', idempotencyKey }, async (tx) => {
    const claim = await lockedClaim(tx, expenseId)
    if (await isOwn(tx, viewer, claim)) {
      throw new Refusal('This is a claim of your own; someone else must pay it back.', ['input', 'expenseId'])
    }
    if (claim.status !== 'approved') {
      throw new Refusal(`The claim is ${claim.status}; only one that is approved is paid back.`, ['input', 'expenseId'])
    }
    await tx.update(expenses).set({ status: 'reimbursed' }).where(eq(expenses.id, claim.id))
    await noteChange(tx, viewer, {
      subjectId: claim.id,
      action: 'reimburseExpense',
      was: { status: claim.status },
      became: { status: 'reimbursed' },
    })
    return { id: claim.id, event: { type: 'expense.reimbursed', subject: { employeeId: claim.employeeId } } }
  })
}

type Claim = typeof expenses.$inferSelect

async function lockedClaim(tx: ViewerTransaction, id: string): Promise<Claim> {
  const [claim] = isId(id) ? await tx.select().from(expenses).where(eq(expenses.id, id)).for('update') : []
  if (claim === undefined) throw unknownReference('expense claim', id, ['input', 'expenseId'])
  return claim
}

/** A claim is someone's own where they are its employee, or where they submitted it. */
async function isOwn(tx: ViewerTransaction, viewer: Viewer, { id, employeeId }: Claim): Promise<boolean> {
  if (employeeId !== null && employeeId === viewer.employeeId) return true
  const [submitted] = await tx
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.subjectId, id), eq(changes.action, 'submitExpense'), eq(changes.userId, viewer.user.id)))
  return submitted !== undefined
}
