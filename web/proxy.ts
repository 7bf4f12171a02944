import { type NextRequest, NextResponse } from 'next/server'
import { env } from './env.ts'
import { accessCookie, applySetCookies, refreshCookie, withoutCookie } from './graph/cookies.ts'
import { sessionHeaders } from './graph/headers.ts'

/** Pages that need nobody to be signed in. */
const open = ['/login', '/forgot', '/reset', '/register', '/verify']

/** Pages that serve whoever comes, and know them where they are signed in. */
const forAll = ['/invitation']

/** Before every page: its content security policy, and a session that will hold while it is rendered. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)

  const isOpen = open.includes(request.nextUrl.pathname)
  const session = isOpen ? null : await currentSession(request)
  if (session && !session.signedIn && !forAll.includes(request.nextUrl.pathname))
    return withHeaders(NextResponse.redirect(loginAddress(request)), policy, session.setCookies)
  if (session) headers.set('cookie', session.cookie)
  return withHeaders(NextResponse.next({ request: { headers } }), policy, session?.setCookies ?? [])
}

export const config = {
  matcher: [
    {
      source: '/((?!graphql$|auth/oidc/|_next/static|_next/image|favicon.ico|icon.svg).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}

interface Session {
  readonly signedIn: boolean
  /** Cookie header with which to render. */
  readonly cookie: string
  readonly setCookies: readonly string[]
}

/** The session as the page will need it: renewed where less than half a minute of it is left. */
async function currentSession(request: NextRequest): Promise<Session> {
  const cookie = request.headers.get('cookie') ?? ''
  if (secondsLeft(request.cookies.get(accessCookie)?.value) > 30) return { signedIn: true, cookie, setCookies: [] }
  if (!request.cookies.has(refreshCookie)) return { signedIn: false, cookie, setCookies: [] }
  return renewed(cookie)
}

/** Has the router renew the session: it does so for any operation that comes with a refresh cookie alone. */
async function renewed(cookie: string): Promise<Session> {
  try {
    const answer = await fetch(env.graphUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sessionHeaders, cookie: withoutCookie(cookie, accessCookie) },
      body: JSON.stringify({ query: 'query Renew { me { user { id } } }' }),
      signal: AbortSignal.timeout(5000),
    })
    const setCookies = answer.headers.getSetCookie()
    const after = applySetCookies(withoutCookie(cookie, accessCookie), setCookies)
    return { signedIn: after.includes(`${accessCookie}=`), cookie: after, setCookies }
  } catch {
    // The router is away: the page says so better than a sign-in form would.
    return { signedIn: true, cookie, setCookies: [] }
  }
}

/** Seconds until an access token ends, unverified: only to know whether to renew it. The router verifies. */
function secondsLeft(token: string | undefined): number {
  try {
    const payload = token?.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number'
      ? claims.exp - Date.now() / 1000
      : 0
  } catch {
    return 0
  }
}

function loginAddress(request: NextRequest): URL {
  const address = new URL('/login', request.url)
  const { pathname, search } = request.nextUrl
  if (pathname !== '/') address.searchParams.set('next', pathname + search)
  return address
}

function withHeaders(response: NextResponse, policy: string, setCookies: readonly string[]): NextResponse {
  response.headers.set('content-security-policy', policy)
  for (const cookie of setCookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Scripts and styles need this request's nonce. Style attributes are allowed: floating menus are placed by them. */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
