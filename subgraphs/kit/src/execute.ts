import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
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

/** Runs fetches on one subgraph. */
export interface SubgraphExecutor {
  (fetch: Fetch, request: SubgraphRequest): Promise<Fetched>
  /**
   * Runs a subscription: an answer for each of its events, until it ends or `request.signal` aborts. A subscription that
   * can't begin gives one answer, which says why.
   */
  subscribe(fetch: Fetch, request: SubgraphRequest): AsyncGenerator<Fetched, void>
}

/**
 * Runs fetches on a subgraph in this process; both shapes do it this way.
 * @param onFault is told of every fault inside the subgraph; who asked learns only that there was one.
 */
export function subgraphExecutor<Context>(
  subgraph: Subgraph<Context>,
  onFault: (fault: Error, correlationId: string) => void,
): SubgraphExecutor {
  const prepared = new Map<string, Prepared>()
  const prepare = (query: string): Prepared => {
    const known = prepared.get(query)
    if (known) return known
    if (prepared.size >= keptDocuments) prepared.clear()
    const made = checked(subgraph.schema, parse(query, { noLocation: true }))
    prepared.set(query, made)
    return made
  }
  const run = async (args: Omit<ExecutionArgs, 'contextValue'>, request: SubgraphRequest): Promise<Fetched> => {
    const { data, errors } = await execute({ ...args, contextValue: subgraph.context(request) })
    return errors ? { data, errors: told(errors, request) } : { data }
  }
  const told = (errors: readonly GraphQLError[], request: SubgraphRequest): readonly GraphQLFormattedError[] =>
    errors.map((error) => {
      const { originalError } = error
      // What a subgraph says on purpose is a GraphQLError; anything else is a fault of ours, and only the log may know it.
      if (!originalError || originalError instanceof GraphQLError) return error.toJSON()
      onFault(originalError, request.correlationId)
      return { ...error.toJSON(), message: 'Something broke on our side.', extensions: { code: 'INTERNAL' } }
    })
  const argsOf = (document: DocumentNode, { variables, operationName }: Fetch) => ({
    schema: subgraph.schema,
    document,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  })

  async function* subscribe(fetch: Fetch, request: SubgraphRequest): AsyncGenerator<Fetched, void> {
    const asked = prepare(fetch.query)
    if ('errors' in asked) return yield asked
    const args = argsOf(asked.document, fetch)
    const source = await createSourceEventStream({ ...args, contextValue: subgraph.context(request) })
    if (!(Symbol.asyncIterator in source)) return yield { errors: told(source.errors ?? [], request) }
    const events = untilAborted(source, request.signal)
    try {
      // A context is made for each event: what its loaders remember is as old as the event.
      for await (const rootValue of events) yield await run({ ...args, rootValue }, request)
    } catch (error) {
      yield { errors: told([error instanceof GraphQLError ? error : asGraphQLError(error)], request) }
    }
  }

  return Object.assign(
    async (fetch: Fetch, request: SubgraphRequest): Promise<Fetched> => {
      const asked = prepare(fetch.query)
      return 'errors' in asked ? asked : run(argsOf(asked.document, fetch), request)
    },
    { subscribe },
  )
}

const asGraphQLError = (error: unknown): GraphQLError =>
  new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) })

/** The events of a source until a signal aborts, also one that keeps its next event waiting; the source is told to end. */
async function* untilAborted(source: AsyncIterable<unknown>, signal: AbortSignal | undefined): AsyncGenerator<unknown, void> {
  const events = source[Symbol.asyncIterator]()
  const gone = new Promise<IteratorResult<unknown>>((resolve) => {
    const end = () => resolve({ done: true, value: undefined })
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end, { once: true })
  })
  try {
    for (;;) {
      const next = await Promise.race([gone, events.next()])
      if (next.done) return
      yield next.value
    }
  } finally {
    // One that is waiting ends when it wakes: nobody waits for that, and what it says then is heard by nobody.
    events.return?.()?.catch(() => {})
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
