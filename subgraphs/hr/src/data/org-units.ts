import { orgUnits } from '@aems/drizzle/hr/tables.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray } from 'drizzle-orm'

export type OrgUnitRow = typeof orgUnits.$inferSelect

/** Org units, all of which everybody may see: how the company is built is no secret. */
export interface OrgUnitData {
  readonly byId: LoadOne<string, OrgUnitRow>
  /** Those right beneath a unit, by name. */
  readonly beneath: LoadMany<string, OrgUnitRow>
  /** Every one, by name. */
  all(): Promise<readonly OrgUnitRow[]>
}

const byName = [asc(orgUnits.name), asc(orgUnits.id)]

export function orgUnitData(read: Read): OrgUnitData {
  return {
    byId: loadById(read, orgUnits),
    beneath: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(orgUnits)
            .where(inArray(orgUnits.parentId, [...ids]))
            .orderBy(...byName),
        ),
      ({ parentId }) => parentId ?? '',
    ),
    all: () =>
      read((tx) =>
        tx
          .select()
          .from(orgUnits)
          .orderBy(...byName),
      ),
  }
}
