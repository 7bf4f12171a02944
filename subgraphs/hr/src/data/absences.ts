import { absences } from '@aems/drizzle/hr/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray, sql } from 'drizzle-orm'
import { absenceFacts } from '../metrics/record-facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type AbsenceRow = typeof absences.$inferSelect
export type AbsencePage = Connection<AbsenceRow>

/** Absences as the viewer may see them. */
export interface AbsenceData {
  readonly byId: LoadOne<string, AbsenceRow>
  /** Someone's, latest first. */
  readonly ofEmployee: LoadMany<string, AbsenceRow>
  /** Those that the metric ABSENCE_DAYS is made of under the same conditions; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<AbsencePage>
}

const latestFirst: ListOrder = {
  name: 'STARTS_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${absences.startsOn}`, type: 'date' },
    { sql: sql`${absences.id}`, type: 'uuid' },
  ],
}

/** @param limit reads lists that are limited by what figures are split by. */
export function absenceData(read: Read, limit: Read, admit: Admit): AbsenceData {
  return {
    byId: loadById(read, absences),
    ofEmployee: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(absences)
            .where(inArray(absences.employeeId, [...ids]))
            .orderBy(desc(absences.startsOn), desc(absences.id)),
        ),
      ({ employeeId }) => employeeId,
    ),
    list: async (input, page) => {
      const rows = factRows(absenceFacts, await admit('ABSENCE_DAYS', input))
      return readList(limit, { table: absences, ...rows, order: latestFirst }, page)
    },
  }
}
