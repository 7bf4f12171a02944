import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { passwordFault } from '../domain/password.ts'
import { type Changed, isActing } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { hashPassword, isPassword } from '../passwords.ts'
import { membershipIn, viewerIn } from '../viewers.ts'
import { type Request, regrant } from './begin-session.ts'
import { tryPassword } from './password-attempt.ts'

/**
 * Replaces someone's password and ends their other sessions and sign-ins that wait for a code.
 * @throws Refusal where the current one is wrong or the new one will not do.
 */
export async function changePassword(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<Changed> {
  if (isActing(viewer.sessionId)) throw new Refusal("Nobody changes a password on another's behalf. Sign in as yourself.")
  const user = await parts.users.byId(viewer.user.id)
  const outcome = user ? await tryPassword(parts, request, { email: user.email, password: currentPassword, user }) : 'wrong'
  if (outcome === 'held back') {
    throw new Refusal('Too many passwords were wrong. Wait a while, up to an hour, and try again.', ['input', 'currentPassword'])
  }
  if (!user || outcome === 'wrong') {
    throw new Refusal('That is not your current password.', ['input', 'currentPassword'])
  }
  const fault = passwordFault(newPassword, user)
  if (fault !== null) throw new Refusal(fault, ['input', 'newPassword'])
  if (await isPassword(newPassword, user.passwordHash)) {
    throw new Refusal('That is the password that you have. Choose another.', ['input', 'newPassword'])
  }
  await parts.users.setPassword(user.id, await hashPassword(newPassword))
  await Promise.all([parts.sessions.endOthers(user.id, viewer.sessionId), parts.challenges.endOf(user.id)])
  const [session, belongs] = await Promise.all([parts.sessions.holding(viewer.sessionId), parts.memberships.ofUser(user.id)])
  const membership = membershipIn(belongs, session?.companyId ?? null)
  await parts.audit.add({
    action: 'password-changed',
    userId: user.id,
    companyId: membership?.company.id ?? null,
    address: request.client.address,
    correlationId: request.correlationId,
  })
  const changed = { ...user, mustChangePassword: false }
  // What whoever sends the old token may do is remembered for a second; with new cookies, the next page may do all.
  if (request.client.keepsCookies) await regrant(parts, request, { user: changed, membership, sessionId: viewer.sessionId })
  return { me: viewerIn(changed, membership, { sessionId: viewer.sessionId, acting: false }) }
}
