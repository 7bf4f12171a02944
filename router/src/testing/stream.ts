/** A part of a subscription's stream: an event, a heartbeat (empty), or why it ended. */
export interface StreamPart {
  readonly payload?: { readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: readonly StreamFault[] } | null
  readonly errors?: readonly StreamFault[]
}

interface StreamFault {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface StreamOptions {
  readonly url: string
  readonly token: string | null
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly signal?: AbortSignal
}

/** Sends an operation as a client does that wants the events of a subscription. */
export function sendStream({ url, token, query, variables, signal }: StreamOptions): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  })
}

/** The parts of a stream as they come. @throws Error where it is cut off before its last boundary. */
export async function* partsOf(response: Response): AsyncGenerator<StreamPart, void> {
  if (!response.headers.get('content-type')?.startsWith('multipart/mixed')) throw new Error(`No stream: ${await response.text()}`)
  let rest = ''
  for await (const text of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const pieces = `${rest}${text}`.split('\r\n--graphql')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) {
      const json = piece.split('\r\n\r\n')[1]
      if (json) yield JSON.parse(json)
    }
    if (rest.startsWith('--')) return
  }
  throw new Error('The stream was cut off.')
}
