import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { changes } from '@aems/drizzle/sales/tables.ts'
import { type LoadMany, loadMany } from '@aems/kit/loaders.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { desc, inArray } from 'drizzle-orm'

export type ChangeRow = typeof changes.$inferSelect

/** What people did to orders, opportunities, customers and targets. */
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

type Values = Readonly<Record<string, unknown>>

/** What a command does to a row. `was`: null for what is new. */
export interface Change {
  readonly subjectId: string
  readonly action: string
  readonly was: Values | null
  readonly became: Values
}

/** Keeps what a command changed: of `became`, what is not as it was. */
export async function keepChange(
  tx: ViewerTransaction,
  viewer: Viewer,
  { subjectId, action, was, became }: Change,
): Promise<void> {
  const differing = Object.entries(became).filter(([name, value]) => (was ? was[name] !== value : value !== null))
  await tx.insert(changes).values({
    tenantId: viewer.company.id,
    id: newId(),
    subjectId,
    userId: viewer.user.id,
    action,
    was: was && Object.fromEntries(differing.map(([name]) => [name, was[name] ?? null])),
    became: Object.fromEntries(differing),
  })
}
