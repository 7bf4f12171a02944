import type { Domain } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { holdsRows } from './upsert.ts'

/** Domains that keep rollups: each has `<domain>.rebuild_rollups()`, and triggers that heed `app.rollups`. */
const keeping: readonly Domain[] = ['sales']

/**
 * Keeps the triggers of rollups from noting what the rest of the transaction writes. For companies that get their first
 * facts, or so many that one pass over all of them costs less; `rebuildRollups` must follow.
 */
export async function pauseRollups(session: postgres.TransactionSql): Promise<void> {
  await session`select set_config('app.rollups', 'off', true)`
}

/** Does so where the company has no facts before this import. @returns whether it did, and the rollups must be made anew. */
export async function pauseRollupsOfNew(session: postgres.TransactionSql, companyId: string): Promise<boolean> {
  await session.unsafe(`set local role ${appRole('sales')}`)
  const isNew = !(await holdsRows(session, 'sales.orders', companyId))
  await session`set local role none`
  if (isNew) await pauseRollups(session)
  return isNew
}

/** Makes the company's rollups anew from its facts, in the same transaction as these. Goes on as whoever the session was. */
export async function rebuildRollups(session: postgres.TransactionSql): Promise<void> {
  for (const domain of keeping) {
    await session.unsafe(`set local role ${appRole(domain)}`)
    await session.unsafe(`select ${domain}.rebuild_rollups()`)
    await session`set local role none`
  }
}
