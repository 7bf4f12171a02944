import { z } from 'zod'
import { CommandError } from '../command/run.ts'

const errorSchema = z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).default({}) })

const resultSchema = z
  .object({ data: z.record(z.string(), z.unknown()).nullable().default(null), errors: z.array(errorSchema).default([]) })
  .refine(({ data, errors }) => data !== null || errors.length > 0)

/** What the graph answered. */
export type Answer = z.infer<typeof resultSchema>

/** Nothing answers where the graph should. */
class Unreachable extends CommandError {}

/** Sends one operation over HTTP. @throws Unreachable, or CommandError where something else than the graph answers. */
export async function send(
  url: string,
  request: { query: string; variables?: Readonly<Record<string, unknown>> },
  token?: string,
): Promise<Answer> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(request),
  }).catch((error: unknown) => {
    throw new Unreachable(
      `Nothing answers at ${url} (${cause(error)}). Start it with npm start, or set AEMS_URL to where it runs.`,
    )
  })
  const result = resultSchema.safeParse(await response.json().catch(() => null))
  if (!result.success)
    throw new CommandError(`What answers at ${url} (status ${response.status}) is not the graph. Set AEMS_URL to where it runs.`)
  return result.data
}

/** Whether a graph answers at `url`. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  return response?.ok ?? false
}

function cause(error: unknown): string {
  const reason = error instanceof Error ? (error.cause ?? error) : error
  return reason instanceof Error && 'code' in reason ? String(reason.code) : String(reason)
}
