import { backupCodes, secondFactors, sessions, signInChallenges } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { type QueuedMail, queueMail } from './mails.ts'

export type SecondFactorRow = typeof secondFactors.$inferSelect

/** After so many wrong codes in a row no code is looked at for a minute, then after each further one for twice as long, up to an hour. */
const freeFailures = 5

/** Second factors of people, and their backup codes. Secrets come sealed and codes hashed. */
export function secondFactorData({ global }: DomainDatabase) {
  const of = (userId: string) => and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt))
  return {
    /** Also one that waits for its first code. */
    ofUser: async (userId: string): Promise<SecondFactorRow | null> => {
      const [row] = await global.select().from(secondFactors).where(eq(secondFactors.userId, userId))
      return row ?? null
    },
    /** Puts one that waits in the place of another that waits. False: there is one that was confirmed. */
    begin: async (userId: string, secretSealed: Buffer): Promise<boolean> => {
      const rows = await global
        .insert(secondFactors)
        .values({ userId, secretSealed })
        .onConflictDoUpdate({
          target: secondFactors.userId,
          set: { secretSealed, lastStep: 0, failures: 0, lockedUntil: null },
          setWhere: isNull(secondFactors.confirmedAt),
        })
        .returning({ userId: secondFactors.userId })
      return rows.length > 0
    },
    /** Confirms the one with this secret by the code of a step. False: it was confirmed or replaced meanwhile. */
    confirm: (userId: string, secretSealed: Buffer, step: number, codeHashes: readonly Buffer[]): Promise<boolean> =>
      global.transaction(async (tx) => {
        const rows = await tx
          .update(secondFactors)
          .set({ confirmedAt: sql`now()`, lastStep: step, failures: 0, lockedUntil: null })
          .where(
            and(
              eq(secondFactors.userId, userId),
              eq(secondFactors.secretSealed, secretSealed),
              isNull(secondFactors.confirmedAt),
            ),
          )
          .returning({ userId: secondFactors.userId })
        if (rows.length === 0) return false
        await tx.delete(backupCodes).where(eq(backupCodes.userId, userId))
        await tx.insert(backupCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })))
        return true
      }),
    /** Counts an attempt before its code is looked at, so that attempts at once count as well. Null: no code is looked at now. */
    attempt: async (userId: string): Promise<SecondFactorRow | null> => {
      const failures = sql`${secondFactors.failures} + 1`
      const [row] = await global
        .update(secondFactors)
        .set({
          failures,
          lockedUntil: sql`case when ${failures} >= ${freeFailures}
            then now() + least(power(2, least(${failures} - ${freeFailures}, 6)), 60) * interval '1 minute' end`,
        })
        .where(and(of(userId), or(isNull(secondFactors.lockedUntil), lt(secondFactors.lockedUntil, sql`now()`))))
        .returning()
      return row ?? null
    },
    /** Takes the code of a step, once. False: it or a later one was taken before. */
    takeStep: async (userId: string, step: number): Promise<boolean> => {
      const rows = await global
        .update(secondFactors)
        .set({ lastStep: step, failures: 0, lockedUntil: null })
        .where(and(of(userId), lt(secondFactors.lastStep, step)))
        .returning({ userId: secondFactors.userId })
      return rows.length > 0
    },
    /** Takes a backup code, once. False: there is none such, or it was taken before. */
    takeBackupCode: async (userId: string, codeHash: Buffer): Promise<boolean> => {
      const rows = await global
        .update(backupCodes)
        .set({ usedAt: sql`now()` })
        .where(and(eq(backupCodes.userId, userId), eq(backupCodes.codeHash, codeHash), isNull(backupCodes.usedAt)))
        .returning({ userId: backupCodes.userId })
      if (rows.length === 0) return false
      await global.update(secondFactors).set({ failures: 0, lockedUntil: null }).where(of(userId))
      return true
    },
    backupCodesLeft: (userId: string): Promise<number> =>
      global.$count(backupCodes, and(eq(backupCodes.userId, userId), isNull(backupCodes.usedAt))),
    /** False: there is no second factor that was confirmed. */
    renewBackupCodes: (userId: string, codeHashes: readonly Buffer[]): Promise<boolean> =>
      global.transaction(async (tx) => {
        const held = await tx.select({ userId: secondFactors.userId }).from(secondFactors).where(of(userId)).for('update')
        if (held.length === 0) return false
        await tx.delete(backupCodes).where(eq(backupCodes.userId, userId))
        await tx.insert(backupCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })))
        return true
      }),
    /** Lets codes be looked at again. */
    unlock: async (userId: string): Promise<void> => {
      await global.update(secondFactors).set({ failures: 0, lockedUntil: null }).where(of(userId))
    },
    /** Takes it away, ends every session and sign-in of its owner, and tells them. False: there is none that was confirmed. */
    reset: (userId: string, notice: QueuedMail): Promise<boolean> =>
      global.transaction(async (tx) => {
        const rows = await tx.delete(secondFactors).where(of(userId)).returning({ userId: secondFactors.userId })
        if (rows.length === 0) return false
        await tx.delete(backupCodes).where(eq(backupCodes.userId, userId))
        await tx.delete(signInChallenges).where(eq(signInChallenges.userId, userId))
        await tx
          .update(sessions)
          .set({ endedAt: sql`now()` })
          .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
        await queueMail(tx, notice)
        return true
      }),
    /** False: there is none that was confirmed. */
    remove: (userId: string): Promise<boolean> =>
      global.transaction(async (tx) => {
        const rows = await tx.delete(secondFactors).where(of(userId)).returning({ userId: secondFactors.userId })
        await tx.delete(backupCodes).where(eq(backupCodes.userId, userId))
        return rows.length > 0
      }),
  }
}

export type SecondFactors = ReturnType<typeof secondFactorData>
