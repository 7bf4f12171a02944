import { badInput, GraphError } from '@aems/kit/errors.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { ReadViewer } from '@aems/kit/viewer-token.ts'
import { classify } from '@aems/schema/classification.ts'
import { costsOf } from '@aems/schema/cost.ts'
import { supergraphSdl } from '@aems/schema/sdl.ts'
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { DocumentNode, GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { checkAccess } from './access/check.ts'
import { requireAffordable } from './access/cost.ts'
import { type Operations, operationsOf } from './access/operations.ts'
import { boundless, type Rates } from './access/rates.ts'
import { type Refusals, refusalsTo } from './access/refusals.ts'
import { type ContextParts, type RouterContext, routerContext } from './context.ts'
import { masked, retryAfter, statusOf } from './errors.ts'
import { openGateway } from './gateway/gateway.ts'
import type { Sources } from './gateway/sources.ts'
import { type Providers, providersOf } from './session/providers.ts'
import { type Sessions, sessionsOf } from './session/sessions.ts'
import { type Subscribed, type SubscribeOptions, streamsOnly, subscribe } from './subscriptions.ts'

/** The graph, ready to be asked; the HTTP part stands in http/. */
export interface Router {
  readonly server: ApolloServer<RouterContext>
  readonly sessions: Sessions
  readonly rates: Rates
  readonly providers: Providers
  /** Whoever a word of this router's own tells of; undefined: it does not hold. */
  readonly readViewer: ReadViewer
  context(asked: Asked): RouterContext
  /** Begins a subscription; each of its events is an operation of its own, of whom `viewer` names then. */
  subscribe(
    request: GraphQLRequest,
    asked: Omit<Asked, 'viewer'> & Pick<SubscribeOptions, 'viewer' | 'signal'>,
  ): Promise<Subscribed>
  /** Why an operation's text can't run, as whoever asks may hear it; null: it can. To be asked before the server is. */
  refusals(text: string, context: RouterContext): readonly GraphQLFormattedError[] | null
  /** Whether every part of the graph answers. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

/** What is known of a request. */
export type Asked = Pick<ContextParts, 'viewer' | 'client' | 'correlationId'>

export interface RouterOptions {
  readonly sources: Sources
  readonly logger: Logger
  /** The composed graph; default: the committed one. */
  readonly supergraph?: string
  /** How much each caller may ask; default: as much as they like. */
  readonly rates?: Rates
  /** Reads the word that this router gave a subgraph's process to ask the graph with; absent where all run in process. */
  readonly readViewer?: ReadViewer
}

/** Makes the router over its subgraphs. */
export async function createRouter({
  sources,
  logger,
  supergraph = supergraphSdl(),
  rates = boundless,
  readViewer,
}: RouterOptions): Promise<Router> {
  const gateway = openGateway(supergraph, sources)
  let operations: Operations | null = null
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    operations = operationsOf(apiSchema)
  })
  const noted = refusalsTo(sources.auth, (err, correlationId) =>
    logger.error({ correlationId, err }, 'refused fields were not recorded'),
  )
  const server = new ApolloServer<RouterContext>({
    gateway,
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: silent,
    documentStore: preparedBefore((hash) => operations?.prepared(hash)),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      streamsOnly,
      accessControl(supergraph, { rates, noted }),
      errorHandling(logger),
      operationLog(logger),
    ],
  })
  await server.start()

  const refusals: Router['refusals'] = (text, { viewer, correlationId }) => {
    const prepared = operations?.prepare(text)
    if (!prepared || 'document' in prepared) return null
    const errors = prepared.errors.map((error) => masked(error, correlationId, viewer !== null))
    logger.info({ correlationId, user: viewer?.user.id, reason: errors[0]?.message }, 'an operation was refused unread')
    return errors
  }

  /** Runs an operation of the assistant's as whoever asked it: same viewer, same checks. */
  const inProcess = (asked: RouterContext): GraphClient => ({
    async execute(query, variables) {
      const contextValue = routerContext({
        viewer: asked.viewer,
        client: asked.client,
        correlationId: asked.correlationId,
        graph: inProcess,
      })
      const refused = refusals(query, contextValue)
      if (refused) return { data: null, errors: refused }
      const { body } = await server.executeOperation(
        { query, ...(variables && { variables: { ...variables } }) },
        { contextValue },
      )
      if (body.kind !== 'single') throw new Error('An operation of the assistant has one answer.')
      const { data, errors } = body.singleResult
      return { ...(data !== undefined && { data }), ...(errors && { errors }) }
    },
  })

  return {
    server,
    sessions: sessionsOf(sources.auth),
    rates,
    providers: providersOf(sources.auth),
    readViewer: readViewer ?? (async () => undefined),
    context: (asked) => routerContext({ ...asked, graph: inProcess }),
    subscribe: (request, { viewer, signal, ...asked }) =>
      subscribe({
        server,
        request,
        viewer,
        signal,
        context: (now, events) => routerContext({ ...asked, viewer: now, events, signal, graph: inProcess }),
      }),
    refusals,
    ready: async () => {
      const probe = routerContext({ viewer: null, graph: inProcess })
      const answers = await Promise.allSettled(
        Object.values(sources).map((source) => source.fetch({ query: '{ __typename }' }, probe)),
      )
      return answers.every((answer) => answer.status === 'fulfilled')
    },
    close: async () => {
      await server.stop()
      await noted.close()
      await rates.close()
      await Promise.all(Object.values(sources).map((source) => source.close()))
    },
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** The server takes operations as they were prepared, and neither parses nor validates them again. */
const preparedBefore = (prepared: (hash: string) => DocumentNode | undefined) => ({
  get: async (key: string) => prepared(key.slice(-64)),
  set: async () => {},
  delete: async () => {},
})

/** Refuses what the viewer may not read, and what would cost more than one may ask, before anything is planned or fetched. */
function accessControl(
  supergraph: string,
  { rates, noted }: { readonly rates: Rates; readonly noted: Refusals },
): ApolloServerPlugin<RouterContext> {
  const access = classify(supergraph)
  const costs = costsOf(supergraph)
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, response, schema, contextValue }) => {
        const { viewer, client, events } = contextValue
        noting(noted, contextValue, () => checkAccess(document, schema, access, viewer))
        if (!operation) throw badInput('Say by operationName which of its operations to run; it has none by that name.')
        const cost = requireAffordable({ document, operation, variables: request.variables ?? {}, schema, costs }, viewer)
        // A subscription runs its operation for each event; it is paid for when it begins.
        if (!events?.drawn) await rates.spend({ viewer, address: client.address }, cost)
        response.http.headers.set('x-aems-cost', String(cost))
      },
    }),
  }
}

