import { auditLog, memberships, outbox, roles, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { and, eq, gte, isNotNull, ne, sql } from 'drizzle-orm'
import type { AuditEntry } from '../data/audit.ts'
import { queueMail } from '../data/mails.ts'
import { type Alert, alertInWords } from '../domain/alerts.ts'
import { reservedScopes } from '../domain/giving.ts'
import { alertLetter } from '../domain/letters.ts'
import { networkOf } from '../networks.ts'
import type { Post } from '../post.ts'

/** Refused fields of one person within five minutes that are a burst. */
const burst = 20
/** Rows that one person exports within an hour that are many. */
const manyRows = 100_000
/** The same thing is told once within so long. */
const quietMinutes = 60

/** An entry, with the id that it was added by. */
export interface Added extends AuditEntry {
  readonly id: string
}

/**
 * Looks at an entry that was added, beside those before it, and adds an alert to the log, an event to the outbox, and a
 * letter to whoever reads the log, where somebody should look at it: a sign-in from a network that the person never came from, a burst of refused fields, an export
 * of many rows, a role that was raised.
 */
export async function detect({ asViewer }: DomainDatabase, post: Post, entry: Added): Promise<void> {
  const { companyId, userId } = entry
  if (companyId === null || userId === null || !watched.has(entry.action)) return
  await asViewer({ tenantId: companyId, userId: null, scopes: [] }, async (tx) => {
    const alert = await alertOf(tx, entry, userId)
    if (!alert || (await wasTold(tx, userId, alert.kind))) return
    const subject = { ...alert, entryId: entry.id }
    const id = newId()
    await tx.insert(auditLog).values({
      id,
      tenantId: companyId,
      userId,
      action: 'alert',
      subject,
      address: entry.address || null,
      correlationId: entry.correlationId,
    })
    await tx
      .insert(outbox)
      .values({ tenantId: companyId, id: newId(), type: 'SecurityAlert', subject: { id, userId, ...subject } })
    const says = alertInWords(alert, await nameOf(tx, userId))
    const readers = await readersOf(tx, companyId)
    await queueMail(tx, ...readers.map(({ name, email }) => post.letter(email, alertLetter(name, says))))
  })
  post.send()
}

async function nameOf(tx: ViewerTransaction, userId: string): Promise<string> {
  const [user] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, userId))
  return user ? `${user.name} (${user.email})` : 'Somebody'
}

/** Members who may read the log: 50 at most. */
const readersOf = (tx: ViewerTransaction, companyId: string) =>
  tx
    .select({ name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      sql`${memberships.tenantId} = ${companyId} and ${memberships.suspendedAt} is null and ${users.disabledAt} is null
        and (${memberships.roles} && '{owner,administrator}' or exists (select from ${roles} r
          where r.tenant_id = ${companyId} and r.name = any(${memberships.roles}) and 'audit:read' = any(r.scopes)))`,
    )
    .limit(50)

const watched: ReadonlySet<AuditEntry['action']> = new Set([
  'signed-in',
  'fields-refused',
  'exported',
  'member-roles-set',
  'role-changed',
])

async function alertOf(tx: ViewerTransaction, entry: Added, userId: string): Promise<Alert | null> {
  switch (entry.action) {
    case 'signed-in':
      return newNetwork(tx, entry, userId)
    case 'fields-refused': {
      const count = await sumSince(tx, userId, 'fields-refused', 'count', 5)
      return count >= burst ? { kind: 'burst-of-refusals', count } : null
    }
    case 'exported': {
      const rows = await sumSince(tx, userId, 'exported', 'rows', 60)
      return rows >= manyRows ? { kind: 'mass-export', rows } : null
    }
    default: {
      const gained = namesIn(entry.subject?.['gained'])
      const raised = reservedScopes.filter((scope) => gained.includes(scope))
      if (raised.length === 0) return null
      const { memberId, name } = entry.subject ?? {}
      return { kind: 'role-raised', gained: raised, ...(memberId ? { memberId: String(memberId) } : { role: String(name) }) }
    }
  }
}

/** Whoever never signed in before is new everywhere; that is no news. */
async function newNetwork(tx: ViewerTransaction, { id, address }: Added, userId: string): Promise<Alert | null> {
  const network = networkOf(address)
  if (network === null) return null
  const before = await tx
    .selectDistinct({ address: auditLog.address })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.userId, userId),
        eq(auditLog.action, 'signed-in'),
        ne(auditLog.id, id),
        isNotNull(auditLog.address),
        gte(auditLog.at, sql`now() - interval '180 days'`),
      ),
    )
    .limit(1_000)
  const known = before.map((each) => networkOf(each.address ?? ''))
  return before.length > 0 && !known.includes(network) ? { kind: 'new-network', network } : null
}

async function sumSince(
  tx: ViewerTransaction,
  userId: string,
  action: AuditEntry['action'],
  field: string,
  minutes: number,
): Promise<number> {
  const [found] = await tx
    .select({ sum: sql<number>`coalesce(sum((${auditLog.subject} ->> ${field})::numeric), 0)::float8` })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.userId, userId),
        eq(auditLog.action, action),
        gte(auditLog.at, sql`now() - make_interval(mins => ${minutes}::int)`),
      ),
    )
  return found?.sum ?? 0
}

/** Raised roles are told each time; of the others, one alert an hour is enough. */
async function wasTold(tx: ViewerTransaction, userId: string, kind: Alert['kind']): Promise<boolean> {
  if (kind === 'role-raised') return false
  // One at a time for each person: two requests at once tell it once.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`alert ${userId} ${kind}`}, 0))`)
  const told = await tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.userId, userId),
        eq(auditLog.action, 'alert'),
        sql`${auditLog.subject} ->> 'kind' = ${kind}`,
        gte(auditLog.at, sql`now() - make_interval(mins => ${quietMinutes}::int)`),
      ),
    )
    .limit(1)
  return told.length > 0
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])
