import { unauthenticated } from './errors.ts'
import type { Asked } from './field-access.ts'
import type { Viewer } from './viewer.ts'

/** What every subgraph's context has. */
export type RequestContext = Asked

/** Whoever asks. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
export function signedIn({ viewer }: RequestContext): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}
