import { setTimeout as delay } from 'node:timers/promises'
import type { Domain } from '@aems/schema/sdl.ts'
import postgres from 'postgres'
import { projections } from '../projections.ts'
import { unprojectedEvents } from './events.ts'
import { projectEvents } from './project.ts'

/** Keeps projections in line until it is stopped. */
export interface Projector {
  /** Resolves when what is under way is done. */
  stop(): Promise<void>
}

/** A failure is tried again after this long: rows may be locked, or the database away. */
const againAfterMs = 1_000
const owners = [...new Set(projections.map(({ owner }) => owner))]

/**
 * Follows the outboxes of all domains and brings the projections of their nouns in line, as soon as a commit tells of an
 * event: well within a second. Begins with what happened while nobody followed. Several processes may do so at once.
 * @param url the database as the import role reaches it.
 */
export function keepProjecting(url: string, onError: (error: unknown) => void): Projector {
  const sql = postgres(url, { max: 2, onnotice: () => {}, connection: { application_name: 'a-ems projector' } })
  const stopping = new AbortController()
  let told = true
  let wake = () => {}
  const tell = () => {
    told = true
    wake()
  }
  // Where the connection was lost, what was told meanwhile was missed: so it looks again.
  const listening = sql.listen('aems_events', tell, tell).catch(onError)
  const work = (async () => {
    while (!stopping.signal.aborted) {
      if (!told) await new Promise<void>((resolve) => (wake = resolve))
      if (stopping.signal.aborted) return
      told = false
      let failed = false
      for (const domain of owners) {
        failed ||= !(await projectAll(sql, domain, stopping.signal, onError))
      }
      if (failed) {
        told = true
        await delay(againAfterMs, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      wake()
      await work
      await listening
      await sql.end({ timeout: 5 })
    },
  }
}

/** Projects a domain's events until there are none. @returns whether all went well; a company that fails holds up no other. */
async function projectAll(
  sql: postgres.Sql,
  domain: Domain,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<boolean> {
  const failed = new Set<string>()
  try {
    for (;;) {
      const open = [...(await unprojectedEvents(sql, domain))].filter(([tenantId]) => !failed.has(tenantId))
      if (open.length === 0 || signal.aborted) return failed.size === 0
      for (const [tenantId, events] of open) {
        try {
          await sql.begin((session) => projectEvents(session, domain, events))
        } catch (error) {
          failed.add(tenantId)
          onError(error)
        }
      }
    }
  } catch (error) {
    onError(error)
    return false
  }
}
