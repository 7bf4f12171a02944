import { setTimeout as delay } from 'node:timers/promises'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { Domain } from '@aems/schema/sdl.ts'

const pauseMs = 1_000

/**
 * Folds what writers appended into a domain's rollups, every second, until it is told to stop. Readers need not wait for it:
 * they sum both. Several processes may do so at once; whichever comes first folds.
 * @param after further functions of the domain, called when that is done.
 * @returns stops it, once what is under way is done.
 */
export function keepFolding(database: DomainDatabase, domain: Domain, ...after: string[]): () => Promise<void> {
  const stopping = new AbortController()
  const work = foldUntil(stopping.signal, async () => {
    for (const each of ['fold_rollups', ...after]) await database.global.execute(`select ${domain}.${each}()`)
  })
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
