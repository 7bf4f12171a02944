import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { changes } from '@aems/drizzle/products/tables.ts'
import { type LoadMany, loadMany } from '@aems/kit/loaders.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { asc, inArray } from 'drizzle-orm'

export type ChangeRow = typeof changes.$inferSelect

/** What people did to products and purchase orders, as the viewer may see it. */
export interface ChangeData {
  /** To one of them, the first change first. */
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
            .orderBy(asc(changes.id)),
        ),
      ({ subjectId }) => subjectId,
    ),
  }
}

/** Writes down what the viewer did, in the transaction that did it. */
export async function noteChange(
  tx: ViewerTransaction,
  viewer: Viewer,
  change: { subjectId: string; action: string; was?: object; became: object },
): Promise<void> {
  await tx.insert(changes).values({ tenantId: viewer.company.id, id: newId(), userId: viewer.user.id, ...change })
}
