import { randomUUID } from 'node:crypto'
import type { GraphClient, SessionChange, SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { RootEvents } from './gateway/root-events.ts'

/** What the router knows of one client request; data sources hand it on to the subgraphs. */
export interface RouterContext extends SubgraphRequest {
  readonly session: SessionChange
  /** What a subscription draws its events from; absent where the operation is none. */
  readonly events?: RootEvents
}

export interface ContextParts {
  readonly viewer: Viewer | null
  readonly client?: SubgraphRequest['client']
  readonly correlationId?: string
  readonly events?: RootEvents
  readonly signal?: AbortSignal
  readonly graph: (context: RouterContext) => GraphClient
}

/** Where requests come from that no client sent: the router's own, and the assistant's. */
export const internalClient: SubgraphRequest['client'] = { address: '', userAgent: '', keepsCookies: false }

export function routerContext({ viewer, client, correlationId, events, signal, graph }: ContextParts): RouterContext {
  const context: RouterContext = {
    viewer,
    correlationId: correlationId ?? randomUUID(),
    session: { begin: null, end: false },
    client: client ?? internalClient,
    ...(events && { events }),
    ...(signal && { signal }),
    get graph() {
      return graph(context)
    },
  }
  return context
}
