/** The router sets both; `__Host-` binds them to this origin, path / and TLS. */
export const accessCookie = '__Host-aems_access'
export const refreshCookie = '__Host-aems_refresh'

export interface SetCookie {
  readonly name: string
  readonly value: string
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly path: string
  readonly sameSite?: 'lax' | 'strict' | 'none'
  /** Seconds; 0 deletes it. */
  readonly maxAge?: number
  readonly expires?: Date
}

/** Reads one Set-Cookie header; null where it names no cookie. */
export function parseSetCookie(header: string): SetCookie | null {
  const [pair = '', ...rest] = header.split(';')
  const equals = pair.indexOf('=')
  if (equals < 1) return null
  const attributes = new Map(
    rest.map((part) => {
      const [name = '', ...value] = part.trim().split('=')
      return [name.toLowerCase(), value.join('=')] as const
    }),
  )
  const sameSite = attributes.get('samesite')?.toLowerCase()
  const maxAge = attributes.get('max-age')
  const expires = attributes.get('expires')
  return {
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    httpOnly: attributes.has('httponly'),
    secure: attributes.has('secure'),
    path: attributes.get('path') || '/',
    ...(sameSite === 'lax' || sameSite === 'strict' || sameSite === 'none' ? { sameSite } : {}),
    ...(maxAge ? { maxAge: Number(maxAge) } : {}),
    ...(expires ? { expires: new Date(expires) } : {}),
  }
}

/** A Cookie header after these Set-Cookie headers have had their say. */
export function applySetCookies(cookie: string, setCookies: readonly string[]): string {
  const jar = new Map(
    cookie
      .split(';')
      .map((pair) => pair.trim())
      .filter(Boolean)
      .map((pair) => {
        const [name = '', ...value] = pair.split('=')
        return [name, value.join('=')] as const
      }),
  )
  for (const set of setCookies.map(parseSetCookie)) {
    if (!set) continue
    const ended = set.maxAge !== undefined ? set.maxAge <= 0 : set.expires !== undefined && set.expires.getTime() <= Date.now()
    if (ended) jar.delete(set.name)
    else jar.set(set.name, set.value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** The same header without one cookie. */
export function withoutCookie(cookie: string, name: string): string {
  return cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair && !pair.startsWith(`${name}=`))
    .join('; ')
}
