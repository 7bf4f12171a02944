import { GraphError } from '@aems/kit/errors.ts'

/** Streams that one person may have open at once, and all together. */
const mostOfOne = 20
const mostOfAll = 2_000

/** The subscriptions that are open. */
export interface Streams {
  /**
   * Opens one; the signal aborts when it must end, with a GraphError as the reason where its client should hear why.
   * @throws GraphError RATE_LIMITED where too many are open.
   */
  open(person: string): AbortController
  /** Counts it no more. */
  close(stream: AbortController): void
  /** Ends all: the server stops. */
  end(): void
}

export function openStreams(): Streams {
  const open = new Map<AbortController, string>()
  return {
    open(person) {
      const own = [...open.values()].filter((each) => each === person).length
      if (own >= mostOfOne || open.size >= mostOfAll)
        throw new GraphError(
          'RATE_LIMITED',
          `${own >= mostOfOne ? `You have ${own}` : 'There are too many'} streams open: close one, or try again in a moment.`,
        )
      const stream = new AbortController()
      open.set(stream, person)
      return stream
    },
    close: (stream) => void open.delete(stream),
    end() {
      for (const stream of open.keys())
        stream.abort(new GraphError('UNAVAILABLE', 'The server stops. Nothing is lost; ask again in a moment.'))
    },
  }
}
