import type { ErrorCode } from '@aems/kit/errors.ts'
import type { GraphQLFormattedError } from 'graphql'

const ours = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] satisfies ErrorCode[])

/** What Apollo Server and the gateway call a client's fault. */
const clientFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

/**
 * An error as a client may see it: its code is one of ours, it carries the correlation id by which the log knows it,
 * and of a fault of our own it says nothing else.
 * @param signedIn whether someone asks who may be told names of the schema that they nearly wrote.
 */
export function masked(error: GraphQLFormattedError, correlationId: string, signedIn: boolean): GraphQLFormattedError {
  const { code, field, retryAfter: wait } = error.extensions ?? {}
  const name = typeof code === 'string' ? code : ''
  const place = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) }
  if (ours.has(name) && name !== 'INTERNAL') {
    return {
      message: short(error.message),
      ...place,
      extensions: {
        code: name,
        ...(typeof field === 'string' && { field }),
        ...(typeof wait === 'number' && { retryAfter: wait }),
        correlationId,
      },
    }
  }
  if (clientFaults.has(name)) {
    const message = signedIn ? error.message : error.message.replace(/ Did you mean .*\?$/s, '')
    return { message: short(message), ...place, extensions: { code: 'BAD_INPUT', correlationId } }
  }
  return {
    message: `Something broke on our side. Nothing of yours is lost; tell your administrator this number: ${correlationId}.`,
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL', correlationId },
  }
}

/** Nothing that was sent comes back at length. */
const short = (message: string): string => (message.length > longest ? `${message.slice(0, longest)}…` : message)
const longest = 2_000

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_INPUT: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
}

/**
 * The status of an answer to an operation that was stopped before it ran. The server would take it for a fault of its
 * own; what the client can mend is not one.
 */
export const statusOf = (errors: readonly GraphQLFormattedError[]): number =>
  statuses[String(errors[0]?.extensions?.['code'])] ?? 500

/** Seconds after which to try again, where an error says so. */
export function retryAfter(errors: readonly GraphQLFormattedError[]): number | null {
  const waits = errors.map(({ extensions }) => extensions?.['retryAfter']).filter((wait) => typeof wait === 'number')
  return waits.length > 0 ? Math.max(...waits) : null
}
