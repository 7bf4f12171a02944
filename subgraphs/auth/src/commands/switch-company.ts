import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type Begun, isActing } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { type Request, regrant } from './begin-session.ts'

/**
 * Lets the session act in another company from now on.
 * @throws Refusal where the person does not belong there, or may not yet act anywhere.
 */
export async function switchCompany(parts: Parts, request: Request, viewer: Viewer, companyKey: string): Promise<Begun> {
  if (isActing(viewer.sessionId)) {
    throw new Refusal("A token on another's behalf acts in one company. Ask for one for that company: --company KEY.")
  }
  const [user, belongs] = await Promise.all([parts.users.byId(viewer.user.id), parts.memberships.ofUser(viewer.user.id)])
  if (user?.mustChangePassword) throw new Refusal('Replace your one-time password first.')
  const membership = belongs.find(({ company }) => company.key === companyKey)
  if (!user || !membership) {
    const keys = belongs.map(({ company }) => company.key).join(', ')
    throw new Refusal(
      `You do not belong to a company "${companyKey}". ${keys ? `You belong to: ${keys}.` : 'You belong to none yet; import one or be invited.'}`,
      ['input', 'companyKey'],
    )
  }
  const session = await parts.sessions.holding(viewer.sessionId)
  if (session && membership.sessionsFrom && session.startedAt < membership.sessionsFrom) {
    throw new Refusal('An administrator of that company has ended your sessions there. Sign out, and sign in again.')
  }
  const begun = await regrant(parts, request, { user, membership, sessionId: viewer.sessionId })
  if (!begun) throw new Refusal('Your session has ended. Sign in again.')
  await parts.memberships.use(membership.company.id, user.id)
  await parts.audit.add({
    action: 'company-switched',
    userId: user.id,
    companyId: membership.company.id,
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return begun
}
