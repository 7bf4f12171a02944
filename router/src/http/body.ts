import type { IncomingMessage } from 'node:http'

/** Largest body of a request, in bytes. */
const largestBody = 256 * 1024

/** A request's body can't be used. */
export class BodyError extends Error {
  override name = 'BodyError'
  readonly status: 400 | 413

  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Reads a request's JSON body.
 * @throws BodyError where it is too large or not JSON.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new BodyError(413, `A request may have ${largestBody / 1024} KiB at most.`)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BodyError(400, 'The body is not JSON. Send {"query": "…", "variables": {…}}.')
  }
}
