import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql'
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

/** Plans repeat themselves; so many of their fetches are kept parsed and checked. */
const keptDocuments = 1_000

/** A fetch, parsed, or why it can't run. */
type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLFormattedError[] }

/**
 * Runs fetches on a subgraph in this process; both shapes do it this way.
 * @param onFault is told of every fault inside the subgraph; who asked learns only that there was one.
 */
export function subgraphExecutor<Context>(
  subgraph: Subgraph<Context>,
  onFault: (fault: Error, correlationId: string) => void,
): (fetch: Fetch, request: SubgraphRequest) => Promise<Fetched> {
  const prepared = new Map<string, Prepared>()
  const prepare = (query: string): Prepared => {
    const known = prepared.get(query)
    if (known) return known
    if (prepared.size >= keptDocuments) prepared.clear()
    const made = checked(subgraph.schema, parse(query, { noLocation: true }))
    prepared.set(query, made)
    return made
  }
  return async ({ query, variables, operationName }, request) => {
    const fetch = prepare(query)
    if ('errors' in fetch) return fetch
    const { data, errors } = await execute({
      schema: subgraph.schema,
      document: fetch.document,
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

/**
 * The router has validated the operation, but does not know what a Date or a Money may be: only the subgraph's scalars
 * do. Executed unchecked, a literal that they refuse would be refused without their reason.
 */
function checked(schema: GraphQLSchema, document: DocumentNode): Prepared {
  const faults = validate(schema, document, [ValuesOfCorrectTypeRule])
  if (faults.length === 0) return { document }
  return {
    errors: faults.map((fault) => ({ message: fault.message, extensions: { code: 'BAD_INPUT', ...fault.extensions } })),
  }
}
