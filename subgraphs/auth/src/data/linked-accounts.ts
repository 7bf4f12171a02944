import { linkedAccounts, providerTokens, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { type QueuedMail, queueMail } from './mails.ts'

export type LinkedAccountRow = typeof linkedAccounts.$inferSelect
export type ProviderTokenRow = typeof providerTokens.$inferSelect
type Kind = ProviderTokenRow['kind']

/** Who somebody is at a provider. */
export type NewLink = Pick<LinkedAccountRow, 'issuer' | 'subject' | 'userId' | 'email'>

/** Accounts at identity providers that sign people in, and sign-ins that are under way there. */
export function linkedAccountData({ global }: DomainDatabase) {
  const holding = (kind: Kind, tokenHash: Buffer) =>
    and(eq(providerTokens.tokenHash, tokenHash), eq(providerTokens.kind, kind), gt(providerTokens.expiresAt, sql`now()`))
  return {
    remember: async (token: ProviderTokenRow): Promise<void> => {
      await global.delete(providerTokens).where(lt(providerTokens.expiresAt, sql`now()`))
      await global.insert(providerTokens).values(token)
    },
    /** Null: it was used or has run out. */
    look: async (kind: Kind, tokenHash: Buffer): Promise<ProviderTokenRow | null> => {
      const [row] = await global.select().from(providerTokens).where(holding(kind, tokenHash))
      return row ?? null
    },
    /** Uses a token up; of many at once, one succeeds. Null: it was used or has run out. */
    take: async (kind: Kind, tokenHash: Buffer): Promise<ProviderTokenRow | null> => {
      const [row] = await global.delete(providerTokens).where(holding(kind, tokenHash)).returning()
      return row ?? null
    },
    /** Null: nobody is linked to it. */
    of: async (issuer: string, subject: string): Promise<LinkedAccountRow | null> => {
      const [row] = await global
        .select()
        .from(linkedAccounts)
        .where(and(eq(linkedAccounts.issuer, issuer), eq(linkedAccounts.subject, subject)))
      return row ?? null
    },
    /** In the order in which they were linked. */
    ofUser: (userId: string): Promise<LinkedAccountRow[]> =>
      global.select().from(linkedAccounts).where(eq(linkedAccounts.userId, userId)).orderBy(asc(linkedAccounts.createdAt)),
    /** False: somebody is linked to it already. */
    link: (link: NewLink, notice: QueuedMail): Promise<boolean> =>
      global.transaction(async (tx) => {
        const rows = await tx
          .insert(linkedAccounts)
          .values({ id: newId(), ...link })
          .onConflictDoNothing()
          .returning({ id: linkedAccounts.id })
        if (rows.length > 0) await queueMail(tx, notice)
        return rows.length > 0
      }),
    /** Makes somebody who is linked. False: there is somebody with that e-mail, or linked to it, by now. */
    register: (user: typeof users.$inferInsert, link: NewLink): Promise<boolean> =>
      global.transaction(async (tx) => {
        const added = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id })
        if (added.length === 0) return false
        await tx.insert(linkedAccounts).values({ id: newId(), ...link })
        return true
      }),
    used: async (id: string): Promise<void> => {
      await global.update(linkedAccounts).set({ lastUsedAt: sql`now()` }).where(eq(linkedAccounts.id, id))
    },
    /** False: they have none such. */
    unlink: (userId: string, id: string, notice: QueuedMail): Promise<boolean> =>
      global.transaction(async (tx) => {
        const rows = await tx
          .delete(linkedAccounts)
          .where(and(eq(linkedAccounts.userId, userId), eq(linkedAccounts.id, id)))
          .returning({ id: linkedAccounts.id })
        if (rows.length > 0) await queueMail(tx, notice)
        return rows.length > 0
      }),
  }
}

export type LinkedAccounts = ReturnType<typeof linkedAccountData>
