import type { SessionChange } from '@aems/kit/subgraph.ts'
import { accessMs, refreshExpiry, replayMs } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { membershipIn } from '../viewers.ts'

type Begin = NonNullable<SessionChange['begin']>

/**
 * Renews a session: its refresh token is replaced and an access token made. Null where the token holds no more. One that
 * was replaced over ten seconds ago has been stolen, from its owner or by them: the session ends for both.
 */
export async function refreshSession(parts: Parts, token: string, correlationId: string): Promise<Begin | null> {
  const { sessions, users, memberships, accessTokens, refreshTokens } = parts
  const used = refreshTokens.read(token)
  const session = used && (await sessions.holding(used.sessionId))
  if (!used || !session) return null
  const now = new Date()
  const next = refreshTokens.issue(session.id)
  const refreshExpiresAt = refreshExpiry(session.startedAt, now, true)
  const rotated = await sessions.rotate(session.id, used.hash, { refreshHash: next.hash, expiresAt: refreshExpiresAt })
  if (!rotated) {
    await endIfReplayed(parts, session.id, correlationId)
    return null
  }
  const [user, belongs] = await Promise.all([users.byId(session.userId), memberships.ofUser(session.userId)])
  if (!user || user.disabledAt) return null
  const companyId = membershipIn(belongs, session.companyId)?.company.id ?? null
  const accessExpiresAt = new Date(now.getTime() + accessMs)
  const claims = { userId: user.id, companyId, sessionId: session.id, acting: false }
  const accessToken = await accessTokens.sign(claims, accessExpiresAt)
  return { accessToken, refreshToken: next.token, accessExpiresAt, refreshExpiresAt }
}

async function endIfReplayed({ sessions, audit }: Parts, sessionId: string, correlationId: string): Promise<void> {
  // Read anew: a request at the same time may just have replaced the token, and that is no theft.
  const session = await sessions.holding(sessionId)
  if (!session || Date.now() - session.refreshedAt.getTime() <= replayMs) return
  await sessions.end(session.id)
  await audit.add({
    action: 'refresh-token-replayed',
    userId: session.userId,
    companyId: session.companyId,
    subject: { sessionId },
    address: session.address ?? '',
    correlationId,
  })
}
