import { dataKeys, secondFactors } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'

export type DataKeyRow = Pick<typeof dataKeys.$inferSelect, 'id' | 'wrapped'>

/** Any number, the same in every process: whoever holds the lock makes a key, the others wait and find it. */
const lockKey = 7_236_003

/** Keys that fields are encrypted with, wrapped; and the rows that are sealed with them. */
export function dataKeyData({ global }: DomainDatabase) {
  const columns = { id: dataKeys.id, wrapped: dataKeys.wrapped }
  return {
    /** The one to seal with. `make` is called where there is none. */
    current: (make: () => DataKeyRow): Promise<DataKeyRow> =>
      global.transaction(async (tx) => {
        const read = () => tx.select(columns).from(dataKeys).where(isNull(dataKeys.retiredAt))
        const [known] = await read()
        if (known) return known
        await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
        const [meanwhile] = await read()
        if (meanwhile) return meanwhile
        const made = make()
        await tx.insert(dataKeys).values(made)
        return made
      }),
    byId: async (id: string): Promise<DataKeyRow | null> => {
      const [row] = await global.select(columns).from(dataKeys).where(eq(dataKeys.id, id))
      return row ?? null
    },
    all: (): Promise<DataKeyRow[]> => global.select(columns).from(dataKeys),
    /** Puts another in the place of the current one, which is kept for what it has sealed. */
    replace: (made: DataKeyRow): Promise<void> =>
      global.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
        await tx.update(dataKeys).set({ retiredAt: sql`now()` }).where(isNull(dataKeys.retiredAt))
        await tx.insert(dataKeys).values(made)
      }),
    rewrap: async ({ id, wrapped }: DataKeyRow): Promise<void> => {
      await global.update(dataKeys).set({ wrapped }).where(eq(dataKeys.id, id))
    },
    /** Forgets a key; not one that was current until lately: a process may still seal with it. */
    forget: async (id: string): Promise<void> => {
      await global.delete(dataKeys).where(and(eq(dataKeys.id, id), sql`${dataKeys.retiredAt} < now() - interval '10 minutes'`))
    },
    sealedSecrets: (): Promise<number> => global.$count(secondFactors),
    /** Secrets of second factors, in the order of their people. */
    secretsAfter: (userId: string | null, count: number) =>
      global
        .select({ userId: secondFactors.userId, sealed: secondFactors.secretSealed })
        .from(secondFactors)
        .where(userId === null ? undefined : gt(secondFactors.userId, userId))
        .orderBy(asc(secondFactors.userId))
        .limit(count),
    /** Puts a secret sealed anew in the place of what it was read as; one that was changed meanwhile stays. */
    resealSecret: async (userId: string, before: Buffer, after: Buffer): Promise<void> => {
      await global
        .update(secondFactors)
        .set({ secretSealed: after })
        .where(and(eq(secondFactors.userId, userId), eq(secondFactors.secretSealed, before)))
    },
  }
}

export type DataKeys = ReturnType<typeof dataKeyData>
