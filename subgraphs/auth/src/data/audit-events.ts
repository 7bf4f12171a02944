import { auditLog, auditSeals, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { readList } from '@aems/kit/lists.ts'
import { type LoadOne, loadOne } from '@aems/kit/loaders.ts'
import { list } from '@aems/kit/metrics/sql.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import type { Read } from '@aems/kit/rows.ts'
import { isId } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { Person } from './people.ts'

export type AuditEventRow = typeof auditLog.$inferSelect
export type AuditEventPage = Connection<AuditEventRow>

export interface AuditLimits {
  readonly actions?: readonly string[] | null | undefined
  readonly actorId?: string | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

const newestFirst: ListOrder = {
  name: 'AUDIT_NEWEST_FIRST',
  direction: 'desc',
  keys: [
    { sql: sql`${auditLog.at}`, type: 'timestamptz' },
    { sql: sql`${auditLog.id}`, type: 'uuid' },
  ],
}

/** The security audit log of a company: what concerns it, and how its members sign in. */
export function auditEventData({ asViewer, global }: DomainDatabase, companyId: string) {
  // As nobody in particular: the policies show the company's entries, and those of its members that concern no company.
  const read: Read = (work) => asViewer({ tenantId: companyId, userId: null, scopes: [] }, work)
  const actor: LoadOne<string, Person> = loadOne(
    async (ids) =>
      global
        .select({ id: users.id, name: users.name, email: users.email })
        .from(users)
        .where(sql`${users.id} = any(${list(ids, 'uuid')})`),
    ({ id }) => id,
  )
  const sealed = loadOne<string, { entryId: string }>(
    (ids) =>
      read((tx) =>
        tx
          .select({ entryId: auditSeals.entryId })
          .from(auditSeals)
          .where(sql`${auditSeals.entryId} = any(${list(ids, 'uuid')})`),
      ),
    ({ entryId }) => entryId,
  )
  return {
    /** Newest first. */
    list: (limits: AuditLimits, page: PageArguments): Promise<AuditEventPage> =>
      readList(read, { table: auditLog, from: sql`${auditLog}`, where: conditions(limits), order: newestFirst }, page),
    /** Whoever did it: a person, or a partner tool's key. */
    actor,
    isSealed: async (id: string): Promise<boolean> => (await sealed(id)) !== null,
  }
}

function conditions({ actions, actorId, from, to }: AuditLimits): SQL[] {
  if (actorId != null && !isId(actorId)) return [sql`false`]
  return [
    ...(actions == null ? [] : [sql`${auditLog.action} = any(${list(actions, 'text')})`]),
    ...(actorId == null ? [] : [sql`${auditLog.userId} = ${actorId}`]),
    ...(from == null ? [] : [sql`${auditLog.at} >= ${from}::timestamptz`]),
    ...(to == null ? [] : [sql`${auditLog.at} < ${to}::timestamptz`]),
  ]
}

export type AuditEvents = ReturnType<typeof auditEventData>
