import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { env } from '../env.ts'
import { sessionHeaders } from './headers.ts'

/** An error of the graph, as a reader may see it. */
export interface GraphFault {
  readonly message: string
  /** UNAUTHENTICATED, FORBIDDEN, UNAVAILABLE … */
  readonly code: string
  /** The root field that it concerns; absent where all of it failed. */
  readonly field?: string | undefined
}

export interface GraphResult<Data> {
  readonly data: Data | null
  readonly faults: readonly GraphFault[]
  /** What the router wants the browser to keep. */
  readonly setCookies: readonly string[]
}

const patience = 15_000

const unreachable: GraphFault = {
  code: 'UNAVAILABLE',
  message: 'The graph did not answer. Nothing is lost; try again in a moment.',
}

/** Sends one operation to the router from this server. Never throws: what went wrong is in `faults`. */
export async function request<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  headers: Readonly<Record<string, string>>,
): Promise<GraphResult<Data>> {
  try {
    const response = await fetch(env.graphUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...sessionHeaders,
        ...headers,
      },
      body: JSON.stringify({ query: print(document), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    })
    const body: GraphBody<Data> = await response.json()
    return { data: body.data ?? null, faults: (body.errors ?? []).map(fault), setCookies: response.headers.getSetCookie() }
  } catch {
    return { data: null, faults: [unreachable], setCookies: [] }
  }
}

interface GraphBody<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: { code?: string } }[]
}

function fault(error: NonNullable<GraphBody<unknown>['errors']>[number]): GraphFault {
  const field = error.path?.[0]
  return {
    message: error.message,
    code: error.extensions?.code ?? 'INTERNAL',
    field: typeof field === 'string' ? field : undefined,
  }
}
