import { jobs } from '@aems/drizzle/hr/tables.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { desc, inArray } from 'drizzle-orm'

export type JobRow = typeof jobs.$inferSelect

/** Jobs that people have had, as the viewer may see them. */
export interface JobData {
  readonly byId: LoadOne<string, JobRow>
  /** Someone's, latest first. */
  readonly ofEmployee: LoadMany<string, JobRow>
}

export function jobData(read: Read): JobData {
  return {
    byId: loadById(read, jobs),
    ofEmployee: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(jobs)
            .where(inArray(jobs.employeeId, [...ids]))
            .orderBy(desc(jobs.startsOn)),
        ),
      ({ employeeId }) => employeeId,
    ),
  }
}
