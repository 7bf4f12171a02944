import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AuditEntry } from '../data/audit.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'

/** Records what the viewer did about their company. */
export const recordIn = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  { user, company }: Viewer,
  action: AuditEntry['action'],
  subject: Readonly<Record<string, unknown>>,
): Promise<void> => audit.add({ action, userId: user.id, companyId: company.id, subject, address: client.address, correlationId })

/** Names a change of a member by the viewer. @throws Refusal where the member's id can't be one. */
export function changeOf(viewer: Viewer, memberId: string) {
  if (!isId(memberId)) throw noSuchMember()
  return { companyId: viewer.company.id, byId: viewer.user.id, userId: memberId.toLowerCase() }
}

export const noSuchMember = (): Refusal => new Refusal('Your company has no such member.', ['input', 'memberId'], 'reference')

/** Rights in words, such as `hr:pay:read and risk:approve`. */
export const inWords = (scopes: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(scopes)
