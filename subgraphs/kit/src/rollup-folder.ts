import { setTimeout as delay } from 'node:timers/promises'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { Domain } from '@aems/schema/sdl.ts'

const pauseMs = 1_000

/**
 * Folds what writers appended into a domain's rollups, every second, until it is told to stop. Readers need not wait for it:
 * they sum both. Several processes may do so at once; whichever comes first folds.
 * @returns stops it, once what is under way is done.
 */
export function keepFolding(database: DomainDatabase, domain: Domain): () => Promise<void> {
  const stopping = new AbortController()
  const work = foldUntil(stopping.signal, () => database.global.execute(`select ${domain}.fold_rollups()`))
  return async () => {
    stopping.abort()
    await work
  }
}

async function foldUntil(signal: AbortSignal, fold: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await delay(pauseMs, undefined, { signal, ref: false }).catch(() => {})
    // A database that is away for a while has lost nothing: what is not folded now is folded next time.
    if (!signal.aborted) await fold().catch(() => {})
  }
}
