import { GraphError } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { ApolloServer, ApolloServerPlugin, GraphQLRequest } from '@apollo/server'
import type { FormattedExecutionResult } from 'graphql'
import type { RouterContext } from './context.ts'
import { type RootEvents, rootEvents } from './gateway/root-events.ts'

/** A subscription that began, or what came instead of one. */
export type Subscribed =
  | { readonly events: AsyncGenerator<FormattedExecutionResult, void> }
  | { readonly status: number; readonly answer: FormattedExecutionResult }

export interface SubscribeOptions {
  readonly server: ApolloServer<RouterContext>
  readonly request: GraphQLRequest
  /** The context of each event, which is its viewer's of then. */
  readonly context: (viewer: Viewer | null, events: RootEvents) => RouterContext
  /** Who asks, each time anew: rights may change while the subscription lasts. Null: they may not ask any more. */
  readonly viewer: () => Promise<Viewer | null>
  readonly signal: AbortSignal
}

/**
 * Begins a subscription. Each of its events is an operation of its own, with all checks that any operation passes; one
 * that they refuse before its first event gives its answer like a query's.
 */
export async function subscribe({ server, request, context, viewer, signal }: SubscribeOptions): Promise<Subscribed> {
  const root = rootEvents()
  const run = async () => {
    const { body, http } = await server.executeOperation(request, { contextValue: context(await viewer(), root) })
    if (body.kind !== 'single') throw new Error('An operation has one answer.')
    return { status: http.status ?? 200, answer: body.singleResult as FormattedExecutionResult }
  }
  const first = run()
  await Promise.race([root.opened, first])
  if (!root.isOpen) return first

  async function* events(): AsyncGenerator<FormattedExecutionResult, void> {
    try {
      let next = first
      for (let drawn = 1; ; drawn++) {
        const { answer } = await next
        // Refused before it drew: the viewer's rights have changed, and the refusal is the last that they hear.
        if (root.drawn < drawn) return yield answer
        if (signal.aborted || (root.ended && !answer.errors)) return
        yield answer
        if (root.ended || signal.aborted) return
        next = run()
      }
    } finally {
      root.close()
    }
  }
  return { events: events() }
}

/** Refuses a subscription that is sent like a query: there would be nobody to hear its events. */
export const streamsOnly: ApolloServerPlugin<RouterContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      if (operation?.operation !== 'subscription' || contextValue.events) return
      throw new GraphError('BAD_INPUT', `A subscription is a stream: send it with accept: ${streamType}.`)
    },
  }),
}

/** What a client accepts who wants the events of a subscription. */
export const streamType = 'multipart/mixed;subscriptionSpec=1.0'
