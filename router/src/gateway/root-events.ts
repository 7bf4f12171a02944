import type { Fetched } from '@aems/kit/execute.ts'

/**
 * The answers of a subscription's root field, drawn one by one. The gateway runs the whole operation anew for each of
 * them: its fetch of the root field draws the next answer, and what other subgraphs add is fetched for that one.
 */
export interface RootEvents {
  /** Settles as soon as a subgraph was asked for events: the operation was allowed and planned. */
  readonly opened: Promise<void>
  readonly isOpen: boolean
  /** Answers drawn so far. */
  readonly drawn: number
  /** Whether there are no more. */
  readonly ended: boolean
  /** The next answer, of the source that the first call opens; null where there is none. */
  next(open: () => AsyncIterable<Fetched>): Promise<Fetched | null>
  /** Tells the source that nobody draws any more. */
  close(): void
}

export function rootEvents(): RootEvents {
  const { promise: opened, resolve: tellOpen } = Promise.withResolvers<void>()
  let events: AsyncIterator<Fetched> | undefined
  let drawn = 0
  let ended = false
  return {
    opened,
    get isOpen() {
      return events !== undefined
    },
    get drawn() {
      return drawn
    },
    get ended() {
      return ended
    },
    async next(open) {
      if (!events) {
        events = open()[Symbol.asyncIterator]()
        tellOpen()
      }
      drawn += 1
      const next = ended ? undefined : await events.next()
      if (next && !next.done) return next.value
      ended = true
      return null
    },
    close() {
      ended = true
      events?.return?.()?.catch(() => {})
    },
  }
}
