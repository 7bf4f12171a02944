import { passkeyChallenges, passkeys } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { type QueuedMail, queueMail } from './mails.ts'

export type PasskeyRow = typeof passkeys.$inferSelect

/** Passkeys of people, and what their authenticators are asked to sign. */
export function passkeyData({ global }: DomainDatabase) {
  const own = (userId: string, id: string) => and(eq(passkeys.userId, userId), eq(passkeys.id, id))
  return {
    /** @param userId who adds a passkey; null: somebody signs in. */
    ask: async (challengeHash: Buffer, userId: string | null, expiresAt: Date): Promise<void> => {
      await global.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, sql`now()`))
      await global.insert(passkeyChallenges).values({ challengeHash, userId, expiresAt })
    },
    /** Uses a challenge up; of many at once, one succeeds. False: it was used, has run out, or was for somebody else. */
    answer: async (challengeHash: Buffer, userId: string | null): Promise<boolean> => {
      const rows = await global
        .delete(passkeyChallenges)
        .where(
          and(
            eq(passkeyChallenges.challengeHash, challengeHash),
            userId === null ? isNull(passkeyChallenges.userId) : eq(passkeyChallenges.userId, userId),
            gt(passkeyChallenges.expiresAt, sql`now()`),
          ),
        )
        .returning({ userId: passkeyChallenges.userId })
      return rows.length > 0
    },
    /** In the order in which they were added. */
    ofUser: (userId: string): Promise<PasskeyRow[]> =>
      global.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt), asc(passkeys.id)),
    byCredential: async (credentialId: Buffer): Promise<PasskeyRow | null> => {
      const [row] = await global.select().from(passkeys).where(eq(passkeys.credentialId, credentialId))
      return row ?? null
    },
    /** Null: somebody has it already. */
    add: (passkey: typeof passkeys.$inferInsert, notice: QueuedMail): Promise<PasskeyRow | null> =>
      global.transaction(async (tx) => {
        const [row] = await tx.insert(passkeys).values(passkey).onConflictDoNothing().returning()
        if (row) await queueMail(tx, notice)
        return row ?? null
      }),
    /** False: it was removed, or used at the same time with another count, meanwhile. */
    use: async (id: string, counter: number, next: { counter: number; backedUp: boolean }): Promise<boolean> => {
      const rows = await global
        .update(passkeys)
        .set({ ...next, lastUsedAt: sql`now()` })
        .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
        .returning({ id: passkeys.id })
      return rows.length > 0
    },
    /** Null: they have none such. */
    rename: async (userId: string, id: string, name: string): Promise<PasskeyRow | null> => {
      const [row] = await global.update(passkeys).set({ name }).where(own(userId, id)).returning()
      return row ?? null
    },
    /** False: they have none such. */
    remove: (userId: string, id: string, notice: QueuedMail): Promise<boolean> =>
      global.transaction(async (tx) => {
        const rows = await tx.delete(passkeys).where(own(userId, id)).returning({ id: passkeys.id })
        if (rows.length > 0) await queueMail(tx, notice)
        return rows.length > 0
      }),
  }
}

export type Passkeys = ReturnType<typeof passkeyData>
