import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { emailChangeLetter, verifyLetter } from '../domain/letters.ts'
import { mailThrottles } from '../domain/limits.ts'
import { hashOfToken, newToken } from '../mailed-token.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import { checkedEmail } from './checked-input.ts'
import { requireProof } from './prove-identity.ts'

const verifyHours = 24

/**
 * Mails a link to an address; following it makes it the viewer's own. Given the one that they have, it proves that mail
 * reaches them. The address that they have is told of another.
 * @throws Refusal where that is no address, too much mail went there, or they have not proven who they are.
 */
export async function changeEmail(parts: Parts, request: Request, viewer: Viewer, given: string): Promise<{ email: string }> {
  await requireProof(parts, viewer)
  const email = checkedEmail(given)
  const { throttles, mailedTokens, mails, post, settings, audit } = parts
  const { id: userId, name, email: before } = viewer.user
  if (!(await throttles.attempt(...mailThrottles('verification', email, '')))) {
    throw new Refusal('Several mails went to that address already. Wait a while before the next.', ['input', 'email'])
  }
  const { token, tokenHash } = newToken()
  const expiresAt = new Date(Date.now() + verifyHours * 3_600_000)
  const letter = verifyLetter(name, `${settings.webUrl}/verify#${token}`, verifyHours)
  await mailedTokens.mail({ purpose: 'verify', userId, email, tokenHash, expiresAt }, post.letter(email, letter))
  if (email.toLowerCase() !== before.toLowerCase()) await mails.queue(post.letter(before, emailChangeLetter(name, email)))
  post.send()
  await audit.add({
    action: 'email-change-asked',
    userId,
    companyId: null,
    subject: { email },
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return { email }
}

/**
 * Makes an address that a link was mailed to its owner's.
 * @throws Refusal where the link holds no more, or somebody has that address by now.
 */
export async function verifyEmail(parts: Parts, request: Request, token: string): Promise<{ email: string }> {
  const { mailedTokens, audit } = parts
  const verified = await mailedTokens.verifyEmail(hashOfToken(token))
  if (verified === 'taken') throw new Refusal('Somebody else signs in with that address by now.', ['input', 'token'])
  if (!verified)
    throw new Refusal('This link was used, has run out, or a later one took its place. Ask for another.', ['input', 'token'])
  await audit.add({
    action: 'email-verified',
    userId: verified.userId,
    companyId: null,
    subject: { email: verified.email },
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return { email: verified.email }
}
