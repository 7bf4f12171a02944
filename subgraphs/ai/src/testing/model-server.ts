import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { listen } from '@aems/kit/http-server.ts'
import { z } from 'zod'

const requestSchema = z.looseObject({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
})

export type ModelRequest = z.infer<typeof requestSchema>

/** What the model says to a request. */
export interface Reply {
  readonly calls?: readonly { readonly name: string; readonly arguments: unknown }[]
  readonly text?: string
  /** What it thought before. */
  readonly reasoning?: string
  /** Answers with an error of this status instead. */
  readonly status?: number
  /** Says nothing more after its first piece. */
  readonly stalls?: boolean
  /** Closes the connection after its first piece. */
  readonly cuts?: boolean
  readonly tokens?: number
}

/** A server that speaks the chat completions protocol as a model's endpoint does, and says what a test has it say. */
export interface ModelServer {
  readonly url: string
  /** All it was sent since the last script. */
  readonly requests: ModelRequest[]
  /** What it says from now on, request by request; the last is repeated. */
  script(...replies: readonly (Reply | ((request: ModelRequest) => Reply))[]): void
  close(): Promise<void>
}

export async function modelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = []
  let replies: readonly (Reply | ((request: ModelRequest) => Reply))[] = []
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (incoming.url?.endsWith('/models')) {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'house-model', object: 'model' }] }))
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
    const request = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    requests.push(request)
    const next = replies[Math.min(requests.length, replies.length) - 1] ?? { status: 500 }
    await send(response, typeof next === 'function' ? next(request) : next, requests.length)
  }
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy())
  })
  const port = await listen(server, 0, '127.0.0.1')
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    script: (...next) => {
      replies = next
      requests.length = 0
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function send(response: ServerResponse, reply: Reply, count: number): Promise<void> {
  if (reply.status) {
    response.writeHead(reply.status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    response.end(JSON.stringify({ error: { message: reply.status === 404 ? 'The model does not exist' : 'No.' } }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const piece = (delta: unknown, finish: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    )
  piece({ role: 'assistant', content: '' })
  if (reply.stalls) return
  if (reply.cuts) {
    await delay(20)
    response.destroy()
    return
  }
  if (reply.reasoning) piece({ reasoning_content: reply.reasoning })
  for (const text of reply.text?.match(/.{1,7}/gs) ?? []) piece({ content: text })
  for (const [index, { name, arguments: asked }] of (reply.calls ?? []).entries()) {
    const written = typeof asked === 'string' ? asked : JSON.stringify(asked)
    piece({ tool_calls: [{ index, id: `call_${count}_${index}`, type: 'function', function: { name, arguments: '' } }] })
    // As models send them: in pieces that are no JSON by themselves.
    for (const part of written.match(/.{1,11}/gs) ?? []) piece({ tool_calls: [{ index, function: { arguments: part } }] })
  }
  piece({}, reply.calls ? 'tool_calls' : 'stop')
  response.write(`data: ${JSON.stringify({ id: 'c', choices: [], usage: { total_tokens: reply.tokens ?? 100 } })}\n\n`)
  response.end('data: [DONE]\n\n')
}
