import { env } from '../../../../env.ts'

/** Headers that the router may see of the browser's request. */
const forwarded = ['cookie', 'user-agent', 'x-forwarded-for']

/** Signing in by identity providers, on the web's own origin: the router says where the browser goes and what it keeps. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = forwarded.flatMap((name): [string, string][] => {
    const value = request.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const answer = await fetch(new URL(pathname + search, env.graphUrl), {
    headers,
    cache: 'no-store',
    redirect: 'manual',
    signal: request.signal,
  }).catch(() => null)
  const location = answer?.headers.get('location')
  if (!answer || !location) return redirect('/login#problem=unavailable')
  const reply = redirect(location)
  for (const cookie of answer.headers.getSetCookie()) reply.headers.append('set-cookie', cookie)
  return reply
}

const redirect = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
