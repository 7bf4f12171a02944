import type { IncomingMessage } from 'node:http'
import { z } from 'zod'

/** Largest body of a request, in bytes. */
const largestBody = 256 * 1024
/** A larger one is not even read to its end. */
const largestRead = 64 * largestBody

/** A request's body can't be used. */
export class BodyError extends Error {
  override name = 'BodyError'
  readonly status: 400 | 413

  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
  }
}

const requestSchema = z.object({
  query: z.string('is missing, or not a text').optional(),
  variables: z.record(z.string(), z.unknown(), 'must be an object').nullish(),
  operationName: z.string('must be a text').nullish(),
  extensions: z.record(z.string(), z.unknown(), 'must be an object').nullish(),
})

/** One operation, as GraphQL over HTTP sends it. */
export type GraphqlRequest = z.infer<typeof requestSchema>

const shape = 'Send {"query": "…", "variables": {…}}.'

/**
 * Reads the operation that a request carries.
 * @throws BodyError where the body is too large, not JSON, or not one operation.
 */
export async function readOperation(request: IncomingMessage): Promise<GraphqlRequest> {
  const body = await readJson(request)
  if (Array.isArray(body)) throw new BodyError(400, 'Send one operation at a time, not a list of them.')
  const read = requestSchema.safeParse(body)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'} ${message}`)
    throw new BodyError(400, `That is not an operation: ${faults.join('; ')}. ${shape}`)
  }
  // A persisted operation comes as its hash alone.
  if (!read.data.query && !read.data.extensions)
    throw new BodyError(400, `There is no operation in it: query is missing. ${shape}`)
  return read.data
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= largestBody) chunks.push(chunk)
    // What is too large is read to its end, so that the client hears why it is refused; but not without end.
    else if (size > largestRead) break
  }
  if (size > largestBody) throw new BodyError(413, `A request may have ${largestBody / 1024} KiB at most.`)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BodyError(400, `The body is not JSON. ${shape}`)
  }
}
