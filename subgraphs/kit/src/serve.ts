import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { eventLines, writeEventLines } from './event-lines.ts'
import { type Fetched, subgraphExecutor } from './execute.ts'
import { drain, listen } from './http-server.ts'
import type { Logger } from './logger.ts'
import type { GraphClient, SessionChange, Subgraph, SubgraphRequest } from './subgraph.ts'
import type { ReadViewer } from './viewer-token.ts'
import { wire } from './wire.ts'

export interface SubgraphServer {
  readonly url: string
  /** Answers what is under way, then stops listening and closes the subgraph. */
  stop(): Promise<void>
}

export interface ServeSubgraphOptions<Context> {
  readonly subgraph: Subgraph<Context>
  readonly readViewer: ReadViewer
  /** The way to the whole graph, with the token that the router sent along for it. */
  readonly graph: (token: string, correlationId: string) => GraphClient
  readonly logger: Logger
  /** 0: any that is free. */
  readonly port: number
  readonly host: string
}

/** Representations of entities may be many: a megabyte is some ten thousand of them. */
const largestBody = 8 * 1024 * 1024

const fetchSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})
const clientSchema = z.object({ address: z.string(), userAgent: z.string(), keepsCookies: z.boolean() })

/**
 * Serves a subgraph over HTTP, to the router alone: every request must carry the router's word on who asks, and no other
 * header tells anything about them.
 */
export async function serveSubgraph<Context>(options: ServeSubgraphOptions<Context>): Promise<SubgraphServer> {
  const { subgraph, logger, port, host } = options
  /** Subscriptions under way: they would go on for ever, so stopping ends them. */
  const open = new Set<AbortController>()
  const answer = answering(options, open)
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'a request failed')
      if (response.headersSent) response.destroy()
      else reply(response, 500, fault('INTERNAL', 'Something broke on our side.'))
    })
  })
  // Longer than the router keeps an idle connection, so that it is never the one to send into a closed one.
  server.keepAliveTimeout = 65_000
  const listening = await listen(server, port, host)
  logger.info({ port: listening }, `${subgraph.name} listens`)
  return {
    url: `http://${host}:${listening}`,
    stop: async () => {
      for (const each of open) each.abort()
      await drain(server)
      await subgraph.close()
    },
  }
}

function answering<Context>({ subgraph, readViewer, graph, logger }: ServeSubgraphOptions<Context>, open: Set<AbortController>) {
  const execute = subgraphExecutor(subgraph, (err, correlationId) => logger.error({ correlationId, err }, 'a resolver failed'))
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === '/healthz') return reply(response, 200, { status: 'ok' })
    if (request.method !== 'POST') return reply(response, 405, fault('BAD_INPUT', 'Operations come by POST.'))
    const asked = await readViewer(header(request, wire.viewer))
    if (!asked) return reply(response, 401, fault('UNAUTHENTICATED', 'Only the router may ask; ask the router.'))
    const fetch = fetchSchema.safeParse(await readJson(request))
    if (!fetch.success)
      return reply(response, 400, fault('BAD_INPUT', 'That is not an operation: {"query": "…", "variables": {…}}.'))
    const session: SessionChange = { begin: null, end: false }
    const correlationId = header(request, wire.correlation)
    const { query, variables, operationName } = fetch.data
    const operation = { query, variables: variables ?? undefined, operationName: operationName ?? undefined }
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const asking: SubgraphRequest = {
      viewer: asked.viewer,
      correlationId,
      session,
      client: clientOf(request),
      graph: graph(header(request, wire.graph), correlationId),
      signal: gone.signal,
    }
    if (header(request, 'accept') === eventLines) {
      open.add(gone)
      response.once('close', () => open.delete(gone))
      return writeEventLines(response, execute.subscribe(operation, asking))
    }
    const fetched = await execute(operation, asking)
    const changed = session.begin !== null || session.end
    reply(response, 200, changed ? { ...fetched, extensions: { session } } : fetched)
  }
}

const fault = (code: string, message: string): Fetched => ({ errors: [{ message, extensions: { code } }] })

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

function clientOf(request: IncomingMessage): SubgraphRequest['client'] {
  const client = clientSchema.safeParse(parsed(decodeURIComponent(header(request, wire.client))))
  return client.success ? client.data : { address: '', userAgent: '', keepsCookies: false }
}

/** Null where the body is too large or not JSON. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) return null
    chunks.push(chunk)
  }
  return parsed(Buffer.concat(chunks).toString('utf8'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}
