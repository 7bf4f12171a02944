import { Refusal } from '@aems/kit/refusal.ts'
import { codesLetter } from '../domain/letters.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'

/** After so many wrong codes in a row their owner hears of them, once. */
const noticedFailures = 5

/**
 * Takes a code of someone's second factor: of their app, or a backup code. Each works once.
 * @throws Refusal where it does not work, for whatever reason, or too many were wrong.
 */
export async function takeCode(parts: Parts, request: Request, userId: string, given: string): Promise<void> {
  const { secondFactors, codes, audit } = parts
  const record = { userId, companyId: null, address: request.client.address, correlationId: request.correlationId }
  const held = await secondFactors.attempt(userId)
  if (!held) {
    await audit.add({ ...record, action: 'second-factor-refused', subject: { locked: true } })
    throw new Refusal('Too many codes were wrong. Wait a while, up to an hour, and try again.', ['input', 'code'])
  }
  const digits = given.replaceAll(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    const step = await codes.stepOf(userId, held.secretSealed, digits)
    if (step !== null && (await secondFactors.takeStep(userId, step))) return
  } else if (await secondFactors.takeBackupCode(userId, codes.hashOf(userId, given))) {
    await audit.add({ ...record, action: 'backup-code-used' })
    return
  }
  await audit.add({ ...record, action: 'second-factor-refused' })
  if (held.failures === noticedFailures) tellOwner(parts, request, userId)
  throw new Refusal('That code does not work. Wait for the next one of your app, or use a backup code.', ['input', 'code'])
}

function tellOwner({ users, mails, post }: Parts, { client }: Request, userId: string): void {
  post.behind(async () => {
    const user = await users.byId(userId)
    if (!user) return
    await mails.queue(post.letter(user.email, codesLetter(user.name, client.address)))
    post.send()
  })
}
