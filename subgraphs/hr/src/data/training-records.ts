import { trainingRecords } from '@aems/drizzle/hr/tables.ts'
import { readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray, sql } from 'drizzle-orm'
import { training } from '../metrics/record-facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type TrainingRecordRow = typeof trainingRecords.$inferSelect
export type TrainingRecordPage = Connection<TrainingRecordRow>

/** Courses completed as the viewer may see them. */
export interface TrainingRecordData {
  readonly byId: LoadOne<string, TrainingRecordRow>
  /** Someone's, latest first. */
  readonly ofEmployee: LoadMany<string, TrainingRecordRow>
  /** Those that the metric TRAINING_HOURS is made of under the same conditions; latest first. */
  list(input: AdmissionInput, page: PageArguments): Promise<TrainingRecordPage>
}

const latestFirst: ListOrder = {
  name: 'COMPLETED_ON_DESC',
  direction: 'desc',
  keys: [
    { sql: sql`${trainingRecords.completedOn}`, type: 'date' },
    { sql: sql`${trainingRecords.id}`, type: 'uuid' },
  ],
}

/** @param limit reads lists that are limited by what figures are split by. */
export function trainingRecordData(read: Read, limit: Read, admit: Admit): TrainingRecordData {
  return {
    byId: loadById(read, trainingRecords),
    ofEmployee: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(trainingRecords)
            .where(inArray(trainingRecords.employeeId, [...ids]))
            .orderBy(desc(trainingRecords.completedOn), desc(trainingRecords.id)),
        ),
      ({ employeeId }) => employeeId,
    ),
    list: async (input, page) => {
      const rows = factRows(training, await admit('TRAINING_HOURS', input))
      return readList(limit, { table: trainingRecords, ...rows, order: latestFirst }, page)
    },
  }
}
