import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphError } from '@aems/kit/errors.ts'
import { wire } from '@aems/kit/wire.ts'
import { type GraphQLRequest, HeaderMap } from '@apollo/server'
import type { Router } from '../server.ts'
import { setCookies } from '../session/cookies.ts'
import type { AddressOf } from './address.ts'
import { BodyError, type GraphqlRequest, readOperation } from './body.ts'
import { answerEvents } from './events.ts'
import { acceptsEvents } from './multipart.ts'
import type { originGate } from './origins.ts'
import { pushingScope } from './pushed-rows.ts'
import { json, refuse } from './reply.ts'
import { type Caller, callerOf } from './session.ts'
import type { Streams } from './streams.ts'

const correlationIds = /^[\w-]{8,64}$/

/** What answers, and what tells whom. */
interface Serving {
  readonly router: Router
  readonly streams: Streams
  readonly addressOf: AddressOf
  readonly originOf: ReturnType<typeof originGate>
}

/** Answers one GraphQL request over HTTP. */
export async function answerGraphql(
  { router, streams, addressOf, originOf }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = request.headers['x-correlation-id']
  const correlationId = typeof given === 'string' && correlationIds.test(given) ? given : randomUUID()
  response.setHeader('x-correlation-id', correlationId)
  response.setHeader('cache-control', 'no-store')
  const verdict = originOf(request, response)
  if (verdict === 'answered') return
  if (verdict === 'refuse') {
    const message = 'Pages of this site may not ask here. The setting AEMS_ALLOWED_ORIGINS lists those that may, with a token.'
    return refuse(response, 403, 'FORBIDDEN', message, correlationId)
  }
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    return refuse(response, 405, 'BAD_INPUT', 'Send operations by POST, as JSON.', correlationId)
  }
  // A form of another site can send any other type without asking this one first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return refuse(response, 415, 'BAD_INPUT', 'Send operations with content-type: application/json.', correlationId)
  }
  try {
    const address = addressOf(request)
    await router.rates.knock(address)
    let known: Promise<Caller> | undefined
    const whoAsks = () => (known ??= callerOf(request, router, address))
    const body = await readOperation(request, async () => (await whoAsks()).viewer?.scopes.has(pushingScope) ?? false)
    const caller = await whoAsks()
    // A subgraph's process asks on behalf of someone whose own request was counted.
    const isSubgraph = request.headers[wire.viewer] !== undefined && !caller.stale
    if (!isSubgraph) await router.rates.ask({ viewer: caller.viewer, address })
    if (caller.stale) {
      return refuse(
        response,
        401,
        'UNAUTHENTICATED',
        caller.isKey
          ? `This key does not hold: it has ended or expired, or may not be used from ${address || 'here'}. Whoever manages keys can make another.`
          : 'Your token has run out or its session has ended. Sign in again.',
        correlationId,
      )
    }
    const keepsCookies = request.headers['x-aems-session'] === 'cookie'
    const client = { address, userAgent: request.headers['user-agent'] ?? '', keepsCookies }
    const context = router.context({ viewer: caller.viewer, client, correlationId })
    const refused = body.query ? router.refusals(body.query, context) : null
    if (refused) {
      if (caller.change.begin || caller.change.end) response.setHeader('set-cookie', setCookies(caller.change))
      return json(response, 400, { errors: refused })
    }
    if (acceptsEvents(request.headers.accept)) {
      return await answerEvents({ router, streams, request: operationOf(body), caller, client, correlationId, response })
    }
    const answer = await router.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), body, search: '' },
      context: async () => context,
    })
    const changed = context.session.begin || context.session.end ? context.session : caller.change
    const cookies = keepsCookies || caller.change.begin || caller.change.end ? setCookies(changed) : []
    if (cookies.length > 0) response.setHeader('set-cookie', cookies)
    response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers))
    if (answer.body.kind === 'complete') response.end(answer.body.string)
    else for await (const chunk of answer.body.asyncIterator) response.write(chunk)
    response.end()
  } catch (error) {
    if (error instanceof BodyError) return refuse(response, error.status, 'BAD_INPUT', error.message, correlationId)
    if (error instanceof GraphError && !response.headersSent) {
      const limited = error.extensions['code'] === 'RATE_LIMITED'
      const wait = error.extensions['retryAfter']
      if (typeof wait === 'number') response.setHeader('retry-after', String(wait))
      return refuse(response, limited ? 429 : 503, limited ? 'RATE_LIMITED' : 'UNAVAILABLE', error.message, correlationId)
    }
    throw error
  }
}

const operationOf = ({ query, variables, operationName, extensions }: GraphqlRequest): GraphQLRequest => ({
  ...(query && { query }),
  ...(variables && { variables }),
  ...(operationName && { operationName }),
  ...(extensions && { extensions }),
})

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
