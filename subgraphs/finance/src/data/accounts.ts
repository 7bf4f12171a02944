import { accounts } from '@aems/drizzle/finance/tables.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray } from 'drizzle-orm'

export type AccountRow = typeof accounts.$inferSelect

/** The chart of accounts as the viewer may see it. */
export interface AccountData {
  readonly byId: LoadOne<string, AccountRow>
  /** Those that are part of another, by their numbers. */
  readonly ofParent: LoadMany<string, AccountRow>
  /** Every one, by its number. */
  all(): Promise<readonly AccountRow[]>
}

const byNumber = [asc(accounts.ref), asc(accounts.id)]

export function accountData(read: Read): AccountData {
  return {
    byId: loadById(read, accounts),
    ofParent: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(accounts)
            .where(inArray(accounts.parentId, [...ids]))
            .orderBy(...byNumber),
        ),
      ({ parentId }) => parentId ?? '',
    ),
    all: () =>
      read((tx) =>
        tx
          .select()
          .from(accounts)
          .orderBy(...byNumber),
      ),
  }
}
