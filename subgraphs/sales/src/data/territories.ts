import { territories } from '@aems/drizzle/sales/tables.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc } from 'drizzle-orm'

export type TerritoryRow = typeof territories.$inferSelect

/** Sales territories as the viewer may see them. */
export interface TerritoryData {
  readonly byId: LoadOne<string, TerritoryRow>
  /** Every one, by name. */
  all(): Promise<readonly TerritoryRow[]>
}

export function territoryData(read: Read): TerritoryData {
  return {
    byId: loadById(read, territories),
    all: () => read((tx) => tx.select().from(territories).orderBy(asc(territories.name), asc(territories.id))),
  }
}
