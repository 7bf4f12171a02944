import type { Viewer } from '@aems/kit/viewer.ts'
import { noCompany } from '@aems/kit/viewer.ts'
import { isActing } from '../domain/session.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'

/** Ends the session that asks. */
export async function signOut({ sessions, audit }: Parts, request: Request, viewer: Viewer): Promise<void> {
  if (!isActing(viewer.sessionId)) await sessions.end(viewer.sessionId)
  request.session.end = true
  await audit.add({
    action: 'signed-out',
    userId: viewer.user.id,
    companyId: viewer.company.id === noCompany.id ? null : viewer.company.id,
    address: request.client.address,
    correlationId: request.correlationId,
  })
}
