import { type DocumentNode, execute, GraphQLError, type GraphQLFormattedError, parse } from 'graphql'
import type { Subgraph, SubgraphRequest } from './subgraph.ts'

/** One fetch of a query plan. */
export interface Fetch {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
}

/** What a subgraph answers to it. */
export interface Fetched {
  readonly data?: Record<string, unknown> | null | undefined
  readonly errors?: readonly GraphQLFormattedError[] | undefined
}

/** Plans repeat themselves; so many of their fetches are kept parsed. */
const keptDocuments = 1_000

/**
 * Runs fetches on a subgraph in this process; both shapes do it this way.
 * @param onFault is told of every fault inside the subgraph; who asked learns only that there was one.
 */
export function subgraphExecutor<Context>(
  subgraph: Subgraph<Context>,
  onFault: (fault: Error, correlationId: string) => void,
): (fetch: Fetch, request: SubgraphRequest) => Promise<Fetched> {
  const documents = new Map<string, DocumentNode>()
  const document = (query: string): DocumentNode => {
    const known = documents.get(query)
    if (known) return known
    if (documents.size >= keptDocuments) documents.clear()
    const parsed = parse(query, { noLocation: true })
    documents.set(query, parsed)
    return parsed
  }
  return async ({ query, variables, operationName }, request) => {
    const { data, errors } = await execute({
      schema: subgraph.schema,
      document: document(query),
      contextValue: subgraph.context(request),
      variableValues: variables ?? {},
      operationName: operationName ?? null,
    })
    if (!errors) return { data }
    return {
      data,
      errors: errors.map((error) => {
        const { originalError } = error
        // What a subgraph says on purpose is a GraphQLError; anything else is a fault of ours, and only the log may know it.
        if (!originalError || originalError instanceof GraphQLError) return error.toJSON()
        onFault(originalError, request.correlationId)
        return { ...error.toJSON(), message: 'Something broke on our side.', extensions: { code: 'INTERNAL' } }
      }),
    }
  }
}
