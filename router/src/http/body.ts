import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { nestsDeeper } from './nesting.ts'
import { persistedFault } from './persisted.ts'
import { pushesRows } from './pushed-rows.ts'

/** Largest body of a request, in bytes. */
const largestBody = 256 * 1024
/** Largest body of a request that pushes rows, in bytes: 10,000 rows of 400 bytes. Less than a subgraph's process takes. */
const largestPush = 4 * 1024 * 1024
/** A larger one is not even read to its end. */
const largestRead = 4 * largestPush

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

/** Lists and objects within each other, at most: far more than any input of the graph has. */
const deepestBody = 40

const shape = 'Send {"query": "…", "variables": {…}}.'

/**
 * Reads the operation that a request carries.
 * @param maySendRows tells whether the caller may push rows; asked before any more is read than others may send.
 * @throws BodyError where the body is too large, not JSON, or not one operation.
 */
export async function readOperation(request: IncomingMessage, maySendRows: () => Promise<boolean>): Promise<GraphqlRequest> {
  const { body, size } = await readJson(request, maySendRows)
  if (Array.isArray(body)) throw new BodyError(400, 'Send one operation at a time, not a list of them.')
  const read = requestSchema.safeParse(body)
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'} ${message}`)
    throw new BodyError(400, `That is not an operation: ${faults.join('; ')}. ${shape}`)
  }
  // A persisted operation comes as its hash alone.
  if (!read.data.query && !read.data.extensions)
    throw new BodyError(400, `There is no operation in it: query is missing. ${shape}`)
  const fault = persistedFault(read.data.query, read.data.extensions)
  if (fault) throw new BodyError(400, fault)
  if (size > largestBody && !(weight(read.data) <= largestBody && pushesRows(read.data.query))) {
    throw new BodyError(413, `A request may have ${kib(largestBody)} at most. ${rowsInVariables}`)
  }
  return read.data
}

const kib = (bytes: number): string => `${bytes / 1024} KiB`

const rowsInVariables = `Only one that asks for importRows and nothing else may have ${kib(largestPush)}, its rows among the variables.`

/** Bytes of a request beside its variables. */
const weight = ({ query = '', operationName, extensions }: GraphqlRequest): number =>
  Buffer.byteLength(JSON.stringify([query, operationName, extensions]))

/** Reads what a caller may send at most: as much as rows may be, where they may push rows. */
async function readJson(
  request: IncomingMessage,
  maySendRows: () => Promise<boolean>,
): Promise<{ readonly body: unknown; readonly size: number }> {
  const chunks: Buffer[] = []
  let size = 0
  let largest = largestBody
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest && largest < largestPush && (await maySendRows())) largest = largestPush
    if (size <= largest) chunks.push(chunk)
    // What is too large is read to its end, so that the client hears why it is refused; but not without end.
    else if (size > largestRead) break
  }
  if (size > largest) {
    const remedy = largest === largestPush ? ' Push the rows in several, those first that others refer to.' : ''
    throw new BodyError(413, `A request may have ${kib(largest)} at most.${remedy}`)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (nestsDeeper(text, deepestBody))
    throw new BodyError(400, `The body nests more than ${deepestBody} deep. Give variables the shape that the graph describes.`)
  try {
    return { body: JSON.parse(text), size }
  } catch {
    throw new BodyError(400, `The body is not JSON. ${shape}`)
  }
}
