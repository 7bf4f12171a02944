import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { changes } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { type LoadMany, loadMany } from '@aems/kit/loaders.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { desc, inArray } from 'drizzle-orm'

export type ChangeRow = typeof changes.$inferSelect

/** What commands did to employees, requisitions and surveys. */
export interface ChangeData {
  /** What was done to one of them, latest first. */
  readonly ofSubject: LoadMany<string, ChangeRow>
}

export function changeData(read: Read): ChangeData {
  return {
    ofSubject: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(changes)
            .where(inArray(changes.subjectId, [...ids]))
            .orderBy(desc(changes.id)),
        ),
      ({ subjectId }) => subjectId,
    ),
  }
}

/** What someone did, and what it was before. */
interface Change {
  readonly subjectId: string
  readonly action: string
  readonly was?: object
  readonly became: object
}

/** Writes history, in the transaction of the change. */
export async function noteChange(tx: ViewerTransaction, viewer: Viewer, change: Change): Promise<void> {
  await tx.insert(changes).values({ tenantId: viewer.company.id, id: newId(), userId: viewer.user.id, ...change })
}
