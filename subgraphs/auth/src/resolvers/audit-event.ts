import type { Serving } from '@aems/kit/serving.ts'
import type { AuditEventRow } from '../data/audit-events.ts'
import type { AuditEventResolvers } from '../graph.generated.ts'

export const AuditEvent: Serving<AuditEventResolvers, Omit<AuditEventRow, 'at'>> = {
  at: ({ at }) => new Date(at).toISOString(),
  isAlert: ({ action }) => action === 'alert',
  actor: ({ userId }, _, { auditEvents }) => (userId === null ? null : auditEvents.actor(userId)),
  isSealed: ({ id }, _, { auditEvents }) => auditEvents.isSealed(id),
}
