import type { GraphQLSchema } from 'graphql'
import type { Viewer } from './viewer.ts'

/** What the router tells a subgraph about one request. */
export interface SubgraphRequest {
  /** Whoever asks; null where nobody is signed in. */
  readonly viewer: Viewer | null
  /** Names the client's request in the logs of every process that it touches. */
  readonly correlationId: string
  /** What the subgraph wants done to the client's session; the router carries it out. */
  readonly session: SessionChange
  /** Runs operations against the whole graph, with the asker's own rights. */
  readonly graph: GraphClient
  /** Where the client is, as far as the router knows. */
  readonly client: { readonly address: string; readonly userAgent: string; readonly keepsCookies: boolean }
  /** Aborted when whoever asks has gone, so that work for them ends; absent where nobody watches that. */
  readonly signal?: AbortSignal
}

/** Set by the auth subgraph: the router turns it into cookies where the client keeps them. */
export interface SessionChange {
  begin: { accessToken: string; refreshToken: string; accessExpiresAt: Date; refreshExpiresAt: Date } | null
  end: boolean
}

export interface GraphResult {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

export interface GraphClient {
  execute(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphResult>
}

/** One domain's part of the graph. It does not know whether it runs in the router's process or in its own. */
export interface Subgraph<Context = unknown> {
  readonly name: string
  readonly schema: GraphQLSchema
  /** Made anew for each request: viewer, data, loaders. */
  context(request: SubgraphRequest): Context
  /** Closes connections. */
  close(): Promise<void>
}
