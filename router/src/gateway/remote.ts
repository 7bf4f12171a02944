import { eventLines, readEventLines } from '@aems/kit/event-lines.ts'
import type { Fetched } from '@aems/kit/execute.ts'
import type { SignViewer } from '@aems/kit/viewer-token.ts'
import { graphAudience, wire } from '@aems/kit/wire.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import { Pool } from 'undici'
import { z } from 'zod'
import type { RouterContext } from '../context.ts'
import type { Source } from './sources.ts'

export interface RemoteOptions {
  readonly domain: Domain
  /** Where the subgraph's process listens. */
  readonly url: string
  readonly signViewer: SignViewer
  /** A subgraph that has not answered by then costs its own fields. */
  readonly timeoutMs?: number
  /** Is told why a subgraph did not answer; clients are not. */
  readonly onFault: (fault: Error, correlationId: string) => void
}

/** Connections to one subgraph's process, at most. */
const connections = 64
/** Shorter than the subgraph keeps it, so that nothing is sent into a connection that is being closed. */
const keptMs = 60_000

const begunSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  accessExpiresAt: z.coerce.date(),
  refreshExpiresAt: z.coerce.date(),
})

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  extensions: z.object({ session: z.object({ begin: begunSchema.nullable(), end: z.boolean() }) }).optional(),
})

/** A subgraph in a process of its own, over HTTP connections that are kept. */
export function remoteSource({ domain, url, signViewer, timeoutMs = 15_000, onFault }: RemoteOptions): Source {
  const { origin } = new URL(url)
  const connection = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: 2_000 }, keepAliveTimeout: keptMs }
  const pool = new Pool(origin, { ...connection, connections })
  const streams = new Pool(origin, connection)

  const headersFor = async ({ viewer, correlationId, client }: RouterContext): Promise<Record<string, string>> => ({
    'content-type': 'application/json',
    [wire.viewer]: await signViewer(viewer, domain),
    [wire.correlation]: correlationId,
    [wire.client]: encodeURIComponent(JSON.stringify(client)),
    // These ask the whole graph, as whoever asked them: the assistant for its answers, auth whether somebody is there.
    ...((domain === 'ai' || domain === 'auth') && viewer && { [wire.graph]: await signViewer(viewer, graphAudience) }),
  })

  return {
    async fetch(fetch, context): Promise<Fetched> {
      try {
        const headers = await headersFor(context)
        const { statusCode, body } = await pool.request({ method: 'POST', path: '/', headers, body: JSON.stringify(fetch) })
        const text = await body.text()
        if (statusCode !== 200) throw new Error(`${domain} at ${origin} answered ${statusCode}: ${text.slice(0, 500)}`)
        const { data, errors, extensions } = answerSchema.parse(JSON.parse(text))
        if (extensions) Object.assign(context.session, extensions.session)
        return { data, ...(errors && { errors }) }
      } catch (error) {
        onFault(error instanceof Error ? error : new Error(String(error)), context.correlationId)
        throw error
      }
    },
    // Each of them holds a connection as long as it lasts.
    async *subscribe(fetch, context): AsyncGenerator<Fetched, void> {
      const { signal } = context
      try {
        const { statusCode, body } = await streams.request({
          method: 'POST',
          path: '/',
          headers: { ...(await headersFor(context)), accept: eventLines },
          body: JSON.stringify(fetch),
          signal: signal ?? null,
        })
        if (statusCode !== 200)
          throw new Error(`${domain} at ${origin} answered ${statusCode}: ${(await body.text()).slice(0, 500)}`)
        for await (const line of readEventLines(body)) {
          const { data, errors } = answerSchema.parse(line)
          yield { data, ...(errors && { errors }) }
        }
      } catch (error) {
        if (signal?.aborted) return
        onFault(error instanceof Error ? error : new Error(String(error)), context.correlationId)
        throw error
      }
    },
    close: async () => {
      await Promise.all([pool.close(), streams.destroy()])
    },
  }
}
