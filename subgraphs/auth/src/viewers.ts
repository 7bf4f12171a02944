import { noCompany, type Viewer } from '@aems/kit/viewer.ts'
import type { AccessClaims } from './access-tokens.ts'
import type { Membership } from './data/memberships.ts'
import type { UserRow } from './data/users.ts'
import type { Parts } from './parts.ts'

/** Whom claims stand for, as things are now. Null: the session has ended, or the person may no longer sign in. */
export async function viewerOf({ sessions, users, memberships }: Parts, claims: AccessClaims): Promise<Viewer | null> {
  const [session, user, belongs] = await Promise.all([
    claims.acting ? null : sessions.holding(claims.sessionId),
    users.byId(claims.userId),
    memberships.ofUser(claims.userId),
  ])
  if (!user || user.disabledAt) return null
  if (!claims.acting && session?.userId !== user.id) return null
  if (session) await sessions.seen(session)
  const membership = membershipIn(belongs, claims.companyId)
  const barred = session !== null && membership?.sessionsFrom != null && session.startedAt < membership.sessionsFrom
  return viewerIn(user, barred ? null : membership, claims)
}

/** Where someone acts: in the company given, else in the one that they used last or the only one. Null: in none. */
export function membershipIn(belongs: readonly Membership[], companyId: string | null): Membership | null {
  const found = companyId === null ? belongs[0] : belongs.find(({ company }) => company.id === companyId)
  return found ?? null
}

/** While a one-time password is to be replaced, its holder acts in no company and has no rights. */
export function viewerIn(
  { id, name, email, mustChangePassword }: UserRow,
  membership: Membership | null,
  { sessionId, acting }: Pick<AccessClaims, 'sessionId' | 'acting'>,
): Viewer {
  const held = mustChangePassword && !acting ? null : membership
  return {
    user: { id, name, email },
    company: held?.company ?? noCompany,
    roles: held?.roles ?? [],
    scopes: held?.scopes ?? new Set(),
    salesPersonId: held?.salesPersonId ?? null,
    employeeId: held?.employeeId ?? null,
    sessionId,
  }
}
