import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AuditEntry } from '../data/audit.ts'
import type { UserRow } from '../data/users.ts'
import { secondFactorResetLetter } from '../domain/letters.ts'
import { passwordKey } from '../domain/limits.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

/**
 * Lets a member of the viewer's company try passwords and codes again that were held back because too many were wrong.
 * @throws Refusal where there is no such member, or whoever asks has not proven who they are.
 */
export async function unlockMember(parts: Parts, request: Request, viewer: Viewer, email: string): Promise<{ user: UserRow }> {
  await requireProof(parts, viewer)
  const { user } = await memberWith(parts, viewer, email)
  await Promise.all([parts.throttles.release(passwordKey(user.email)), parts.secondFactors.unlock(user.id)])
  await record(parts, request, viewer, 'member-unlocked', user)
  return { user }
}

/**
 * Takes the second factor from a member who has lost it, and ends their sessions; they are told by mail. Their password alone
 * signs them in then.
 * @throws Refusal where there is no such member or factor, it is the viewer, an owner's is taken by someone who is none, or
 * the member belongs to other companies, whose data the factor keeps as well.
 */
export async function resetMemberSecondFactor(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  email: string,
): Promise<{ user: UserRow }> {
  await requireProof(parts, viewer)
  const { user, roles, elsewhere } = await memberWith(parts, viewer, email)
  const path = ['input', 'email']
  if (user.id === viewer.user.id) throw new Refusal('Your own second factor you take away in your own settings.', path)
  if (roles.includes('owner') && !viewer.roles.includes('owner')) {
    throw new Refusal("Only an owner takes an owner's second factor away.", path)
  }
  if (elsewhere && (await parts.users.first())?.id !== viewer.user.id) {
    throw new Refusal(
      'They belong to another company as well, whose data their second factor keeps, too. They can use a backup code; else ask whoever set this server up.',
      path,
    )
  }
  const notice = parts.post.letter(user.email, secondFactorResetLetter(user.name, viewer.user.name))
  if (!(await parts.secondFactors.reset(user.id, notice))) throw new Refusal('They have no second factor.', path)
  parts.post.send()
  await record(parts, request, viewer, 'second-factor-reset', user)
  return { user }
}

/** @throws Refusal where the viewer's company has no such member; whether they have an account here is not told. */
async function memberWith({ users, memberships }: Parts, viewer: Viewer, email: string) {
  const user = await users.byEmail(email)
  const belongs = user ? await memberships.ofUser(user.id) : []
  const here = belongs.find(({ company }) => company.id === viewer.company.id)
  if (!user || !here) {
    throw new Refusal(`Your company has no member ${email}, or they are suspended.`, ['input', 'email'], 'reference')
  }
  return { user, roles: here.roles, elsewhere: belongs.length > 1 }
}

const record = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  viewer: Viewer,
  action: AuditEntry['action'],
  member: UserRow,
): Promise<void> =>
  audit.add({
    action,
    userId: viewer.user.id,
    companyId: viewer.company.id,
    subject: { memberId: member.id },
    address: client.address,
    correlationId,
  })
