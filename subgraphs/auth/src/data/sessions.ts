import { sessions } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'

export type SessionRow = typeof sessions.$inferSelect

/** Sessions of people who signed in. Only hashes of their refresh tokens are kept. */
export function sessionData({ global }: DomainDatabase) {
  const holds = and(isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`))
  return {
    /** Null: there is none, or it has ended. */
    holding: async (id: string): Promise<SessionRow | null> => {
      const [row] = await global
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, id), holds))
      return row ?? null
    },
    begin: async (session: typeof sessions.$inferInsert): Promise<void> => {
      await global.insert(sessions).values(session)
    },
    /** Puts a new refresh token in the place of one. Null: that one is not the session's, or the session has ended. Of many at once, one succeeds. */
    rotate: async (id: string, used: Buffer, next: { refreshHash: Buffer; expiresAt: Date }): Promise<SessionRow | null> => {
      const [row] = await global
        .update(sessions)
        .set({ ...next, refreshedAt: sql`now()` })
        .where(and(eq(sessions.id, id), eq(sessions.refreshHash, used), holds))
        .returning()
      return row ?? null
    },
    /** Null: the session has ended. */
    actIn: async (
      id: string,
      companyId: string | null,
      next: { refreshHash: Buffer; expiresAt: Date },
    ): Promise<SessionRow | null> => {
      const [row] = await global
        .update(sessions)
        .set({ companyId, ...next, refreshedAt: sql`now()` })
        .where(and(eq(sessions.id, id), holds))
        .returning()
      return row ?? null
    },
    /** Remembers that whoever holds the session has proven who they are. */
    prove: async (id: string): Promise<void> => {
      await global
        .update(sessions)
        .set({ provenAt: sql`now()` })
        .where(and(eq(sessions.id, id), holds))
    },
    end: async (id: string): Promise<void> => {
      await global
        .update(sessions)
        .set({ endedAt: sql`now()` })
        .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
    },
    /** Last seen first. */
    ofUser: (userId: string): Promise<SessionRow[]> =>
      global
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), holds))
        .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
        .limit(100),
    /** Remembers that a session asked for something; written once a minute. */
    seen: async ({ id, lastSeenAt }: SessionRow): Promise<void> => {
      if (Date.now() - lastSeenAt.getTime() < 60_000) return
      await global
        .update(sessions)
        .set({ lastSeenAt: sql`now()` })
        .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`)))
    },
    /** False: it is not theirs, or has ended. */
    endOwn: async (userId: string, id: string): Promise<boolean> => {
      const rows = await global
        .update(sessions)
        .set({ endedAt: sql`now()` })
        .where(and(eq(sessions.id, id), eq(sessions.userId, userId), holds))
        .returning({ id: sessions.id })
      return rows.length > 0
    },
    /** How many have ended. */
    endOthers: async (userId: string, keptId: string): Promise<number> => {
      const rows = await global
        .update(sessions)
        .set({ endedAt: sql`now()` })
        .where(and(eq(sessions.userId, userId), ne(sessions.id, keptId), holds))
        .returning({ id: sessions.id })
      return rows.length
    },
  }
}

export type Sessions = ReturnType<typeof sessionData>
