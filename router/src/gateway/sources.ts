import type { Domain } from '@aems/schema/sdl.ts'
import type { GraphQLFormattedError } from 'graphql'
import type { RouterContext } from '../context.ts'

/** One fetch of a query plan. */
export interface Fetch {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
}

export interface Fetched {
  readonly data?: Record<string, unknown> | null | undefined
  readonly errors?: readonly GraphQLFormattedError[] | undefined
}

/** The way to one subgraph, in this process or over the network. */
export interface Source {
  fetch(fetch: Fetch, context: RouterContext): Promise<Fetched>
  close(): Promise<void>
}

export type Sources = Readonly<Record<Domain, Source>>

/** A subgraph did not answer: its own fields are absent, the others are unharmed. */
export const unavailable = (name: string): GraphQLFormattedError => ({
  message: `The ${name} part of the graph does not answer. Everything else in this answer is complete; try again in a moment.`,
  extensions: { code: 'UNAVAILABLE' },
})
