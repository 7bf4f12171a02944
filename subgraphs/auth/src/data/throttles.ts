import { createHash } from 'node:crypto'
import { throttles } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { eq, inArray, lt, sql } from 'drizzle-orm'
import type { Limit, Throttle } from '../domain/limits.ts'

/** Rows that nobody tried for so long say nothing any more. */
const keptFor = sql`interval '2 days'`

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Lets attempts be looked at again. */
export const releaseThrottles = (tx: Pick<ViewerTransaction, 'delete'>, keys: readonly string[]) =>
  tx.delete(throttles).where(inArray(throttles.keyHash, keys.map(hashOf)))

/** Attempts that were made, by what they were made at and from where. */
export function throttleData({ global }: DomainDatabase) {
  const attempt = async (key: string, { free, seconds, longestSeconds, forgottenSeconds }: Limit): Promise<number | null> => {
    const isForgotten = sql`${throttles.lastAt} < now() - make_interval(secs => ${forgottenSeconds})`
    const attempts = sql`case when ${isForgotten} then 1 else ${throttles.attempts} + 1 end`
    const lock = (count: typeof attempts) => sql`case when ${count} >= ${free}::int
      then now() + make_interval(secs => least(${seconds} * power(2, least(${count} - ${free}::int, 20)), ${longestSeconds})) end`
    const [row] = await global
      .insert(throttles)
      .values({ keyHash: hashOf(key), attempts: 1, lockedUntil: lock(sql`1`) })
      .onConflictDoUpdate({
        target: throttles.keyHash,
        set: { attempts, lastAt: sql`now()`, lockedUntil: lock(attempts) },
        setWhere: sql`${throttles.lockedUntil} is null or ${throttles.lockedUntil} < now()`,
      })
      .returning({ attempts: throttles.attempts })
    return row?.attempts ?? null
  }
  return {
    /**
     * Counts an attempt, before it is looked at, so that attempts at once count as well. Null: it is not to be looked at.
     * Stops at the first throttle that holds it back: from where nobody may try, nobody locks others out.
     * @returns how many attempts were counted by each.
     */
    attempt: async (...tried: readonly Throttle[]): Promise<readonly number[] | null> => {
      const counts: number[] = []
      for (const { key, limit } of tried) {
        const count = await attempt(key, limit)
        if (count === null) return null
        counts.push(count)
      }
      return counts
    },
    /** Begins to count anew. */
    release: async (...keys: readonly string[]): Promise<void> => {
      await releaseThrottles(global, keys)
    },
    /** Takes back one attempt that turned out right; earlier wrong ones still count. */
    forgive: async (key: string): Promise<void> => {
      await global
        .update(throttles)
        .set({ attempts: sql`greatest(${throttles.attempts} - 1, 0)`, lockedUntil: null })
        .where(eq(throttles.keyHash, hashOf(key)))
    },
    forgetOld: async (): Promise<void> => {
      await global.delete(throttles).where(lt(throttles.lastAt, sql`now() - ${keptFor}`))
    },
  }
}

export type Throttles = ReturnType<typeof throttleData>
