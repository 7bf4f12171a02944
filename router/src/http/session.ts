import type { IncomingMessage } from 'node:http'
import type { SessionChange } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { wire } from '@aems/kit/wire.ts'
import type { Router } from '../server.ts'
import { accessCookie, readCookies, refreshCookie } from '../session/cookies.ts'
import { isKey } from '../session/sessions.ts'

/** Who sent a request, and what must become of the cookies that they sent. */
export interface Caller {
  readonly viewer: Viewer | null
  readonly change: SessionChange
  /** Whether a token came with the request that no longer holds. */
  readonly stale: boolean
  /** The access token that says who they are; null where the router's own word, or nothing, does. */
  readonly token: string | null
  /** Whether it is a partner tool's key that came. */
  readonly isKey?: boolean
}

const unchanged: SessionChange = { begin: null, end: false }

/**
 * Finds out who sent a request: a subgraph's process by the router's own word, anyone else by bearer token, or by
 * cookies, renewing a session whose access token has run out.
 * @param address where it comes from: a key may be held to it.
 */
export async function callerOf(request: IncomingMessage, { sessions, readViewer }: Router, address: string): Promise<Caller> {
  const word = request.headers[wire.viewer]
  if (typeof word === 'string') {
    const read = await readViewer(word)
    return { viewer: read?.viewer ?? null, change: unchanged, stale: read === undefined, token: null }
  }
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) {
    const viewer = await sessions.viewer(bearer, address)
    if (viewer) await sessions.count(bearer, address)
    return { viewer, change: unchanged, stale: viewer === null, token: bearer, isKey: isKey(bearer) }
  }
  const cookies = readCookies(request.headers.cookie)
  const access = cookies.get(accessCookie)
  const viewer = access ? await sessions.viewer(access, address) : null
  if (viewer) return { viewer, change: unchanged, stale: false, token: access ?? null }
  const refresh = cookies.get(refreshCookie)
  const nobody = { viewer: null, stale: false, token: null }
  if (!refresh) return { ...nobody, change: access ? { begin: null, end: true } : unchanged }
  const begin = await sessions.refresh(refresh)
  if (!begin) return { ...nobody, change: { begin: null, end: true } }
  const { accessToken: token } = begin
  return { viewer: await sessions.viewer(token, address), change: { begin, end: false }, stale: false, token }
}
