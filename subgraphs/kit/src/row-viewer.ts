import type { RowViewer } from '@aems/drizzle/client.ts'
import type { Viewer } from './viewer.ts'

/** Whose rows the database shows to a viewer. */
export function rowViewer(viewer: Viewer): RowViewer {
  return { tenantId: viewer.company.id, userId: viewer.user.id, scopes: viewer.scopes }
}
