import { signInChallenges } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'

export type ChallengeRow = typeof signInChallenges.$inferSelect

/** Codes that may be tried on one challenge. */
const mostAttempts = 5

/** Sign-ins that were begun with a password and wait for a code. Only hashes of their tokens are kept. */
export function challengeData({ global }: DomainDatabase) {
  const holds = and(isNull(signInChallenges.usedAt), gt(signInChallenges.expiresAt, sql`now()`))
  return {
    begin: async (userId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> => {
      await global.delete(signInChallenges).where(lt(signInChallenges.expiresAt, sql`now()`))
      await global.insert(signInChallenges).values({ id: newId(), userId, tokenHash, expiresAt })
    },
    /** Counts an attempt before its code is looked at. Null: the challenge has ended, was used, or had its attempts. */
    attempt: async (tokenHash: Buffer): Promise<ChallengeRow | null> => {
      const [row] = await global
        .update(signInChallenges)
        .set({ attempts: sql`${signInChallenges.attempts} + 1` })
        .where(and(eq(signInChallenges.tokenHash, tokenHash), holds, lt(signInChallenges.attempts, mostAttempts)))
        .returning()
      return row ?? null
    },
    /** Of many at once, one succeeds. */
    use: async (id: string): Promise<boolean> => {
      const rows = await global
        .update(signInChallenges)
        .set({ usedAt: sql`now()` })
        .where(and(eq(signInChallenges.id, id), holds))
        .returning({ id: signInChallenges.id })
      return rows.length > 0
    },
    /** Ends what somebody began to sign in with. */
    endOf: async (userId: string): Promise<void> => {
      await global.delete(signInChallenges).where(eq(signInChallenges.userId, userId))
    },
  }
}

export type Challenges = ReturnType<typeof challengeData>
