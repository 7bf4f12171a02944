import { Refusal } from '@aems/kit/refusal.ts'
import { passwordChangedLetter, resetLetter } from '../domain/letters.ts'
import { mailThrottles, passwordKey } from '../domain/limits.ts'
import { passwordFault } from '../domain/password.ts'
import { hashOfToken, newToken } from '../mailed-token.ts'
import type { Parts } from '../parts.ts'
import { hashPassword } from '../passwords.ts'
import type { Request } from './begin-session.ts'

/** A link to a new password works so long. */
const resetMinutes = 30

/**
 * Mails someone a link to a new password, where there is someone with that address. Nobody is told whether there is: it is
 * looked up behind the answer.
 */
export function forgotPassword(parts: Parts, request: Request, email: string): void {
  parts.post.behind(async () => {
    const { users, mailedTokens, post, audit, settings, throttles } = parts
    if (!(await throttles.attempt(...mailThrottles('reset', email, request.client.address)))) return
    const user = await users.byEmail(email)
    if (!user || user.disabledAt) return
    const { token, tokenHash } = newToken()
    const url = `${settings.webUrl}/reset#${token}`
    await mailedTokens.mail(
      {
        purpose: 'reset',
        userId: user.id,
        email: user.email,
        tokenHash,
        expiresAt: new Date(Date.now() + resetMinutes * 60_000),
      },
      post.letter(user.email, resetLetter(user.name, url, resetMinutes)),
    )
    post.send()
    await audit.add({ action: 'password-reset-asked', userId: user.id, companyId: null, ...from(request) })
  })
}

/**
 * Replaces a password by a link that was mailed, once; ends every session and sign-in that was begun. Signing in again asks
 * for the second factor, where there is one.
 * @throws Refusal where the link holds no more or the password will not do.
 */
export async function resetPassword(
  parts: Parts,
  request: Request,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<{ email: string }> {
  const { mailedTokens, users, post, audit, throttles } = parts
  const tokenHash = hashOfToken(token)
  const held = await mailedTokens.holding('reset', tokenHash)
  const user = held?.userId ? await users.byId(held.userId) : null
  if (!user || user.disabledAt) throw ended()
  const fault = passwordFault(newPassword, user)
  if (fault !== null) throw new Refusal(fault, ['input', 'newPassword'])
  const notice = post.letter(user.email, passwordChangedLetter(user.name))
  if (!(await mailedTokens.resetPassword(tokenHash, await hashPassword(newPassword), notice))) throw ended()
  post.send()
  await throttles.release(passwordKey(user.email))
  await audit.add({ action: 'password-reset', userId: user.id, companyId: null, ...from(request) })
  return { email: user.email }
}

const ended = () =>
  new Refusal('This link was used, has run out, or a later one took its place. Ask for another.', ['input', 'token'])

const from = ({ client, correlationId }: Request) => ({ address: client.address, correlationId })
