import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { isActing, provenMs } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import { tryPassword } from './password-attempt.ts'
import { takeCode } from './second-factor-code.ts'

/** Until when a session's sign-in or last proof is enough to change security settings; null where it no longer is. */
export async function provenUntil({ sessions }: Pick<Parts, 'sessions'>, sessionId: string): Promise<Date | null> {
  const session = isActing(sessionId) ? null : await sessions.holding(sessionId)
  const until = session && new Date(session.provenAt.getTime() + provenMs)
  return until && until.getTime() > Date.now() ? until : null
}

/** @throws Refusal where whoever asks did not sign in or prove who they are within the last 15 minutes. */
export async function requireProof(parts: Pick<Parts, 'sessions'>, { sessionId }: Viewer): Promise<void> {
  if (isActing(sessionId)) throw new Refusal("Nobody changes security settings on another's behalf. Sign in as yourself.")
  if (!(await provenUntil(parts, sessionId))) {
    throw new Refusal(
      'Prove first who you are: your last sign-in or proof is over 15 minutes old. Use proveIdentity, then try again.',
    )
  }
}

const notYourPassword = {
  wrong: 'That is not your password.',
  'held back': 'Too many passwords were wrong. Wait a while, up to an hour, and try again.',
} as const

/**
 * Proves once more who holds a session, by password, and code where there is a second factor.
 * @throws Refusal where either is wrong.
 */
export async function proveIdentity(
  parts: Parts,
  request: Request,
  { user: { id: userId }, sessionId }: Viewer,
  { password, code }: { password: string; code?: string | null | undefined },
): Promise<{ until: string }> {
  if (isActing(sessionId)) throw new Refusal("Nobody proves who they are on another's behalf. Sign in as yourself.")
  const { users, secondFactors, sessions, audit } = parts
  const record = { userId, companyId: null, address: request.client.address, correlationId: request.correlationId }
  const [user, factor] = await Promise.all([users.byId(userId), secondFactors.ofUser(userId)])
  const outcome = user ? await tryPassword(parts, request, { email: user.email, password, user }) : 'wrong'
  if (outcome !== 'right') {
    await audit.add({ ...record, action: 'identity-not-proven', subject: { outcome } })
    throw new Refusal(notYourPassword[outcome], ['input', 'password'])
  }
  if (factor?.confirmedAt) {
    if (!code) throw new Refusal('Your second factor is needed as well: give a code of your app.', ['input', 'code'])
    await takeCode(parts, request, userId, code)
  }
  await sessions.prove(sessionId)
  await audit.add({ ...record, action: 'identity-proven' })
  return { until: new Date(Date.now() + provenMs).toISOString() }
}
