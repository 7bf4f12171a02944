import { signingKeys } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { desc, sql } from 'drizzle-orm'

export type SigningKeyRow = typeof signingKeys.$inferSelect

/** Any number, the same in every process: whoever holds the lock makes the first key, the others wait and find it. */
const lockKey = 7_236_002

/** Keys that access tokens are signed with; the private halves are sealed. */
export function signingKeyData({ global }: DomainDatabase) {
  /** A retired key stays for as long as a token that it signed may hold. */
  const usable = sql`${signingKeys.retiredAt} is null or ${signingKeys.retiredAt} > now() - interval '15 minutes'`
  return {
    /** Those whose signatures hold, the one to sign with first. `make` is called where there is none to sign with. */
    usable: (make: () => Promise<typeof signingKeys.$inferInsert>): Promise<SigningKeyRow[]> =>
      global.transaction(async (tx) => {
        const read = () =>
          tx
            .select()
            .from(signingKeys)
            .where(usable)
            .orderBy(sql`${signingKeys.retiredAt} nulls first`, desc(signingKeys.createdAt))
        const known = await read()
        if (known[0]?.retiredAt === null) return known
        await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
        const meanwhile = await read()
        if (meanwhile[0]?.retiredAt === null) return meanwhile
        await tx.insert(signingKeys).values(await make())
        return read()
      }),
  }
}

export type SigningKeys = ReturnType<typeof signingKeyData>
