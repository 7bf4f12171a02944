import type { Domain } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { holdsRows } from './upsert.ts'

/** Rollups: the domain that keeps them, the table of their facts, the setting that their triggers heed, and what makes them anew. */
interface KeptRollups {
  readonly domain: Domain
  readonly facts: string
  readonly setting: string
  readonly rebuild: string
}

const keeping: readonly KeptRollups[] = [
  { domain: 'sales', facts: 'sales.orders', setting: 'app.rollups', rebuild: 'sales.rebuild_rollups' },
  {
    ...{ domain: 'sales', facts: 'sales.opportunities', setting: 'app.opportunity_rollups' },
    rebuild: 'sales.rebuild_opportunity_rollups',
  },
  { domain: 'finance', facts: 'finance.ledger_entries', setting: 'app.ledger_rollups', rebuild: 'finance.rebuild_rollups' },
  { domain: 'products', facts: 'products.stock_movements', setting: 'app.stock_rollups', rebuild: 'products.rebuild_rollups' },
]

const pause = (session: postgres.TransactionSql, setting: string) => session`select set_config(${setting}, 'off', true)`

/**
 * Keeps the triggers of rollups from noting what the rest of the transaction writes. For companies that get their first
 * facts, or so many that one pass over all of them costs less; `rebuildRollups` must follow.
 */
export async function pauseRollups(session: postgres.TransactionSql): Promise<void> {
  for (const { setting } of keeping) await pause(session, setting)
}

/**
 * Does so in each domain that has no facts of the company before this import.
 * @returns whether it did in any, and rollups must be made anew.
 */
export async function pauseRollupsOfNew(session: postgres.TransactionSql, companyId: string): Promise<boolean> {
  let paused = false
  for (const { domain, facts, setting } of keeping) {
    await session.unsafe(`set local role ${appRole(domain)}`)
    const isNew = !(await holdsRows(session, facts, companyId))
    await session`set local role none`
    if (isNew) await pause(session, setting)
    paused ||= isNew
  }
  return paused
}

/**
 * Makes the company's rollups anew from its facts where they were paused, in the same transaction as these. Goes on as
 * whoever the session was.
 */
export async function rebuildRollups(session: postgres.TransactionSql): Promise<void> {
  for (const { domain, setting, rebuild } of keeping) {
    const [found] = await session<{ paused: boolean }[]>`select current_setting(${setting}, true) = 'off' as paused`
    if (found?.paused !== true) continue
    await session.unsafe(`set local role ${appRole(domain)}`)
    await session.unsafe(`select ${rebuild}()`)
    await session`set local role none`
  }
}
