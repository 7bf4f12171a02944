import type { RowViewer } from '@aems/drizzle/row-viewer.ts'
import { unauthenticated } from './errors.ts'
import type { Viewer } from './viewer.ts'

/** What every subgraph's context has; field authorization reads it. */
export interface RequestContext {
  /** Whoever asks; null where nobody is signed in. */
  readonly viewer: Viewer | null
}

/** Whoever asks. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
export function signedIn({ viewer }: RequestContext): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

/** The viewer as row-level security knows them. */
export function rowViewer(viewer: Viewer): RowViewer {
  return { tenantId: viewer.company.id, userId: viewer.user.id, scopes: viewer.scopes }
}
