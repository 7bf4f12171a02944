import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Parts } from '../parts.ts'
import { changeOf, noSuchMember, recordIn } from './administration.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

/**
 * Ends one session of a member in the viewer's company, or all of them; those that act in another company meanwhile are
 * barred from this one.
 * @throws Refusal where there is no such member or session, or it is the viewer.
 */
export async function endMemberSessions(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { memberId, sessionId }: { memberId: string; sessionId: string | null },
): Promise<{ count: number }> {
  await requireProof(parts, viewer)
  const change = changeOf(viewer, memberId)
  if (change.userId === viewer.user.id) {
    throw new Refusal('Your own sessions end by endSession or endOtherSessions.', ['input', 'memberId'])
  }
  const count = sessionId === null ? await parts.memberChanges.endSessions(change) : await endOne(parts, change, sessionId)
  if (count === null) throw noSuchMember()
  await recordIn(parts, request, viewer, 'member-sessions-ended', { memberId: change.userId, sessionId, count })
  return { count }
}

async function endOne({ memberChanges }: Parts, change: ReturnType<typeof changeOf>, id: string): Promise<number> {
  if (isId(id) && (await memberChanges.endSession(change, id))) return 1
  throw new Refusal('They have no such session in your company, or it has ended already.', ['input', 'sessionId'], 'reference')
}
