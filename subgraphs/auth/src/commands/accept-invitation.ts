import { newId } from '@aems/drizzle/ids.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Company, Viewer } from '@aems/kit/viewer.ts'
import type { ShownInvitation } from '../data/invitations.ts'
import { type Begun, isActing } from '../domain/session.ts'
import { hashOfToken } from '../mailed-token.ts'
import type { Parts } from '../parts.ts'
import { hashPassword } from '../passwords.ts'
import { beginSession, type Request } from './begin-session.ts'
import { checkedName, requireFit } from './checked-input.ts'

/** What an invitation says to whoever was mailed its token. Null: it holds no more. */
export async function invitationFor(
  { invitations, users }: Parts,
  token: string,
): Promise<(ShownInvitation & { hasAccount: boolean }) | null> {
  const invitation = await invitations.shown(hashOfToken(token))
  return invitation && { ...invitation, hasAccount: (await users.byEmail(invitation.email)) !== null }
}

export interface AcceptInput {
  readonly token: string
  readonly name: string | null
  readonly password: string | null
}

/**
 * Accepts an invitation: whoever has an account joins after signing in to it; anyone else gets one, and is signed in.
 * @throws Refusal where it holds no more, is for somebody else, or there is an account to sign in to first.
 */
export async function acceptInvitation(
  parts: Parts,
  request: Request,
  viewer: Viewer | null,
  input: AcceptInput,
): Promise<Begun | { company: Company }> {
  const invitation = await invitationFor(parts, input.token)
  if (!invitation) throw ended()
  if (viewer) return join(parts, request, viewer, invitation, input.token)
  if (invitation.hasAccount) throw signInFirst(invitation.email)
  if (parts.settings.registration === 'closed') throw new Refusal('No accounts are made here at present.')
  return register(parts, request, invitation, input)
}

async function join(parts: Parts, request: Request, viewer: Viewer, invitation: ShownInvitation, token: string) {
  if (isActing(viewer.sessionId)) throw new Refusal("Nobody accepts an invitation on another's behalf. Sign in as yourself.")
  // Whoever got hold of the mail must not join with an account of their own.
  if (viewer.user.email.toLowerCase() !== invitation.email.toLowerCase()) {
    throw new Refusal(
      `This invitation is for ${invitation.email}, and you are signed in as ${viewer.user.email}. Sign out first, or be invited with that address.`,
      ['input', 'token'],
    )
  }
  const outcome = await parts.invitations.accept(invitation, hashOfToken(token), { userId: viewer.user.id })
  if (outcome.kind !== 'accepted') throw refusalOf(outcome.kind, invitation.email)
  await record(parts, request, invitation, viewer.user.id)
  const belongs = await parts.memberships.ofUser(viewer.user.id)
  const membership = belongs.find(({ company }) => company.id === invitation.tenantId)
  if (!membership) throw ended()
  return { company: membership.company }
}

async function register(
  parts: Parts,
  request: Request,
  invitation: ShownInvitation,
  { token, name: given, password }: AcceptInput,
): Promise<Begun> {
  const name = checkedName(given ?? '')
  const { email } = invitation
  requireFit(password ?? '', { name, email })
  const id = newId()
  const passwordHash = await hashPassword(password ?? '')
  const user = { id, email, name, passwordHash, emailVerifiedAt: new Date() }
  const outcome = await parts.invitations.accept(invitation, hashOfToken(token), { user })
  if (outcome.kind !== 'accepted') throw refusalOf(outcome.kind, email)
  await record(parts, request, invitation, id)
  const [added, belongs] = await Promise.all([parts.users.byId(id), parts.memberships.ofUser(id)])
  if (!added) throw ended()
  return beginSession(parts, request, added, belongs[0] ?? null)
}

function refusalOf(kind: 'gone' | 'account' | 'member', email: string): Refusal {
  switch (kind) {
    case 'gone':
      return ended()
    case 'account':
      return signInFirst(email)
    case 'member':
      return new Refusal('You belong to that company already.', ['input', 'token'])
  }
}

const ended = () =>
  new Refusal('This invitation was accepted or taken back, or has run out. Ask for another.', ['input', 'token'])

const signInFirst = (email: string) =>
  new Refusal(`There is an account ${email} already. Sign in to it, then accept.`, ['input', 'token'])

const record = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  { tenantId, id }: ShownInvitation,
  userId: string,
): Promise<void> =>
  audit.add({
    action: 'invitation-accepted',
    userId,
    companyId: tenantId,
    subject: { invitationId: id },
    address: client.address,
    correlationId,
  })
