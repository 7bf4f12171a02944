import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type DocumentNode, execute, GraphQLError, parse } from 'graphql'
import type { Source } from './sources.ts'

/** Plans repeat themselves; so many of their fetches are kept parsed. */
const keptDocuments = 1_000

/**
 * A subgraph in the router's own process: no HTTP and no JSON in between.
 * @param onFault is told of every fault inside the subgraph.
 */
export function localSource<Context>(
  subgraph: Subgraph<Context>,
  onFault: (fault: Error, correlationId: string) => void,
): Source {
  const documents = new Map<string, DocumentNode>()
  const document = (query: string): DocumentNode => {
    const known = documents.get(query)
    if (known) return known
    if (documents.size >= keptDocuments) documents.clear()
    const parsed = parse(query, { noLocation: true })
    documents.set(query, parsed)
    return parsed
  }
  return {
    async fetch({ query, variables, operationName }, context) {
      const { data, errors } = await execute({
        schema: subgraph.schema,
        document: document(query),
        contextValue: subgraph.context(context),
        variableValues: variables ?? {},
        operationName: operationName ?? null,
      })
      for (const { originalError } of errors ?? []) {
        // What a subgraph says on purpose is a GraphQLError; anything else is a fault of ours, and only the log may know it.
        if (originalError && !(originalError instanceof GraphQLError)) onFault(originalError, context.correlationId)
      }
      return { data, errors: errors?.map((error) => error.toJSON()) }
    },
    close: () => subgraph.close(),
  }
}
