import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { drain, listen } from '@aems/kit/http-server.ts'
import type { Logger } from 'pino'
import type { Explorer } from '../explorer/explorer.ts'
import type { Router } from '../server.ts'
import { addressesBehind } from './address.ts'
import { answerGraphql } from './graphql.ts'
import { requestMetrics } from './metrics.ts'
import { originGate } from './origins.ts'
import { answerProvider } from './providers.ts'
import { json, refuse, text } from './reply.ts'
import { openStreams } from './streams.ts'

export interface ServeOptions {
  readonly router: Router
  readonly logger: Logger
  readonly explorer: Explorer
  /** 0: any that is free. */
  readonly port: number
  /** Interface to listen on. */
  readonly host?: string
  /** Whose X-Forwarded-For is believed; default: this machine's. */
  readonly trustedProxies?: readonly string[]
  /** Other sites whose pages may ask with a token; default: none. */
  readonly allowedOrigins?: readonly string[]
}

/** The router, listening. */
export interface ServedRouter {
  readonly url: string
  readonly port: number
  /** Answers what is under way, then stops listening and closes the router. */
  stop(): Promise<void>
}

/** Serves the graph over HTTP: /graphql, the explorer at /, /auth/oidc, /healthz, /readyz, /metrics and /.well-known/jwks.json. */
export async function serveRouter({
  router,
  logger,
  explorer,
  port,
  host = '127.0.0.1',
  trustedProxies = ['loopback'],
  allowedOrigins = [],
}: ServeOptions): Promise<ServedRouter> {
  const gates = { addressOf: addressesBehind(trustedProxies), originOf: originGate(allowedOrigins) }
  const metrics = requestMetrics()
  const streams = openStreams()

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://router').pathname
    if (path === '/graphql') {
      const began = performance.now()
      response.once('finish', () => metrics.count(response.statusCode, performance.now() - began))
      return answerGraphql({ router, streams, ...gates }, request, response)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, 405, 'BAD_INPUT', `There is nothing to ${request.method} at ${path}.`, randomUUID())
    }
    if (await answerProvider({ router, addressOf: gates.addressOf }, request, response)) return
    if (path === '/healthz') return json(response, 200, { status: 'ok' })
    if (path === '/readyz') {
      const ready = await router.ready()
      return json(response, ready ? 200 : 503, { status: ready ? 'ready' : 'waiting for a subgraph' })
    }
    if (path === '/metrics') return text(response, 200, 'text/plain; version=0.0.4; charset=utf-8', metrics.text())
    if (path === '/.well-known/jwks.json') return json(response, 200, await router.sessions.signingKeys())
    if (await explorer.answer(path, response)) return
    refuse(response, 404, 'NOT_FOUND', `There is nothing at ${path}. The graph is at /graphql, the explorer at /.`, randomUUID())
  }

  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('x-frame-options', 'DENY')
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
    route(request, response).catch((error: unknown) => {
      const correlationId = String(response.getHeader('x-correlation-id') ?? randomUUID())
      logger.error({ correlationId, err: error }, 'a request failed')
      if (response.headersSent) response.destroy()
      else
        refuse(
          response,
          500,
          'INTERNAL',
          `Something broke on our side. Tell your administrator this number: ${correlationId}.`,
          correlationId,
        )
    })
  })
  const listening = await listen(server, port, host)
  return {
    port: listening,
    url: `http://localhost:${listening}`,
    stop: async () => {
      streams.end()
      await drain(server)
      metrics.stop()
      await router.close()
    },
  }
}
