import { signingKeys } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, desc, gt, isNull, sql } from 'drizzle-orm'

export type SigningKeyRow = typeof signingKeys.$inferSelect

/** Any number, the same in every process: whoever holds the lock makes the first key, the others wait and find it. */
const lockKey = 7_236_002

/** A new key is announced for so long before it signs: by then every process, and whoever keeps the key set, has read it. */
const announced = sql`interval '2 minutes'`
/** The key before goes on signing for a little longer, in processes that have not read anew. */
const handedOver = sql`interval '3 minutes'`

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
            .orderBy(
              desc(sql`${signingKeys.createdAt} <= now() - ${announced} and coalesce(${signingKeys.retiredAt} > now(), true)`),
              sql`${signingKeys.retiredAt} nulls first`,
              desc(signingKeys.createdAt),
            )
        const known = await read()
        if (known.some(({ retiredAt }) => retiredAt === null)) return known
        await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
        const meanwhile = await read()
        if (meanwhile.some(({ retiredAt }) => retiredAt === null)) return meanwhile
        await tx.insert(signingKeys).values(await make())
        return read()
      }),
    /** Puts a new key in the place of one that is older than so many days; of many processes at once, one does. */
    replaceOlderThan: (days: number, make: () => Promise<typeof signingKeys.$inferInsert>): Promise<boolean> =>
      global.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
        const unretired = isNull(signingKeys.retiredAt)
        const fresh = and(unretired, gt(signingKeys.createdAt, sql`now() - make_interval(days => ${days})`))
        if ((await tx.$count(signingKeys, unretired)) === 0 || (await tx.$count(signingKeys, fresh)) > 0) return false
        await tx
          .update(signingKeys)
          .set({ retiredAt: sql`now() + ${handedOver}` })
          .where(unretired)
        await tx.insert(signingKeys).values(await make())
        return true
      }),
  }
}

export type SigningKeys = ReturnType<typeof signingKeyData>
