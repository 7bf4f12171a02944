import { z } from 'zod'
import type { GraphClient } from './subgraph.ts'
import { wire } from './wire.ts'

const resultSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).default({}) })).default([]),
})

/** An operation that the whole graph has not answered by then has failed. */
const timeoutMs = 30_000

/**
 * The way to the whole graph from a process of its own, by the router's HTTP.
 * @param token what the router sent along for it; the operation runs as the viewer whom it tells of.
 */
export function httpGraphClient(routerUrl: string, token: string, correlationId: string): GraphClient {
  return {
    async execute(query, variables) {
      const response = await fetch(new URL('/graphql', routerUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [wire.viewer]: token, [wire.correlation]: correlationId },
        body: JSON.stringify(variables ? { query, variables } : { query }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const { data, errors } = resultSchema.parse(await response.json())
      return { data: data ?? null, ...(errors.length > 0 && { errors }) }
    },
  }
}
