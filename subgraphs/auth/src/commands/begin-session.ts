import { newId } from '@aems/drizzle/ids.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Membership } from '../data/memberships.ts'
import type { UserRow } from '../data/users.ts'
import { accessMs, type Begun, refreshExpiry } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { viewerIn } from '../viewers.ts'

export type Request = Pick<SubgraphRequest, 'session' | 'client' | 'correlationId'>

/** Begins a session for someone who has proven who they are. */
export async function beginSession(parts: Parts, request: Request, user: UserRow, membership: Membership | null): Promise<Begun> {
  const id = newId()
  const now = new Date()
  const companyId = membership?.company.id ?? null
  const refresh = parts.refreshTokens.issue(id)
  const expiresAt = refreshExpiry(now, now, request.client.keepsCookies)
  await parts.sessions.begin({
    id,
    userId: user.id,
    companyId,
    refreshHash: refresh.hash,
    address: request.client.address || null,
    userAgent: request.client.userAgent || null,
    startedAt: now,
    expiresAt,
  })
  if (companyId) await parts.memberships.use(companyId, user.id)
  return granted(parts, request, { user, membership, sessionId: id, refreshToken: refresh.token, refreshExpiresAt: expiresAt })
}

/** Hands out new tokens for a session that goes on with other rights. Null: it has ended. */
export async function regrant(
  parts: Parts,
  request: Request,
  { user, membership, sessionId }: { user: UserRow; membership: Membership | null; sessionId: string },
): Promise<Begun | null> {
  const refresh = parts.refreshTokens.issue(sessionId)
  const session = await parts.sessions.holding(sessionId)
  const expiresAt = refreshExpiry(session?.startedAt ?? new Date(), new Date(), request.client.keepsCookies)
  const companyId = membership?.company.id ?? null
  if (!(await parts.sessions.actIn(sessionId, companyId, { refreshHash: refresh.hash, expiresAt }))) return null
  return granted(parts, request, { user, membership, sessionId, refreshToken: refresh.token, refreshExpiresAt: expiresAt })
}

export interface Grant {
  readonly user: UserRow
  readonly membership: Membership | null
  readonly sessionId: string
  readonly refreshToken: string
  readonly refreshExpiresAt: Date
}

/** Hands out the tokens of a session: as cookies where the client keeps them, else the access token in the answer. */
export async function granted(parts: Parts, { session, client }: Request, grant: Grant): Promise<Begun> {
  const { user, membership, sessionId, refreshToken, refreshExpiresAt } = grant
  const claims = { userId: user.id, companyId: membership?.company.id ?? null, sessionId, acting: false }
  const accessExpiresAt = new Date(Date.now() + accessMs)
  const accessToken = await parts.accessTokens.sign(claims, accessExpiresAt)
  if (client.keepsCookies) session.begin = { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt }
  return {
    me: viewerIn(user, membership, claims),
    accessToken: client.keepsCookies ? null : accessToken,
    expiresAt: accessExpiresAt.toISOString(),
  }
}
