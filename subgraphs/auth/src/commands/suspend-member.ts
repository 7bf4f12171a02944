import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Person } from '../data/people.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

/**
 * Keeps a member out of the viewer's company, or lets them in again with the roles that they had. Their sessions go on, for
 * companies that they may belong to besides.
 * @throws Refusal where there is no such member, it is the viewer, an owner is suspended by someone who is none, or whoever
 * asks has not proven who they are.
 */
export async function suspendMember(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { email, suspended }: { email: string; suspended: boolean },
): Promise<{ user: Person }> {
  await requireProof(parts, viewer)
  const user = await parts.users.byEmail(email)
  if (user?.id === viewer.user.id) throw new Refusal('You can not suspend or restore yourself.', ['input', 'email'])
  const outcome = user
    ? await parts.memberships.suspend(viewer.company.id, { byId: viewer.user.id, userId: user.id, suspended })
    : 'nobody'
  // Whether someone has an account here but belongs elsewhere is not told.
  if (!user || outcome === 'nobody') throw new Refusal(`Your company has no member ${email}.`, ['input', 'email'])
  if (outcome === 'owner') throw new Refusal('Only an owner suspends or restores an owner.', ['input', 'email'])
  await parts.audit.add({
    action: suspended ? 'member-suspended' : 'member-restored',
    userId: viewer.user.id,
    companyId: viewer.company.id,
    subject: { memberId: user.id },
    address: request.client.address,
    correlationId: request.correlationId,
  })
  return { user }
}
