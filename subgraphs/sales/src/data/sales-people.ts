import { salesPeople } from '@aems/drizzle/sales/tables.ts'
import { type LoadMany, type LoadOne, loadMany, loadOne } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray } from 'drizzle-orm'

export type SalesPersonRow = typeof salesPeople.$inferSelect

/** Sales people as the viewer may see them. */
export interface SalesPersonData {
  readonly byId: LoadOne<string, SalesPersonRow>
  /** The one that an employee is, where they sell. */
  readonly ofEmployee: LoadOne<string, SalesPersonRow>
  /** Those who belong to a territory, by name. */
  readonly ofTerritory: LoadMany<string, SalesPersonRow>
  /** Every one, by name. */
  all(): Promise<readonly SalesPersonRow[]>
}

const byName = [asc(salesPeople.name), asc(salesPeople.id)]

export function salesPersonData(read: Read): SalesPersonData {
  return {
    byId: loadById(read, salesPeople),
    ofEmployee: loadOne(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(salesPeople)
            .where(inArray(salesPeople.employeeId, [...ids])),
        ),
      ({ employeeId }) => employeeId ?? '',
    ),
    ofTerritory: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(salesPeople)
            .where(inArray(salesPeople.territoryId, [...ids]))
            .orderBy(...byName),
        ),
      ({ territoryId }) => territoryId ?? '',
    ),
    all: () =>
      read((tx) =>
        tx
          .select()
          .from(salesPeople)
          .orderBy(...byName),
      ),
  }
}
