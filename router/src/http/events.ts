import type { ServerResponse } from 'node:http'
import { GraphError } from '@aems/kit/errors.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { GraphQLRequest } from '@apollo/server'
import { masked } from '../errors.ts'
import type { Router } from '../server.ts'
import { setCookies } from '../session/cookies.ts'
import { sendEvents } from './multipart.ts'
import { json } from './reply.ts'
import type { Caller } from './session.ts'
import type { Streams } from './streams.ts'

/** An ended session ends its streams within this time. */
const watchMs = 2_000

interface EventsRequest {
  readonly router: Router
  readonly streams: Streams
  readonly request: GraphQLRequest
  readonly caller: Caller
  readonly client: SubgraphRequest['client']
  readonly correlationId: string
  readonly response: ServerResponse
}

/**
 * Answers a request that accepts events: a subscription by its events, anything else like a query. The stream lasts until
 * its events end, its client goes, the token that opened it does not hold any more, or the server stops.
 * @throws GraphError RATE_LIMITED where too many streams are open.
 */
export async function answerEvents(asked: EventsRequest): Promise<void> {
  const { router, streams, request, caller, client, correlationId, response } = asked
  const stream = streams.open(caller.viewer?.user.id ?? client.address)
  response.once('close', () => stream.abort())
  const signedOut = new GraphError('UNAUTHENTICATED', 'Your session has ended, or its token has run out. Sign in again.')
  const viewer = async () => {
    if (caller.token === null) return caller.viewer
    const now = await router.sessions.viewer(caller.token, client.address)
    if (!now) stream.abort(signedOut)
    return now
  }
  const watch = setInterval(() => void viewer().catch(() => {}), watchMs)
  try {
    const subscribed = await router.subscribe(request, { client, correlationId, viewer, signal: stream.signal })
    const { begin, end } = caller.change
    if (begin || end) response.setHeader('set-cookie', setCookies(caller.change))
    if (!('events' in subscribed)) return json(response, subscribed.status, subscribed.answer)
    await sendEvents(response, subscribed.events, () => {
      const { reason } = stream.signal
      return reason instanceof GraphError ? masked(reason.toJSON(), correlationId, true) : null
    })
  } finally {
    clearInterval(watch)
    streams.close(stream)
  }
}
