import { env } from '../../env.ts'

/** Headers that the router may see of the browser's request; everything else stays here. */
const forwarded = [
  'content-type',
  'accept',
  'accept-language',
  'cookie',
  'user-agent',
  'apollo-require-preflight',
  'x-aems-session',
  'x-correlation-id',
  'x-forwarded-for',
]

/** Headers of the router's answer that are the browser's business. */
const returned = ['content-type', 'cache-control', 'retry-after', 'x-correlation-id', 'vary']

/** The graph on the web's own origin: streams both ways and hands cookies through, so that the session never leaves this origin. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request))
    return refuse(403, 'FORBIDDEN', 'This address answers its own pages only. Use the graph itself with a token.')
  try {
    const answer = await fetch(env.graphUrl, handedOn(request))
    const reply = new Headers(pick(answer.headers, returned))
    for (const cookie of answer.headers.getSetCookie()) reply.append('set-cookie', cookie)
    return new Response(answer.body, { status: answer.status, headers: reply })
  } catch {
    if (request.signal.aborted) return new Response(null, { status: 499 })
    return refuse(503, 'UNAVAILABLE', 'The graph did not answer. Nothing is lost; try again in a moment.')
  }
}

/** The request to the router: its body streams, so the router's own limit on size holds. */
function handedOn(request: Request): RequestInit & { readonly duplex: 'half' } {
  return {
    method: 'POST',
    headers: pick(request.headers, forwarded),
    body: request.body,
    duplex: 'half',
    cache: 'no-store',
    redirect: 'manual',
    signal: request.signal,
  }
}

/** Browsers say where a request comes from; what says nothing is no browser of ours and carries no cookies of anyone. */
function sameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin === null || new URL(origin).host === request.headers.get('host')
}

function pick(headers: Headers, names: readonly string[]): [string, string][] {
  return names.flatMap((name) => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value]]
  })
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status })
}
