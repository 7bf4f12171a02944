import type { UserRow } from '../data/users.ts'
import { attemptsLetter } from '../domain/letters.ts'
import { passwordKey, passwordNotice, passwordThrottles } from '../domain/limits.ts'
import type { Parts } from '../parts.ts'
import { isPassword } from '../passwords.ts'
import type { Request } from './begin-session.ts'

/** What came of a password. `held back`: it was not looked at, for too many were wrong. */
export type PasswordOutcome = 'right' | 'wrong' | 'held back'

/**
 * Tries a password at an account; `user` null: there is none with that e-mail. Each attempt is counted before the password is
 * looked at, and each costs the same work, whatever comes of it and whether or not there is such an account.
 */
export async function tryPassword(
  parts: Pick<Parts, 'throttles' | 'post' | 'mails' | 'audit'>,
  request: Request,
  { email, password, user }: { email: string; password: string; user: UserRow | null },
): Promise<PasswordOutcome> {
  const { throttles } = parts
  const tried = passwordThrottles(email, request.client.address)
  const counts = await throttles.attempt(...tried)
  const right = await isPassword(password, user?.passwordHash ?? null)
  if (counts === null) return 'held back'
  if (!right) {
    if (user && counts.at(-1) === passwordNotice) tellOwner(parts, request, user)
    return 'wrong'
  }
  for (const { key } of tried) await (key === passwordKey(email) ? throttles.release(key) : throttles.forgive(key))
  return 'right'
}

/** Writes behind the answer: how long it takes must not tell that there is somebody to write to. */
function tellOwner(
  { post, mails, audit }: Pick<Parts, 'post' | 'mails' | 'audit'>,
  { client, correlationId }: Request,
  user: UserRow,
) {
  post.behind(async () => {
    await mails.queue(post.letter(user.email, attemptsLetter(user.name, client.address)))
    post.send()
    await audit.add({ action: 'account-locked', userId: user.id, companyId: null, address: client.address, correlationId })
  })
}
