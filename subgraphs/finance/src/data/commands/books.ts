import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { closings } from '@aems/drizzle/finance/tables.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'
import { latestFirst } from '../closings.ts'

/**
 * Posting and closing wait for each other, so that nothing is posted into days that are being closed. Those who post, imports
 * among them, hold the lock together.
 */
export const lockBooks = (tx: ViewerTransaction, viewer: Viewer, { alone }: { alone: boolean }) =>
  tx.execute(sql`select ${sql.raw(alone ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')}(
    hashtextextended(${`books ${viewer.company.id}`}, 0))`)

/** The day to which the books are closed; null where they never were. */
export async function closedTo(tx: ViewerTransaction): Promise<string | null> {
  const [latest] = await tx
    .select()
    .from(closings)
    .orderBy(...latestFirst)
    .limit(1)
  return latest?.closedTo ?? null
}
