import { mailedTokens, sessions, signInChallenges, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type QueuedMail, queueMail } from './mails.ts'
import type { UserRow } from './users.ts'

export type MailedTokenRow = typeof mailedTokens.$inferSelect
type Purpose = MailedTokenRow['purpose']

/** What is mailed to someone, and for how long it holds. */
export type MailedToken = Pick<MailedTokenRow, 'purpose' | 'userId' | 'email' | 'tokenHash' | 'expiresAt'>

/** PostgreSQL's word for a row that would be there twice. */
const takenSchema = z.object({ cause: z.object({ code: z.literal('23505') }) })
const isTaken = (error: unknown): boolean => takenSchema.safeParse(error).success

const holding = (purpose: Purpose, tokenHash: Buffer) =>
  and(
    eq(mailedTokens.tokenHash, tokenHash),
    eq(mailedTokens.purpose, purpose),
    isNull(mailedTokens.usedAt),
    gt(mailedTokens.expiresAt, sql`now()`),
  )

/** Uses up a token; of many at once, one succeeds. Null: it was used, replaced, or has run out. */
export async function useMailedToken(tx: ViewerTransaction, purpose: Purpose, tokenHash: Buffer): Promise<MailedTokenRow | null> {
  const [row] = await tx.update(mailedTokens).set({ usedAt: sql`now()` }).where(holding(purpose, tokenHash)).returning()
  return row ?? null
}

/** Links that were mailed to people. */
export function mailedTokenData({ global }: DomainDatabase) {
  return {
    /** Queues a link's mail, and ends the links that were mailed there for the same purpose before. */
    mail: (token: MailedToken, mail: QueuedMail): Promise<void> =>
      global.transaction(async (tx) => {
        // Of links that are asked for at once, the last one holds.
        const place = `${token.purpose} ${token.email.toLowerCase()}`
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`)
        await tx.delete(mailedTokens).where(lt(mailedTokens.expiresAt, sql`now()`))
        await tx
          .delete(mailedTokens)
          .where(
            and(
              eq(sql`lower(${mailedTokens.email})`, token.email.toLowerCase()),
              eq(mailedTokens.purpose, token.purpose),
              isNull(mailedTokens.usedAt),
            ),
          )
        await tx.insert(mailedTokens).values({ id: newId(), ...token })
        await queueMail(tx, mail)
      }),
    /** Null: it was used, replaced, or has run out. */
    holding: async (purpose: Purpose, tokenHash: Buffer): Promise<MailedTokenRow | null> => {
      const [row] = await global.select().from(mailedTokens).where(holding(purpose, tokenHash))
      return row ?? null
    },
    /** Replaces a password by a link, once, and ends everything that began with the old one. False: the link holds no more. */
    resetPassword: (tokenHash: Buffer, passwordHash: string, notice: QueuedMail): Promise<boolean> =>
      global.transaction(async (tx) => {
        const used = await useMailedToken(tx, 'reset', tokenHash)
        if (!used?.userId) return false
        await tx
          .update(users)
          .set({ passwordHash, mustChangePassword: false, emailVerifiedAt: sql`now()` })
          .where(eq(users.id, used.userId))
        await tx
          .update(sessions)
          .set({ endedAt: sql`now()` })
          .where(and(eq(sessions.userId, used.userId), isNull(sessions.endedAt)))
        await tx.delete(signInChallenges).where(eq(signInChallenges.userId, used.userId))
        await queueMail(tx, notice)
        return true
      }),
    /** Makes the account that a link was mailed for, once. Null: the link holds no more, or there is an account by now. */
    register: (tokenHash: Buffer, user: typeof users.$inferInsert): Promise<UserRow | null> =>
      global.transaction(async (tx) => {
        if (!(await useMailedToken(tx, 'register', tokenHash))) return null
        const [row] = await tx.insert(users).values(user).onConflictDoNothing().returning()
        return row ?? null
      }),
    /** Makes the address that a link was mailed to its owner's. Null: the link holds no more. `taken`: somebody else has it. */
    verifyEmail: async (tokenHash: Buffer): Promise<{ userId: string; email: string } | 'taken' | null> =>
      global
        .transaction(async (tx) => {
          const used = await useMailedToken(tx, 'verify', tokenHash)
          if (!used?.userId) return null
          await tx.update(users).set({ email: used.email, emailVerifiedAt: sql`now()` }).where(eq(users.id, used.userId))
          return { userId: used.userId, email: used.email }
        })
        .catch((error: unknown) => {
          if (isTaken(error)) return 'taken' as const
          throw error
        }),
  }
}

export type MailedTokens = ReturnType<typeof mailedTokenData>
