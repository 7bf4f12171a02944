import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphError } from '@aems/kit/errors.ts'
import type { Router } from '../server.ts'
import { providerCookie, readCookies, setCookies, setProviderCookie } from '../session/cookies.ts'
import type { AddressOf } from './address.ts'
import { callerOf } from './session.ts'

const paths = /^\/auth\/oidc\/([a-z0-9-]{1,40})$/
const longestQuery = 8_000

interface ProviderOptions {
  readonly router: Router
  readonly addressOf: AddressOf
}

/**
 * Sends a browser to an identity provider (/auth/oidc/NAME), or receives it back (/auth/oidc/callback). The state is in a
 * cookie meanwhile, so that nobody signs another's browser in.
 * @returns false: that is no such address.
 */
export async function answerProvider(
  options: ProviderOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://router')
  const name = paths.exec(pathname)?.[1]
  if (name === undefined || request.method !== 'GET' || search.length > longestQuery) return false
  try {
    const { to, cookies } = await sendOn(options, name, searchParams, request)
    response.writeHead(303, { location: to, 'cache-control': 'no-store', 'set-cookie': cookies })
  } catch (error) {
    // Too many requests from there, or nobody can be looked up: a browser is shown a page, not JSON.
    if (!(error instanceof GraphError)) throw error
    response.writeHead(303, { location: '/login#problem=unavailable', 'cache-control': 'no-store' })
  }
  response.end()
  return true
}

async function sendOn(
  { router, addressOf }: ProviderOptions,
  name: string,
  query: URLSearchParams,
  request: IncomingMessage,
): Promise<{ to: string; cookies: string[] }> {
  const address = addressOf(request)
  await router.rates.knock(address)
  const { viewer, change } = await callerOf(request, router, address)
  const client = { address, userAgent: request.headers['user-agent'] ?? '', keepsCookies: true }
  const context = router.context({ viewer, client })
  if (name !== 'callback') {
    const { to, state } = await router.providers.begin(name, query.get('link'), context)
    return { to, cookies: [...setCookies(change), setProviderCookie(state)] }
  }
  const state = query.get('state') ?? ''
  const isKept = readCookies(request.headers.cookie).get(providerCookie) === state
  const { to } = isKept ? await router.providers.finish(state, query.toString(), context) : { to: '/login#problem=expired' }
  const { begin, end } = context.session
  return { to, cookies: [...setCookies(begin || end ? context.session : change), setProviderCookie(null)] }
}