/** Does it, and notes what is refused. */
function noting(noted: Refusals, context: RouterContext, check: () => void): void {
  try {
    check()
  } catch (error) {
    const field = error instanceof GraphError && error.extensions['code'] === 'FORBIDDEN' ? error.extensions['field'] : null
    if (typeof field === 'string') noted.note(context, field)
    throw error
  }
}

/** Masks what clients see, and logs what they don't. */
function errorHandling(logger: Logger): ApolloServerPlugin<RouterContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue, errors }) => {
        if (response.body.kind !== 'single') return
        const { singleResult } = response.body
        // The gateway's own notes, such as value completion, name internals.
        delete singleResult.extensions
        if (!singleResult.errors) return
        const { correlationId, viewer } = contextValue
        singleResult.errors = singleResult.errors.map((error) => masked(error, correlationId, viewer !== null))
        const wait = retryAfter(singleResult.errors)
        if (wait !== null) response.http.headers.set('retry-after', String(wait))
        if (response.http.status === 500) response.http.status = statusOf(singleResult.errors)
        if (singleResult.errors.some((error) => error.extensions?.['code'] === 'INTERNAL')) {
          logger.error({ correlationId: contextValue.correlationId, errors }, 'an operation failed')
        }
      },
    }),
  }
}

/** One line for each operation: who asked, what, how long it took. Variables may hold passwords and stay out. */
function operationLog(logger: Logger): ApolloServerPlugin<RouterContext> {
  return {
    requestDidStart: async () => {
      const began = performance.now()
      return {
        willSendResponse: async ({ contextValue: { viewer, correlationId, events }, operationName, operation, response }) => {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : []
          // Of a subscription, its first event and those that went wrong.
          if (events && events.drawn > 1 && errors.length === 0) return
          logger.info(
            {
              correlationId,
              user: viewer?.user.id,
              company: viewer?.company?.key,
              operation: operationName ?? null,
              kind: operation?.operation,
              milliseconds: Math.round(performance.now() - began),
              errors: errors.map((error) => error.extensions?.['code']),
            },
            'operation',
          )
        },
      }
    },
  }
}
