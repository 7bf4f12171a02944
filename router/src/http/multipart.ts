import type { ServerResponse } from 'node:http'
import { drained } from '@aems/kit/event-lines.ts'
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql'

/** A client hears at least this often that the stream is alive. */
const heartbeatMs = 5_000
const part = (json: unknown): string =>
  `\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(json)}\r\n--graphql`

/** Whether a client wants the events of a subscription: the protocol of Apollo's clients and router. */
export const acceptsEvents = (accept: string | undefined): boolean =>
  accept !== undefined && /multipart\/mixed/i.test(accept) && /subscriptionSpec="?1\.0/i.test(accept)

/**
 * Sends the events of a subscription as parts of one response, no faster than they are read, with heartbeats between them.
 * @param ended says why the stream was ended before its events were; null: it was not.
 */
export async function sendEvents(
  response: ServerResponse,
  events: AsyncIterable<FormattedExecutionResult>,
  ended: () => GraphQLFormattedError | null,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    // Proxies that hold a response back until it is whole would hold back the stream.
    'x-accel-buffering': 'no',
  })
  response.write('\r\n--graphql')
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(part({}))
  }, heartbeatMs)
  try {
    for await (const payload of events) {
      if (response.destroyed) return
      if (!response.write(part({ payload }))) await drained(response)
    }
    const fault = ended()
    if (fault) response.write(part({ payload: null, errors: [fault] }))
    response.end('--\r\n')
  } finally {
    clearInterval(heartbeat)
  }
}
