import { newId } from '@aems/drizzle/ids.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { alreadyRegisteredLetter, registerLetter } from '../domain/letters.ts'
import { mailThrottles } from '../domain/limits.ts'
import type { Begun } from '../domain/session.ts'
import { hashOfToken, newToken } from '../mailed-token.ts'
import type { Parts } from '../parts.ts'
import { hashPassword } from '../passwords.ts'
import { beginSession, type Request } from './begin-session.ts'
import { checkedEmail, checkedName, requireFit } from './checked-input.ts'

const registerHours = 24

/**
 * Mails somebody a link to an account of their own. The account is made by who has the link, so that nobody makes one with
 * another's address; and nobody is told whether there is one already, but by mail.
 * @throws Refusal where registration is not open, or that is no address.
 */
export async function register(parts: Parts, request: Request, given: string): Promise<{ email: string }> {
  requireOpen(parts)
  const email = checkedEmail(given)
  parts.post.behind(async () => {
    const { users, throttles, mailedTokens, mails, post, settings } = parts
    if (!(await throttles.attempt(...mailThrottles('register', email, request.client.address)))) return
    const known = await users.byEmail(email)
    if (known) {
      await mails.queue(post.letter(known.email, alreadyRegisteredLetter(known.name, `${settings.webUrl}/login`)))
    } else {
      const { token, tokenHash } = newToken()
      const expiresAt = new Date(Date.now() + registerHours * 3_600_000)
      const letter = registerLetter(`${settings.webUrl}/register#${token}`, registerHours)
      await mailedTokens.mail({ purpose: 'register', userId: null, email, tokenHash, expiresAt }, post.letter(email, letter))
    }
    post.send()
  })
  return { email }
}

/**
 * Makes the account that a link was mailed for, and signs its owner in.
 * @throws Refusal where the link holds no more, name or password will not do, or registration is open no more.
 */
export async function finishRegistration(
  parts: Parts,
  request: Request,
  { token, name: given, password }: { token: string; name: string; password: string },
): Promise<Begun> {
  requireOpen(parts)
  const tokenHash = hashOfToken(token)
  const held = await parts.mailedTokens.holding('register', tokenHash)
  if (!held) throw ended()
  const name = checkedName(given)
  requireFit(password, { name, email: held.email })
  const id = newId()
  const passwordHash = await hashPassword(password)
  const made = { id, email: held.email, name, passwordHash, emailVerifiedAt: new Date() }
  const user = await parts.mailedTokens.register(tokenHash, made)
  if (!user) throw ended()
  await parts.audit.add({
    action: 'registered',
    userId: id,
    companyId: null,
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return beginSession(parts, request, user, null)
}

function requireOpen({ settings: { registration } }: Parts): void {
  if (registration === 'open') return
  throw new Refusal(
    registration === 'invited'
      ? 'Accounts are made by invitation here. Ask an administrator of your company to invite you.'
      : 'No accounts are made here at present.',
  )
}

const ended = () => new Refusal('This link was used or has run out. Register again.', ['input', 'token'])
