import { compensation } from '@aems/drizzle/hr/tables.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray } from 'drizzle-orm'

export type CompensationRow = typeof compensation.$inferSelect

/** What people are paid, for those who may see single salaries; for all others there is none. */
export interface CompensationData {
  readonly byId: LoadOne<string, CompensationRow>
  /** Someone's, latest first. */
  readonly ofEmployee: LoadMany<string, CompensationRow>
}

export function compensationData(read: Read): CompensationData {
  return {
    byId: loadById(read, compensation),
    ofEmployee: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(compensation)
            .where(inArray(compensation.employeeId, [...ids]))
            .orderBy(desc(compensation.effectiveOn)),
        ),
      ({ employeeId }) => employeeId,
    ),
  }
}
