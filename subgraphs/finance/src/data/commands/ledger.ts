import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { accounts, closings, ledgerEntries } from '@aems/drizzle/finance/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { addDays } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { inArray, sql } from 'drizzle-orm'
import { imbalance } from '../../domain/journal.ts'
import type { CloseBooksInput, PostJournalInput, ReopenBooksInput, SetBudgetInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { closedTo, lockBooks } from './books.ts'
import { amountGiven, calendarDay, dayGiven, must, mustBeThere, textGiven, unknownReference } from './given.ts'

const mostLines = 1_000

/** Posts a balanced journal. Gives its id, which its entries bear as their journal's ref. @throws Refusal */
export function postJournal(run: RunCommand, viewer: Viewer, input: PostJournalInput): Promise<string> {
  const { lines, idempotencyKey } = input
  return run({ name: 'postJournal', idempotencyKey }, async (tx) => {
    const postedOn = dayGiven(viewer, input.postedOn, ['input', 'postedOn'])
    must(lines.length >= 2 && lines.length <= mostLines, `A journal has 2 to ${mostLines} lines.`, ['input', 'lines'])
    await lockBooks(tx, viewer, { alone: false })
    const closed = await closedTo(tx)
    if (closed !== null && postedOn <= closed) {
      throw new Refusal(`The books are closed to ${closed}; post on a later day, or reopen them.`, ['input', 'postedOn'])
    }
    const journal = newId()
    const description = input.description == null ? null : textGiven(input.description, 'A description', ['input', 'description'])
    const rows = await journalRows(tx, lines)
    const off = imbalance(rows)
    must(
      off === '0',
      `Its debits (assets and expenses) exceed its credits (liabilities, equity and revenue) by ${off}; they must be equal.`,
      ['input', 'lines'],
    )
    await tx.insert(ledgerEntries).values(
      rows.map(({ accountId, orgUnitId, amount }) => {
        const id = newId()
        const common = { tenantId: viewer.company.id, id, ref: id, journalRef: journal, accountId, orgUnitId, postedOn }
        return { ...common, scenario: 'actual', amount, currency: viewer.company.currency, currencyAmount: amount, description }
      }),
    )
    await noteChange(tx, viewer, { subjectId: journal, action: 'postJournal', became: { postedOn, description, lines } })
    return { id: journal, event: { type: 'journal.posted', subject: { postedOn } } }
  })
}

async function journalRows(tx: ViewerTransaction, lines: PostJournalInput['lines']) {
  const ids = [...new Set(lines.map(({ accountId }) => accountId).filter(isId))]
  const found = ids.length === 0 ? [] : await tx.select().from(accounts).where(inArray(accounts.id, ids))
  const byId = new Map(found.map((account) => [account.id, account]))
  const rows = []
  for (const [index, line] of lines.entries()) {
    const path = ['input', 'lines', String(index)]
    const account = byId.get(line.accountId.toLowerCase())
    if (account === undefined) throw unknownReference('account', line.accountId, [...path, 'accountId'])
    const amount = amountGiven(line.amount, [...path, 'amount'])
    if (line.orgUnitId != null) await mustBeThere(tx, 'org unit', line.orgUnitId, [...path, 'orgUnitId'])
    const { type, contra } = account
    rows.push({ accountId: account.id, orgUnitId: line.orgUnitId ?? null, amount, type, contra: contra ?? false })
  }
  return rows
}

/** Closes the books to a day. @throws Refusal */
export function closeBooks(run: RunCommand, viewer: Viewer, input: CloseBooksInput): Promise<string> {
  return run({ name: 'closeBooks', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const path = ['input', 'closedTo']
    const day = dayGiven(viewer, input.closedTo, path)
    await lockBooks(tx, viewer, { alone: true })
    const before = await closedTo(tx)
    if (before !== null && day <= before) throw new Refusal(`The books are closed to ${before} already; give a later day.`, path)
    const id = newId()
    await tx.insert(closings).values({ tenantId: viewer.company.id, id, closedTo: day, userId: viewer.user.id })
    return { id, event: { type: 'books.closed', subject: { closedTo: day } } }
  })
}

/** Reopens the books from a day on; why is kept. @throws Refusal */
export function reopenBooks(run: RunCommand, viewer: Viewer, input: ReopenBooksInput): Promise<string> {
  return run({ name: 'reopenBooks', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const path = ['input', 'openFrom']
    const openFrom = calendarDay(input.openFrom, path)
    const reason = textGiven(input.reason, 'A reason', ['input', 'reason'])
    await lockBooks(tx, viewer, { alone: true })
    const before = await closedTo(tx)
    if (before === null) throw new Refusal('The books were never closed; there is nothing to reopen.', path)
    if (openFrom > before) throw new Refusal(`The books are closed to ${before} alone; give that day or an earlier one.`, path)
    const id = newId()
    const day = addDays(openFrom, -1)
    await tx.insert(closings).values({ tenantId: viewer.company.id, id, closedTo: day, userId: viewer.user.id })
    const became = { closedTo: day, reason }
    await noteChange(tx, viewer, { subjectId: id, action: 'reopenBooks', was: { closedTo: before }, became })
    return { id, event: { type: 'books.reopened', subject: { openFrom } } }
  })
}

/** The first and the last day of the month that a day lies in. */
export function monthOf(day: string): { readonly first: string; readonly last: string } {
  const first = `${day.slice(0, 7)}-01`
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)
  return { first, last }
}

/**
 * Sets a month's budget by an entry for the difference, on the month's last day; what was budgeted before stays in the books.
 * Gives that entry's id. @throws Refusal
 */
export function setBudget(run: RunCommand, viewer: Viewer, input: SetBudgetInput): Promise<string> {
  const { accountId, orgUnitId, idempotencyKey } = input
  return run({ name: 'setBudget', idempotencyKey }, async (tx) => {
    const { first, last } = monthOf(calendarDay(input.month, ['input', 'month']))
    const amount = amountGiven(input.amount, ['input', 'amount'])
    await mustBeThere(tx, 'account', accountId, ['input', 'accountId'])
    if (orgUnitId != null) await mustBeThere(tx, 'org unit', orgUnitId, ['input', 'orgUnitId'])
    // Budgets of days that are closed may change; but whoever sets one waits for the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`budget ${viewer.company.id}`}, 0))`)
    const [was] = await tx.execute<{ amount: string }>(sql`select coalesce(sum(${ledgerEntries.amount}), 0)::text as amount
      from ${ledgerEntries} where ${ledgerEntries.accountId} = ${accountId} and ${ledgerEntries.scenario} = 'budget'
        and ${ledgerEntries.orgUnitId} is not distinct from ${orgUnitId ?? null}::uuid
        and ${ledgerEntries.postedOn} between ${first} and ${last}`)
    const id = newId()
    const { currency } = viewer.company
    const difference = sql<string>`${amount}::numeric - ${was?.amount ?? '0'}::numeric`
    const common = { tenantId: viewer.company.id, id, ref: id, accountId, orgUnitId: orgUnitId ?? null, postedOn: last }
    await tx
      .insert(ledgerEntries)
      .values({ ...common, scenario: 'budget', amount: difference, currency, currencyAmount: difference })
    await noteChange(tx, viewer, {
      subjectId: accountId,
      action: 'setBudget',
      was: { month: first, orgUnitId, amount: was?.amount },
      became: { month: first, orgUnitId, amount },
    })
    return { id, event: { type: 'budget.set', subject: { accountId, month: first } } }
  })
}
