import { territories } from '@aems/drizzle/sales/tables.ts'
import type { Read } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { asc, inArray } from 'drizzle-orm'

export type TerritoryRow = typeof territories.$inferSelect

/** Sales territories as the viewer may see them. */
export interface TerritoryData {
  readonly byId: LoadOne<string, TerritoryRow>
  /** Every one, by name. */
  all(): Promise<readonly TerritoryRow[]>
}

export function territoryData(read: Read): TerritoryData {
  return {
    byId: loadOne(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(territories)
            .where(inArray(territories.id, [...ids])),
        ),
      ({ id }) => id,
    ),
    all: () => read((tx) => tx.select().from(territories).orderBy(asc(territories.name), asc(territories.id))),
  }
}
