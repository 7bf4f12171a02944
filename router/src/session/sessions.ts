import { GraphError } from '@aems/kit/errors.ts'
import type { SessionChange } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type RouterContext, routerContext } from '../context.ts'
import type { Source } from '../gateway/sources.ts'
import { keyLimits } from './key-limits.ts'

type Begun = NonNullable<SessionChange['begin']>

/** Whom a token stands for, and how to renew a session that has run out. */
export interface Sessions {
  /**
   * Whom an access token, or a partner tool's key, stands for. Null: it is not ours, has run out, or its session has ended;
   * or the key may not come from that address.
   */
  viewer(accessToken: string, address: string): Promise<Viewer | null>
  /** Counts a request. @throws GraphError RATE_LIMITED where it came with a key that has none left. */
  count(accessToken: string, address: string): Promise<void>
  /** Null: the refresh token is not ours, was used before, or its session has ended. */
  refresh(refreshToken: string): Promise<Begun | null>
  /** Public keys of access tokens, as a JSON Web Key Set. */
  signingKeys(): Promise<unknown>
}

/** An ended session is refused everywhere within this time. */
const viewerKeptMs = 1_000
/** Requests that a browser sent at once come with the same refresh token: all get what the first one got. */
const refreshKeptMs = 10_000

/** Sessions, as the auth subgraph knows them. */
export function sessionsOf(auth: Source): Sessions {
  const holders = expiring<KeyHolder | null>(viewerKeptMs)
  const limits = keyLimits()
  const viewers = expiring<Viewer | null>(viewerKeptMs)
  const refreshed = expiring<Begun | null>(refreshKeptMs)
  const ask = async (query: string, variables: Readonly<Record<string, unknown>>, field: string): Promise<unknown> => {
    const { data, errors } = await auth.fetch({ query, variables }, anonymous()).catch(() => {
      throw new GraphError('UNAVAILABLE', 'Who asks can not be looked up just now. Nothing was done; try again in a moment.')
    })
    if (errors?.length) throw new Error(`The auth subgraph answered: ${errors[0]?.message}`)
    return data?.[field] ?? null
  }
  const holder = (key: string, address: string): Promise<KeyHolder | null> =>
    holders(`${key} ${address}`, async () =>
      toHolder(
        await ask(
          'query ($key: String!, $address: String!) { apiKeyHolder(key: $key, address: $address) }',
          { key, address },
          'apiKeyHolder',
        ),
      ),
    )
  return {
    count: async (accessToken, address) => {
      const held = isKey(accessToken) ? await holder(accessToken, address) : null
      if (held) limits.take(held.viewer.user.id, held.requestsPerMinute)
    },
    viewer: async (accessToken, address) => {
      if (isKey(accessToken)) return (await holder(accessToken, address))?.viewer ?? null
      return viewers(accessToken, async () =>
        toViewer(await ask('query ($accessToken: String!) { viewer(accessToken: $accessToken) }', { accessToken }, 'viewer')),
      )
    },
    refresh: (refreshToken) =>
      refreshed(refreshToken, async () =>
        toBegun(
          await ask(
            'mutation ($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) }',
            { refreshToken },
            'refreshSession',
          ),
        ),
      ),
    signingKeys: () => ask('{ signingKeys }', {}, 'signingKeys'),
  }
}

/** Whether a bearer token is a partner tool's key. */
export const isKey = (token: string): boolean => token.startsWith('aems_')

/** Whom a key stands for, and how often it may ask. */
interface KeyHolder {
  readonly viewer: Viewer
  readonly requestsPerMinute: number
}

function toHolder(json: unknown): KeyHolder | null {
  if (json === null) return null
  const { viewer, requestsPerMinute } = json as { viewer: unknown; requestsPerMinute: number }
  const holder = toViewer(viewer)
  return holder && { viewer: holder, requestsPerMinute }
}

const anonymous = (): RouterContext =>
  routerContext({
    viewer: null,
    graph: () => ({ execute: () => Promise.reject(new Error('Sessions are looked up outside of any operation.')) }),
  })

function toViewer(json: unknown): Viewer | null {
  if (json === null) return null
  const { scopes, ...viewer } = json as Omit<Viewer, 'scopes'> & { scopes: readonly string[] }
  return { ...viewer, scopes: new Set(scopes) }
}

function toBegun(json: unknown): Begun | null {
  if (json === null) return null
  const begun = json as Omit<Begun, 'accessExpiresAt' | 'refreshExpiresAt'> & {
    accessExpiresAt: string
    refreshExpiresAt: string
  }
  return { ...begun, accessExpiresAt: new Date(begun.accessExpiresAt), refreshExpiresAt: new Date(begun.refreshExpiresAt) }
}

/** Remembers what was looked up for a while; callers that come meanwhile share one look-up. */
function expiring<Value>(keptMs: number): (key: string, look: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, { value: Promise<Value>; until: number }>()
  return (key, look) => {
    const now = Date.now()
    const found = kept.get(key)
    if (found && found.until > now) return found.value
    if (kept.size > 10_000) for (const [old, { until }] of kept) if (until <= now) kept.delete(old)
    const value = look()
    kept.set(key, { value, until: now + keptMs })
    value.catch(() => kept.delete(key))
    return value
  }
}
