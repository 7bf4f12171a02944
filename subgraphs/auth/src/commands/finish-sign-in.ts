import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '@aems/kit/refusal.ts'
import { type Asked, type Begun, challengeMs } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { membershipIn } from '../viewers.ts'
import { beginSession, type Request } from './begin-session.ts'
import { takeCode } from './second-factor-code.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Asks someone who gave the right password for a code. */
export async function askForCode({ challenges }: Pick<Parts, 'challenges'>, userId: string): Promise<Asked> {
  const challenge = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + challengeMs)
  await challenges.begin(userId, hashOf(challenge), expiresAt)
  return { challenge, expiresAt: expiresAt.toISOString() }
}

/**
 * Signs someone in who was asked for a code.
 * @throws Refusal where the code does not work, or the sign-in must begin anew.
 */
export async function finishSignIn(parts: Parts, request: Request, input: { challenge: string; code: string }): Promise<Begun> {
  const { challenges, users, memberships, audit } = parts
  const challenge = await challenges.attempt(hashOf(input.challenge))
  if (!challenge) throw anew()
  await takeCode(parts, request, challenge.userId, input.code)
  const user = await users.byId(challenge.userId)
  if (!user || user.disabledAt || !(await challenges.use(challenge.id))) throw anew()
  const membership = membershipIn(await memberships.ofUser(user.id), null)
  const begun = await beginSession(parts, request, user, membership)
  await audit.add({
    action: 'signed-in',
    userId: user.id,
    companyId: membership?.company.id ?? null,
    subject: { secondFactor: true },
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return begun
}

const anew = () =>
  new Refusal('This sign-in has ended or had its five codes. Begin again with e-mail and password.', ['input', 'challenge'])
