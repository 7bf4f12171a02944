import { mails } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'

export type MailRow = typeof mails.$inferSelect
/** A letter, ready to be queued. */
export type QueuedMail = typeof mails.$inferInsert

/** Queues mail in the transaction of what it tells of: without that it is never sent, and with it never lost. */
export async function queueMail(tx: Pick<ViewerTransaction, 'insert'>, ...queued: readonly QueuedMail[]): Promise<void> {
  if (queued.length > 0) await tx.insert(mails).values([...queued])
}

/** Whoever takes mail has so long to send it before another process may. */
const takenFor = sql`interval '2 minutes'`
/** Mail that could not be sent for so long is given up: what it tells is old by then. */
const givenUpAfter = sql`interval '1 day'`
/** What was sent and whether is known for so long. */
const keptFor = sql`interval '30 days'`

/** Mail that is queued, and what became of it. */
export function mailData({ global }: DomainDatabase) {
  const change = async (id: string, values: Partial<QueuedMail>): Promise<void> => {
    await global.update(mails).set(values).where(eq(mails.id, id))
  }
  return {
    queue: (...queued: readonly QueuedMail[]) => queueMail(global, ...queued),
    /** Takes what is due, oldest first; no other process takes it meanwhile. */
    take: (count: number): Promise<MailRow[]> =>
      global
        .update(mails)
        .set({ nextAttemptAt: sql`now() + ${takenFor}`, attempts: sql`least(${mails.attempts} + 1, 1000)` })
        .where(
          inArray(
            mails.id,
            global
              .select({ id: mails.id })
              .from(mails)
              .where(and(eq(mails.status, 'waiting'), lt(mails.nextAttemptAt, sql`now()`)))
              .orderBy(mails.nextAttemptAt)
              .limit(count)
              .for('update', { skipLocked: true }),
          ),
        )
        .returning(),
    sent: (id: string): Promise<void> => change(id, { status: 'sent', sentAt: new Date(), contentSealed: null, fault: null }),
    /** @param seconds until it is tried again; null: never. */
    notSent: async (id: string, fault: string, seconds: number | null): Promise<void> => {
      const given = sql`${seconds === null} or ${mails.queuedAt} < now() - ${givenUpAfter}`
      await global
        .update(mails)
        .set({
          fault,
          nextAttemptAt: sql`now() + make_interval(secs => ${seconds ?? 0})`,
          status: sql`case when ${given} then 'failed' else 'waiting' end`,
          contentSealed: sql`case when ${given} then null else ${mails.contentSealed} end`,
        })
        .where(eq(mails.id, id))
    },
    /** Newest first. */
    latest: (count: number): Promise<MailRow[]> =>
      global.select().from(mails).orderBy(desc(mails.queuedAt), desc(mails.id)).limit(count),
    forgetOld: async (): Promise<void> => {
      await global.delete(mails).where(lt(mails.queuedAt, sql`now() - ${keptFor}`))
    },
  }
}

export type Mails = ReturnType<typeof mailData>
