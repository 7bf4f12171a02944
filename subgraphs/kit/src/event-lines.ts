import type { ServerResponse } from 'node:http'
import { StringDecoder } from 'node:string_decoder'

/**
 * How a subscription comes from a subgraph's process to the router: an answer a line, as JSON. An empty line says that
 * the subgraph is there and has nothing to say, so that silence means that it is not.
 */
export const eventLines = 'application/x-ndjson'

/** Shorter than any reader waits for the next line. */
const aliveMs = 3_000
/** A line as long as the longest answer that is read otherwise. */
const longestLine = 64 * 1024 * 1024

/** Writes answers as they come, no faster than they are read, until they end or the connection closes. */
export async function writeEventLines(response: ServerResponse, answers: AsyncIterable<unknown>): Promise<void> {
  response.writeHead(200, { 'content-type': eventLines })
  response.write('\n')
  const alive = setInterval(() => {
    if (!response.writableNeedDrain) response.write('\n')
  }, aliveMs)
  try {
    for await (const answer of answers) {
      if (response.destroyed) return
      if (!response.write(`${JSON.stringify(answer)}\n`)) await drained(response)
    }
    response.end()
  } finally {
    clearInterval(alive)
  }
}

/** When more may be written, or nobody reads any more. */
export function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
    if (response.destroyed) done()
  })
}

/** Reads answers as they come. @throws Error where a line is not JSON or has no end. */
export async function* readEventLines(body: AsyncIterable<Buffer>): AsyncGenerator<unknown, void> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of body) {
    const lines = `${rest}${decoder.write(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw new Error('A line of a subscription has no end.')
    for (const line of lines) if (line !== '') yield JSON.parse(line)
  }
}
