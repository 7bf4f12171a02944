import type postgres from 'postgres'
import { appRole } from '../roles.ts'

/** The domains whose tables are measured after many rows were written. */
const measured = ['products', 'sales', 'finance', 'hr'] as const

/**
 * Measures tables, each domain's as its role: the planner knows nothing of rows that are this new, and until autovacuum
 * comes by, figures would take ten times as long. A quarter of the usual sample is enough until then.
 */
export async function refreshStatistics(session: postgres.TransactionSql): Promise<void> {
  await session`set local default_statistics_target = 25`
  for (const domain of measured) {
    await session.unsafe(`set local role ${appRole(domain)}`)
    await session.unsafe(`select ${domain}.refresh_statistics()`)
  }
  await session`set local role none`
}
