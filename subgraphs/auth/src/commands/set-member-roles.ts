import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { RolesOutcome } from '../data/member-changes.ts'
import type { Parts } from '../parts.ts'
import { changeOf, inWords, noSuchMember, recordIn } from './administration.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

/**
 * Gives a member of the viewer's company roles, in place of those that they have. What they may do follows within a second:
 * every process looks up whom a session stands for that often.
 * @throws Refusal where the viewer may not give them, or the last owner would be none, and nothing is changed.
 */
export async function setMemberRoles(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { memberId, roles }: { memberId: string; roles: readonly string[] },
): Promise<{ memberId: string }> {
  await requireProof(parts, viewer)
  const change = changeOf(viewer, memberId)
  const wanted = [...new Set(roles)]
  if (wanted.length === 0) {
    throw new Refusal('A member has one role at least. To keep them out, suspend them.', ['input', 'roles'], 'value')
  }
  const outcome = await parts.memberChanges.setRoles(change, wanted)
  if (outcome.kind !== 'done') throw refusalOf(outcome)
  const { before, gained } = outcome
  await recordIn(parts, request, viewer, 'member-roles-set', { memberId: change.userId, before, roles: wanted, gained })
  return { memberId: change.userId }
}

function refusalOf(outcome: Exclude<RolesOutcome, { kind: 'done' }>): Refusal {
  const roles = ['input', 'roles']
  switch (outcome.kind) {
    case 'nobody':
      return noSuchMember()
    case 'owner':
      return new Refusal('Only an owner makes an owner, or takes that role from one.', roles)
    case 'last owner':
      return new Refusal('They are the last owner of the company. Make somebody else an owner first.', roles)
    case 'unknown role':
      return new Refusal(
        `Your company has no role "${outcome.name}". The query roles lists those that there are.`,
        roles,
        'reference',
      )
    case 'not to give':
      return new Refusal(
        `You can not give ${inWords(outcome.scopes)}: you do not have ${outcome.scopes.length === 1 ? 'it' : 'them'} yourself. An owner can.`,
        roles,
      )
  }
}
