import type { Asked, Begun } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { membershipIn } from '../viewers.ts'
import { beginSession, type Request } from './begin-session.ts'
import { askForCode } from './finish-sign-in.ts'
import { tryPassword } from './password-attempt.ts'

/**
 * Signs someone in, or asks for a code where they have a second factor. Null where e-mail or password is wrong, too many were,
 * or the account is disabled: which of them is never told, and each costs the same work.
 */
export async function signIn(
  parts: Parts,
  request: Request,
  input: { email: string; password: string },
): Promise<Begun | Asked | null> {
  const user = await parts.users.byEmail(input.email)
  const outcome = await tryPassword(parts, request, { ...input, user })
  const record = { userId: user?.id ?? null, address: request.client.address, correlationId: request.correlationId }
  if (!user || outcome !== 'right' || user.disabledAt) {
    await parts.audit.add({ ...record, action: 'sign-in-refused', companyId: null, subject: { outcome } })
    return null
  }
  const factor = await parts.secondFactors.ofUser(user.id)
  if (factor?.confirmedAt) {
    await parts.audit.add({ ...record, action: 'second-factor-asked', companyId: null })
    return askForCode(parts, user.id)
  }
  const membership = membershipIn(await parts.memberships.ofUser(user.id), null)
  const begun = await beginSession(parts, request, user, membership)
  await parts.audit.add({ ...record, action: 'signed-in', companyId: membership?.company.id ?? null })
  return begun
}
