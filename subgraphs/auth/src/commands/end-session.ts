import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { isActing } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Ends one of the viewer's own sessions, here or elsewhere.
 * @throws Refusal where they have none such that holds.
 */
export async function endSession(parts: Parts, request: Request, viewer: Viewer, id: string): Promise<{ id: string }> {
  requireOwn(viewer)
  const ended = uuid.test(id) && (await parts.sessions.endOwn(viewer.user.id, id))
  if (!ended) throw new Refusal('You have no such session, or it has ended already.', ['input', 'id'])
  if (id.toLowerCase() === viewer.sessionId) request.session.end = true
  await record(parts, request, viewer, { sessionId: id })
  return { id }
}

/**
 * Ends every session of the viewer but the one that asks.
 * @throws Refusal where an operator asks on their behalf.
 */
export async function endOtherSessions(parts: Parts, request: Request, viewer: Viewer): Promise<{ count: number }> {
  requireOwn(viewer)
  const count = await parts.sessions.endOthers(viewer.user.id, viewer.sessionId)
  await record(parts, request, viewer, { others: count })
  return { count }
}

function requireOwn({ sessionId }: Viewer): void {
  if (isActing(sessionId)) throw new Refusal("Nobody ends sessions on another's behalf. Sign in as yourself.")
}

const record = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  { user }: Viewer,
  subject: Readonly<Record<string, unknown>>,
): Promise<void> =>
  audit.add({ action: 'session-ended', userId: user.id, companyId: null, subject, address: client.address, correlationId })
