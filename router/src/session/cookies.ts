import type { SessionChange } from '@aems/kit/subgraph.ts'

/** `__Host-` binds a cookie to this origin, to path / and to TLS (browsers take localhost for safe). */
export const accessCookie = '__Host-aems_access'
export const refreshCookie = '__Host-aems_refresh'

/** Holds a browser's state while it is at an identity provider. */
export const providerCookie = '__Host-aems_provider'
const providerMs = 10 * 60_000

/** The Set-Cookie header that keeps such a state; null: there is none any more. */
export const setProviderCookie = (state: string | null): string =>
  cookie(providerCookie, state ?? '', new Date(state === null ? 0 : Date.now() + providerMs))

/** Reads a Cookie header. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.flatMap(([name, ...value]) => (name ? [[name, value.join('=')]] : [])))
}

/** The Set-Cookie headers that carry out what a subgraph wants done to the client's session. */
export function setCookies({ begin, end }: SessionChange): string[] {
  if (begin) {
    return [
      cookie(accessCookie, begin.accessToken, begin.accessExpiresAt),
      cookie(refreshCookie, begin.refreshToken, begin.refreshExpiresAt),
    ]
  }
  return end ? [accessCookie, refreshCookie].map((name) => cookie(name, '', new Date(0))) : []
}

function cookie(name: string, value: string, expires: Date): string {
  const maxAge = Math.max(0, Math.floor((expires.getTime() - Date.now()) / 1000))
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; Secure; SameSite=Lax`
}
