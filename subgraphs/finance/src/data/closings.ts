import { closings } from '@aems/drizzle/finance/tables.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'

export type ClosingRow = typeof closings.$inferSelect

/** Days to which the books were closed. */
export interface ClosingData {
  readonly byId: LoadOne<string, ClosingRow>
}

export const closingData = (read: Read): ClosingData => ({ byId: loadById(read, closings) })
