import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { changes } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { Viewer } from '@aems/kit/viewer.ts'

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
