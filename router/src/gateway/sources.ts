import type { Fetch, Fetched } from '@aems/kit/execute.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import type { GraphQLFormattedError } from 'graphql'
import type { RouterContext } from '../context.ts'

/** The way to one subgraph, in this process or over the network. */
export interface Source {
  fetch(fetch: Fetch, context: RouterContext): Promise<Fetched>
  /** Runs a subscription: an answer for each event, until it ends or `context.signal` aborts. */
  subscribe(fetch: Fetch, context: RouterContext): AsyncIterable<Fetched>
  close(): Promise<void>
}

export type Sources = Readonly<Record<Domain, Source>>

/** A subgraph did not answer: its own fields are absent, the others are unharmed. */
export const unavailable = (name: string): GraphQLFormattedError => ({
  message: `The ${name} part of the graph does not answer. Everything else in this answer is complete; try again in a moment.`,
  extensions: { code: 'UNAVAILABLE' },
})
