import { closings } from '@aems/drizzle/finance/tables.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc } from 'drizzle-orm'

export type ClosingRow = typeof closings.$inferSelect

/** Days to which the books were closed. */
export interface ClosingData {
  readonly byId: LoadOne<string, ClosingRow>
  /** What was said last, which holds; null where the books were never closed. */
  latest(): Promise<ClosingRow | null>
}

export const latestFirst = [desc(closings.closedAt), desc(closings.id)]

export const closingData = (read: Read): ClosingData => ({
  byId: loadById(read, closings),
  latest: async () => {
    const [latest] = await read((tx) =>
      tx
        .select()
        .from(closings)
        .orderBy(...latestFirst)
        .limit(1),
    )
    return latest ?? null
  },
})
