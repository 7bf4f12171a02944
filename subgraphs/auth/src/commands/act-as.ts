import { newId } from '@aems/drizzle/ids.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { UserRow } from '../data/users.ts'
import { actingMs, actingSession } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import { membershipIn } from '../viewers.ts'
import type { Request } from './begin-session.ts'

export interface Acting {
  readonly accessToken: string
  readonly expiresAt: string
}

/**
 * A token of one minute on someone's behalf, for an operator whose key was checked. It is recorded.
 * @throws Refusal where there is no such person, or they do not belong to that company.
 */
export async function actAs(
  parts: Parts,
  request: Request,
  { email, companyKey }: { email: string | null; companyKey: string | null },
): Promise<Acting> {
  const user = await personOf(parts, email)
  const belongs = await parts.memberships.ofUser(user.id)
  const membership =
    companyKey === null ? membershipIn(belongs, null) : (belongs.find(({ company }) => company.key === companyKey) ?? null)
  if (companyKey !== null && !membership) {
    const keys = belongs.map(({ company }) => company.key).join(', ')
    throw new Refusal(
      `${user.email} does not belong to a company "${companyKey}". ${keys ? `They belong to: ${keys}.` : 'They belong to none.'}`,
      ['input', 'companyKey'],
    )
  }
  const companyId = membership?.company.id ?? null
  const expiresAt = new Date(Date.now() + actingMs)
  const sessionId = actingSession(newId())
  const accessToken = await parts.accessTokens.sign({ userId: user.id, companyId, sessionId, acting: true }, expiresAt)
  await parts.audit.add({
    action: 'acted-as',
    userId: user.id,
    companyId,
    subject: { sessionId },
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return { accessToken, expiresAt: expiresAt.toISOString() }
}

/**
 * Whom an operator means: the one with that e-mail, or the first user.
 * @throws Refusal where there is none, or their account is disabled.
 */
export async function personOf({ users }: Parts, email: string | null): Promise<UserRow> {
  const user = email === null ? await users.first() : await users.byEmail(email)
  if (!user)
    throw new Refusal(email === null ? 'There is no user yet.' : `Nobody here has the e-mail ${email}.`, ['input', 'email'])
  if (user.disabledAt) throw new Refusal(`The account ${user.email} is disabled.`, ['input', 'email'])
  return user
}
