import { apiKeys, companies, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Company } from '@aems/kit/viewer.ts'
import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'

export type ApiKeyRow = typeof apiKeys.$inferSelect

export interface NewApiKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly keyHash: Buffer
  readonly scopes: readonly string[]
  readonly addresses: readonly string[]
  readonly requestsPerMinute: number
  readonly madeBy: string
  readonly expiresAt: Date
}

/** Keys of partner tools. Only hashes of them are kept. */
export function apiKeyData({ asViewer }: DomainDatabase) {
  const asCompany = (tenantId: string) => ({ tenantId, userId: null, scopes: [] })
  const holds = and(isNull(apiKeys.endedAt), gt(apiKeys.expiresAt, sql`now()`))
  const named = (companyId: string, id: string) => and(eq(apiKeys.tenantId, companyId), eq(apiKeys.id, id))
  const first = async (rows: Promise<ApiKeyRow[]>): Promise<ApiKeyRow | null> => (await rows)[0] ?? null
  return {
    /** Newest first; the last 1,000. */
    ofCompany: (companyId: string, ended: boolean): Promise<ApiKeyRow[]> =>
      asViewer(asCompany(companyId), (tx) =>
        tx
          .select()
          .from(apiKeys)
          .where(ended ? undefined : holds)
          .orderBy(desc(apiKeys.madeAt), desc(apiKeys.id))
          .limit(1_000),
      ),
    byId: async (companyId: string, id: string): Promise<ApiKeyRow | null> =>
      isId(id) ? first(asViewer(asCompany(companyId), (tx) => tx.select().from(apiKeys).where(named(companyId, id)))) : null,
    /** With the company that it is for. */
    byPrefix: async (companyId: string, prefix: string): Promise<{ key: ApiKeyRow; company: Company } | null> => {
      const [found] = await asViewer(asCompany(companyId), (tx) =>
        tx
          .select({
            key: apiKeys,
            company: {
              id: companies.id,
              key: companies.key,
              name: companies.name,
              currency: companies.currency,
              fiscalYearStartMonth: companies.fiscalYearStartMonth,
              timeZone: companies.timeZone,
              asOf: companies.asOf,
            },
          })
          .from(apiKeys)
          .innerJoin(companies, eq(companies.id, apiKeys.tenantId))
          .where(eq(apiKeys.prefix, prefix)),
      )
      return found ?? null
    },
    /** Adds a key, and the account that stands for it: no password opens it. */
    add: async (companyId: string, { id, name, scopes, addresses, ...key }: NewApiKey): Promise<ApiKeyRow> =>
      asViewer(asCompany(companyId), async (tx) => {
        await tx
          .insert(users)
          .values({ id, name, email: `${key.prefix}@keys.invalid`, passwordHash: 'none', disabledAt: sql`now()` })
        const [row] = await tx
          .insert(apiKeys)
          .values({ tenantId: companyId, id, name, ...key, scopes: [...scopes], addresses: [...addresses] })
          .returning()
        if (!row) throw new TypeError('A key was added that is not there.')
        return row
      }),
    /** Puts another key in the place of one, which holds until then. Null: it has ended. */
    rotate: (companyId: string, id: string, keyHash: Buffer, formerUntil: Date): Promise<ApiKeyRow | null> =>
      first(
        asViewer(asCompany(companyId), (tx) =>
          tx
            .update(apiKeys)
            .set({ keyHash, formerHash: sql`${apiKeys.keyHash}`, formerUntil })
            .where(and(named(companyId, id), holds))
            .returning(),
        ),
      ),
    /** Null: there is none, or it has ended. */
    end: (companyId: string, id: string): Promise<ApiKeyRow | null> =>
      first(
        asViewer(asCompany(companyId), (tx) =>
          tx
            .update(apiKeys)
            .set({ endedAt: sql`now()` })
            .where(and(named(companyId, id), isNull(apiKeys.endedAt)))
            .returning(),
        ),
      ),
    /** Remembers that a key was used; written once a minute. */
    used: async ({ tenantId, id, lastUsedAt }: ApiKeyRow, address: string): Promise<void> => {
      if (lastUsedAt && Date.now() - lastUsedAt.getTime() < 60_000) return
      await asViewer(asCompany(tenantId), (tx) =>
        tx
          .update(apiKeys)
          .set({ lastUsedAt: sql`now()`, lastAddress: address || null })
          .where(
            and(named(tenantId, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`))),
          ),
      )
    },
  }
}

export type ApiKeys = ReturnType<typeof apiKeyData>
