import { newId } from '@aems/drizzle/ids.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { InvitationRow } from '../data/invitations.ts'
import { notToGive } from '../domain/giving.ts'
import { invitationLetter } from '../domain/letters.ts'
import { mailThrottles } from '../domain/limits.ts'
import { newToken } from '../mailed-token.ts'
import type { Parts } from '../parts.ts'
import { inWords, recordIn } from './administration.ts'
import { checkedEmail } from './checked-input.ts'
import { requireSeen } from './link-member.ts'
import { requireProof } from './prove-identity.ts'

/** An invitation holds so long. */
const invitationDays = 7

export interface Invited {
  readonly email: string
  readonly roles: readonly string[]
  readonly employeeId: string | null
  readonly salesPersonId: string | null
}

/**
 * Invites somebody into the viewer's company, by mail.
 * @throws Refusal where the viewer may not give these roles or can't see whom they name, the address belongs to a member, or
 * they have not proven who they are.
 */
export async function inviteMember(
  parts: Parts,
  request: SubgraphRequest,
  viewer: Viewer,
  { email: given, roles, employeeId, salesPersonId }: Invited,
): Promise<{ invitation: InvitationRow }> {
  await requireProof(parts, viewer)
  const { users, invitations, post } = parts
  const email = checkedEmail(given)
  const wanted = [...new Set(roles)]
  await requireGiven(parts, viewer, wanted)
  await Promise.all([
    requireSeen(request.graph, 'employee', employeeId),
    requireSeen(request.graph, 'salesPerson', salesPersonId),
  ])
  const user = await users.byEmail(email)
  if (user && (await invitations.isMember(viewer.company.id, user.id))) {
    throw new Refusal(`${email} belongs to your company already.`, ['input', 'email'])
  }
  await requireMailLeft(parts, email)
  const { token, tokenHash } = newToken()
  const invitation = await invitations.add(
    {
      tenantId: viewer.company.id,
      id: newId(),
      email,
      roles: wanted,
      employeeId,
      salesPersonId,
      tokenHash,
      invitedBy: viewer.user.id,
      expiresAt: expiry(),
    },
    post.letter(email, letterFrom(parts, viewer, token)),
  )
  if (!invitation) throw new Error('An invitation was not written.')
  post.send()
  await recordIn(parts, request, viewer, 'member-invited', { invitationId: invitation.id, email, roles: wanted })
  return { invitation }
}

/** @throws Refusal where it is open no more, or mail was sent there too often. */
export async function resendInvitation(
  parts: Parts,
  request: SubgraphRequest,
  viewer: Viewer,
  id: string,
): Promise<{ invitation: InvitationRow }> {
  const { invitations, post } = parts
  const known = isId(id) ? await invitations.ofId(viewer.company.id, id) : null
  if (!known) throw notOpen()
  await requireMailLeft(parts, known.email)
  const { token, tokenHash } = newToken()
  const mail = post.letter(known.email, letterFrom(parts, viewer, token))
  const invitation = await invitations.renew(viewer.company.id, id, { tokenHash, expiresAt: expiry() }, mail)
  if (!invitation) throw notOpen()
  post.send()
  await recordIn(parts, request, viewer, 'invitation-resent', { invitationId: id })
  return { invitation }
}

/** @throws Refusal where it is open no more. */
export async function revokeInvitation(
  parts: Parts,
  request: SubgraphRequest,
  viewer: Viewer,
  id: string,
): Promise<{ invitation: InvitationRow }> {
  const invitation = isId(id) ? await parts.invitations.revoke(viewer.company.id, id) : null
  if (!invitation) throw notOpen()
  await recordIn(parts, request, viewer, 'invitation-revoked', { invitationId: id })
  return { invitation }
}

/** @throws Refusal where the viewer may not give one of these roles, as to somebody else who has none yet. */
async function requireGiven({ roles: known }: Parts, viewer: Viewer, wanted: readonly string[]): Promise<void> {
  const path = ['input', 'roles']
  if (wanted.length === 0) throw new Refusal('A member has one role at least.', path, 'value')
  const all = await known.ofCompany(viewer.company.id)
  const named = wanted.map((name) => {
    const role = all.find((each) => each.name === name)
    if (role) return role
    throw new Refusal(`Your company has no role "${name}". The query roles lists those that there are.`, path, 'reference')
  })
  if (wanted.includes('owner') && !viewer.roles.includes('owner')) throw new Refusal('Only an owner makes an owner.', path)
  const scopes = notToGive(new Set(named.flatMap((role) => role.scopes)), { scopes: viewer.scopes, toThemselves: false })
  if (scopes.length === 0) return
  throw new Refusal(
    `You can not give ${inWords(scopes)}: you do not have ${scopes.length === 1 ? 'it' : 'them'} yourself. An owner can.`,
    path,
  )
}

async function requireMailLeft({ throttles }: Parts, email: string): Promise<void> {
  if (await throttles.attempt(...mailThrottles('invitation', email, ''))) return
  throw new Refusal(`Several invitations went to ${email} already. Wait a while before the next.`, ['input', 'email'])
}

const letterFrom = ({ settings }: Parts, { user, company }: Viewer, token: string) =>
  invitationLetter(user.name, company.name, `${settings.webUrl}/invitation#${token}`, invitationDays)

const expiry = () => new Date(Date.now() + invitationDays * 86_400_000)

const notOpen = () => new Refusal('There is no such invitation, or it is open no more.', ['input', 'id'], 'reference')
