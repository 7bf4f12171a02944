import { randomUUID } from 'node:crypto'
import type { GraphClient, SessionChange, SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'

/** What the router knows of one client request; data sources hand it on to the subgraphs. */
export interface RouterContext extends SubgraphRequest {
  readonly session: SessionChange
}

export interface ContextParts {
  readonly viewer: Viewer | null
  readonly client?: SubgraphRequest['client']
  readonly correlationId?: string
  readonly graph: (context: RouterContext) => GraphClient
}

/** Where requests come from that no client sent: the router's own, and the assistant's. */
export const internalClient: SubgraphRequest['client'] = { address: '', userAgent: '', keepsCookies: false }

export function routerContext({ viewer, client, correlationId, graph }: ContextParts): RouterContext {
  const context: RouterContext = {
    viewer,
    correlationId: correlationId ?? randomUUID(),
    session: { begin: null, end: false },
    client: client ?? internalClient,
    get graph() {
      return graph(context)
    },
  }
  return context
}
