import type { IncomingMessage, ServerResponse } from 'node:http'

/** Headers that a page of an allowed origin may send, and read of the answer. */
const sent = 'content-type, authorization, x-correlation-id'
const told = 'x-correlation-id, x-aems-cost, retry-after'

/** What becomes of a request by where the page stands that sent it. */
export type OriginVerdict = 'answer' | 'answered' | 'refuse'

/**
 * Holds requests of browsers to the origins that are allowed. Pages of allowed origins may ask with a token; cookies stay
 * with the router's own origin and the web application's, and a page elsewhere that sends them is refused.
 * @param allowed such as https://tools.example.com.
 */
export function originGate(allowed: readonly string[]): (request: IncomingMessage, response: ServerResponse) => OriginVerdict {
  const known = new Set(allowed)
  return ({ headers, method }, response) => {
    response.setHeader('vary', 'origin')
    const { origin } = headers
    if (!origin || isOwn(origin, headers.host)) return 'answer'
    if (known.has(origin)) {
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-expose-headers', told)
      if (method !== 'OPTIONS') return headers.cookie ? 'refuse' : 'answer'
      response.setHeader('access-control-allow-methods', 'POST')
      response.setHeader('access-control-allow-headers', sent)
      response.setHeader('access-control-max-age', '600')
      response.writeHead(204).end()
      return 'answered'
    }
    return method === 'OPTIONS' || headers.cookie ? 'refuse' : 'answer'
  }
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
