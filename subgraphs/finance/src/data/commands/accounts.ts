import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { accounts } from '@aems/drizzle/finance/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { eq, sql } from 'drizzle-orm'
import type { AccountSubtype, ChangeAccountInput, OpenAccountInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { closedTo, lockBooks } from './books.ts'
import { must, textGiven, unknownReference } from './given.ts'

/** Adds an account to the chart. @throws Refusal */
export function openAccount(run: RunCommand, viewer: Viewer, input: OpenAccountInput): Promise<string> {
  return run({ name: 'openAccount', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const became = {
      ref: textGiven(input.ref, 'A number', ['input', 'ref']),
      name: textGiven(input.name, 'A name', ['input', 'name']),
      type: input.type.toLowerCase(),
      subtype: subtypeGiven(input.subtype),
      contra: input.contra ?? false,
      parentId: input.parentId == null ? null : (await accountGiven(tx, input.parentId, ['input', 'parentId'])).id,
    }
    const written = await tx
      .insert(accounts)
      .values({ tenantId: viewer.company.id, id, ...became })
      .onConflictDoNothing()
      .returning({ id: accounts.id })
    must(written.length > 0, `The number ${became.ref} belongs to another account. Choose another.`, ['input', 'ref'])
    await noteChange(tx, viewer, { subjectId: id, action: 'openAccount', became })
    return { id, event: { type: 'account.opened', subject: { type: became.type } } }
  })
}

/**
 * Gives an account another name or another meaning. Figures read the meaning when they are asked, so that of an account with
 * entries in a closed period stays. @throws Refusal
 */
export function changeAccount(run: RunCommand, viewer: Viewer, input: ChangeAccountInput): Promise<string> {
  return run({ name: 'changeAccount', idempotencyKey: input.idempotencyKey }, async (tx) => {
    await lockBooks(tx, viewer, { alone: false })
    const account = await accountGiven(tx, input.accountId, ['input', 'accountId'])
    const { name, type, subtype, contra } = account
    const was = { name, type, subtype, contra: contra ?? false }
    const became = {
      name: input.name == null ? name : textGiven(input.name, 'A name', ['input', 'name']),
      type: input.type?.toLowerCase() ?? type,
      subtype: input.subtype === undefined ? subtype : subtypeGiven(input.subtype),
      contra: input.contra ?? was.contra,
    }
    must(JSON.stringify(was) !== JSON.stringify(became), 'Nothing would change; give another name, type, subtype or sign.', [
      'input',
    ])
    const means = (of: typeof was) => JSON.stringify([of.type, of.subtype, of.contra])
    if (means(was) !== means(became)) await mustNotBeClosed(tx, account)
    await tx.update(accounts).set(became).where(eq(accounts.id, account.id))
    await noteChange(tx, viewer, { subjectId: account.id, action: 'changeAccount', was, became })
    return { id: account.id, event: { type: 'account.changed', subject: { type: became.type } } }
  })
}

const subtypeGiven = (subtype: AccountSubtype | null | undefined): string | null => subtype?.toLowerCase() ?? null

type Account = typeof accounts.$inferSelect

/** An account, which nobody else changes until the transaction ends. @throws Refusal where there is none. */
async function accountGiven(tx: ViewerTransaction, id: string, path: readonly string[]): Promise<Account> {
  const [account] = isId(id) ? await tx.select().from(accounts).where(eq(accounts.id, id)).for('update') : []
  if (account === undefined) throw unknownReference('account', id, path)
  return account
}

/** @throws Refusal where an account has entries in a closed period. */
async function mustNotBeClosed(tx: ViewerTransaction, { id, name }: Account): Promise<void> {
  const closed = await closedTo(tx)
  if (closed === null) return
  // Asked beside the row rules: entries that the viewer does not see are no less closed.
  const [found] = await tx.execute<{ posted: boolean }>(sql`select finance.account_posted_to(${id}, ${closed}::date) as posted`)
  if (found?.posted !== true) return
  throw new Refusal(
    `${name} has entries in the closed period to ${closed}, whose figures would change. Reopen it first (reopenBooks), or open another account.`,
    ['input', 'accountId'],
  )
}
