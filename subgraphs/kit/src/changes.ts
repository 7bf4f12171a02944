import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { type Column, sql, type Table } from 'drizzle-orm'
import { type LoadMany, loadMany } from './loaders.ts'
import { list } from './metrics/sql.ts'
import { columnsOf, type Read } from './rows.ts'
import type { Viewer } from './viewer.ts'

/** Where a domain keeps what its commands did; alike in every schema. */
type ChangeTable = Table & { readonly id: Column; readonly subjectId: Column }

/** Something that a command did to a noun. */
export interface ChangeRow {
  readonly id: string
  readonly subjectId: string
  readonly changedAt: string
  readonly userId: string
  readonly action: string
  /** Null for what is new. */
  readonly was: unknown
  readonly became: unknown
}

/** The history of a domain's nouns, as the viewer may see it. */
export interface ChangeData {
  /** What was done to one of them, latest first. */
  readonly ofSubject: LoadMany<string, ChangeRow>
}

/** What a command does to a noun. */
export interface Change {
  readonly subjectId: string
  /** Name of the command. */
  readonly action: string
  /** Null or absent for what is new. */
  readonly was?: object | null
  readonly became: object
}

/** How history is read from a domain's table, and written. */
export function changesIn(changes: ChangeTable) {
  return {
    changeData: (read: Read): ChangeData => ({
      ofSubject: loadMany(
        async (ids) => [
          ...(await read((tx) =>
            tx.execute<ChangeRow & Record<string, unknown>>(
              sql`select ${columnsOf(changes)} from ${changes} where ${changes.subjectId} = any(${list(ids, 'uuid')})
                order by ${changes.id} desc`,
            ),
          )),
        ],
        ({ subjectId }) => subjectId,
      ),
    }),

    /** Writes history in the transaction of the change: of `became`, what is not as it was. */
    noteChange: async (tx: ViewerTransaction, viewer: Viewer, { subjectId, action, was, became }: Change): Promise<void> => {
      const former = was ? new Map<string, unknown>(Object.entries(was)) : null
      const differing = Object.entries(became).filter(([name, value]) => (former ? former.get(name) !== value : value !== null))
      const before = former && differing.flatMap(([name]) => (former.has(name) ? [[name, former.get(name) ?? null]] : []))
      await tx.execute(sql`insert into ${changes} (tenant_id, id, subject_id, user_id, action, was, became)
        values (${viewer.company.id}, ${newId()}, ${subjectId}, ${viewer.user.id}, ${action}, ${before && JSON.stringify(Object.fromEntries(before))}::jsonb,
          ${JSON.stringify(Object.fromEntries(differing))}::jsonb)`)
    },
  }
}
