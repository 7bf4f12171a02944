import { GraphQLError } from 'graphql'

/** Codes that clients of the graph meet in `errors[].extensions.code`. Expected refusals are data, not errors. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'RATE_LIMITED' | 'UNAVAILABLE' | 'INTERNAL'

/** An error whose message is meant for the reader: it says what is wrong and what to do. All others are masked. */
export class GraphError extends GraphQLError {
  override name = 'GraphError'

  constructor(code: ErrorCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } })
  }
}

/** What the asker sent can't be used; `message` says where and what would do. */
export const badInput = (message: string): GraphError => new GraphError('BAD_INPUT', message)

/** Nobody is signed in. */
export const unauthenticated = (): GraphError => new GraphError('UNAUTHENTICATED', 'Sign in first.')

/** The viewer lacks a right. */
export const forbidden = (message: string): GraphError => new GraphError('FORBIDDEN', message)
