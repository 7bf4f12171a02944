import { auditLog } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { detect } from '../audit/detections.ts'
import type { Post } from '../post.ts'

/** What is recorded of a security event. */
export interface AuditEntry {
  readonly action:
    | 'signed-in'
    | 'sign-in-refused'
    | 'signed-out'
    | 'session-ended'
    | 'company-switched'
    | 'password-changed'
    | 'password-reset-asked'
    | 'password-reset'
    | 'refresh-token-replayed'
    | 'account-locked'
    | 'member-unlocked'
    | 'second-factor-reset'
    | 'registered'
    | 'email-change-asked'
    | 'email-verified'
    | 'member-invited'
    | 'invitation-resent'
    | 'invitation-revoked'
    | 'invitation-accepted'
    | 'passkey-added'
    | 'passkey-removed'
    | 'provider-linked'
    | 'provider-unlinked'
    | 'second-factor-asked'
    | 'second-factor-refused'
    | 'second-factor-added'
    | 'second-factor-removed'
    | 'backup-code-used'
    | 'backup-codes-renewed'
    | 'identity-proven'
    | 'identity-not-proven'
    | 'acted-as'
    | 'member-suspended'
    | 'member-restored'
    | 'member-roles-set'
    | 'member-linked'
    | 'member-sessions-ended'
    | 'role-created'
    | 'role-changed'
    | 'role-removed'
    | 'api-key-made'
    | 'api-key-rotated'
    | 'api-key-ended'
    | 'api-key-refused'
    | 'fields-refused'
    | 'exported'
    | 'alert'
    | 'import-rollback-started'
    | 'import-started'
  readonly userId: string | null
  readonly companyId: string | null
  /** What it was about; never a secret. */
  readonly subject?: Readonly<Record<string, unknown>>
  readonly address: string
  readonly correlationId: string
}

/** The audit log of security events: rows are added, never changed or removed. */
export function auditData(database: DomainDatabase, post: Post) {
  return {
    /** Adds an entry, and an alert where it is one that somebody should look at. */
    add: async (entry: AuditEntry): Promise<void> => {
      const { action, userId, companyId, subject, address, correlationId } = entry
      const id = newId()
      await database.global.insert(auditLog).values({
        id,
        tenantId: companyId,
        userId,
        action,
        subject: subject ?? {},
        address: address || null,
        correlationId,
      })
      await detect(database, post, { ...entry, id })
    },
  }
}

export type Audit = ReturnType<typeof auditData>
