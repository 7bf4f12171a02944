import { auditHeads, auditLog, auditSeals, auditUnsealed, companies } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { chained, chainOfNone, contentOfEntry, type HeadSigner, hashOfContent, originOf } from './chain.ts'
import { sealerOf } from './seal.ts'

/** Something wrong with a company's log. */
export interface AuditFault {
  readonly kind: 'edited' | 'removed' | 'swapped' | 'added' | 'seal' | 'head'
  /** The entry at fault, where one is. */
  readonly entryId: string | null
  /** What is wrong, and with which row. */
  readonly message: string
}

/** How a company's log was found. */
export interface Verified {
  readonly company: string
  readonly sealed: number
  /** Entries of the last moments, which have no seal yet. */
  readonly unsealed: number
  readonly faults: readonly AuditFault[]
}

const pageSize = 5_000

/** Looks through the logs of every company, and of what concerns none. */
export async function verifyAudit(database: DomainDatabase, signer: HeadSigner): Promise<Verified[]> {
  const known = await database.global.select({ id: companies.id, key: companies.key }).from(companies).orderBy(asc(companies.key))
  const chains = [...known, { id: chainOfNone, key: 'what concerns no company' }]
  const found: Verified[] = []
  for (const { id, key } of chains) found.push({ company: key, ...(await verifyChain(database, signer, id)) })
  return found
}

interface Mismatch {
  readonly entryId: string
  readonly number: number
  /** What it said when it was sealed, and what it says now. */
  readonly sealed: string
  readonly now: string
}

async function verifyChain(database: DomainDatabase, signer: HeadSigner, tenantId: string): Promise<Omit<Verified, 'company'>> {
  const faults: AuditFault[] = []
  const mismatches: Mismatch[] = []
  const heads = await headsOf(database, tenantId)
  let last = { number: 0, chainHash: originOf(tenantId) }
  let checkedHeads = 0
  for await (const seal of sealsOf(database, tenantId)) {
    const { number, entryId, contentHash, chainHash, content } = seal
    for (let missing = last.number + 1; missing < number; missing += 1) {
      faults.push({ kind: 'seal', entryId: null, message: `Seal ${missing} is gone.` })
    }
    if (number === last.number + 1 && !chained(last.chainHash, seal).equals(chainHash)) {
      faults.push({ kind: 'seal', entryId, message: `Seal ${number}, of entry ${entryId}, does not follow from the one before.` })
    }
    if (content === null) {
      faults.push({ kind: 'removed', entryId, message: `Entry ${entryId}, sealed as ${number}, was removed.` })
    } else {
      const now = hashOfContent(content)
      if (!now.equals(contentHash)) {
        mismatches.push({ entryId, number, sealed: contentHash.toString('hex'), now: now.toString('hex') })
      }
    }
    const head = heads.get(number)
    if (head) {
      checkedHeads += 1
      if (!head.chainHash.equals(chainHash) || !signer.isSigned({ ...head, tenantId }, head.signature)) {
        const message = `The signed head at seal ${number}, of ${head.sealedAt.toISOString()}, does not fit: seals up to it were made anew.`
        faults.push({ kind: 'head', entryId: null, message })
      }
    }
    last = { number, chainHash }
  }
  const ends = Math.max(0, ...heads.keys())
  if (ends !== last.number) {
    const message = `The last signed head is at seal ${ends}, and the last seal is ${last.number}.`
    faults.push({ kind: 'head', entryId: null, message })
  } else if (checkedHeads < heads.size) {
    faults.push({ kind: 'head', entryId: null, message: 'Seals of signed heads are gone.' })
  }
  const strays = await straysOf(database, tenantId)
  const added = strays.added.map((entryId): AuditFault => {
    return { kind: 'added', entryId, message: `Entry ${entryId} was added past the log: it never waited for a seal.` }
  })
  const gone = strays.gone.map((entryId): AuditFault => {
    return { kind: 'removed', entryId, message: `Entry ${entryId} was removed before it was sealed.` }
  })
  return { sealed: last.number, unsealed: strays.unsealed, faults: [...faults, ...changed(mismatches), ...added, ...gone] }
}

/** Entries that say something else than they did: each what another one said, or what none did. */
function changed(mismatches: readonly Mismatch[]): AuditFault[] {
  return mismatches.map(({ entryId, number, now }) => {
    const other = mismatches.find((each) => each.entryId !== entryId && each.sealed === now)
    if (!other) return { kind: 'edited', entryId, message: `Entry ${entryId}, sealed as ${number}, was edited.` }
    const message = `Entry ${entryId}, sealed as ${number}, was swapped: it says what entry ${other.entryId}, sealed as ${other.number}, said.`
    return { kind: 'swapped', entryId, message }
  })
}

async function headsOf({ asViewer }: DomainDatabase, tenantId: string) {
  const rows = await asViewer(sealerOf(tenantId), (tx) => tx.select().from(auditHeads).where(eq(auditHeads.tenantId, tenantId)))
  return new Map(rows.map(({ number, ...head }) => [number, { number, ...head }]))
}

/** A company's seals by number, each with what its entry says now; null where it is gone. */
async function* sealsOf({ asViewer }: DomainDatabase, tenantId: string) {
  let after = 0
  for (;;) {
    const page = await asViewer(sealerOf(tenantId), (tx) =>
      tx
        .select({
          number: auditSeals.number,
          entryId: auditSeals.entryId,
          contentHash: auditSeals.contentHash,
          chainHash: auditSeals.chainHash,
          content: sql<string | null>`case when ${auditLog.id} is not null then ${contentOfEntry} end`,
        })
        .from(auditSeals)
        .leftJoin(auditLog, eq(auditLog.id, auditSeals.entryId))
        .where(and(eq(auditSeals.tenantId, tenantId), gt(auditSeals.number, after)))
        .orderBy(asc(auditSeals.number))
        .limit(pageSize),
    )
    yield* page
    const end = page.at(-1)
    if (!end || page.length < pageSize) return
    after = end.number
  }
}

/** Entries without a seal: those that wait for it, those that never did, and those that are gone while they should wait. */
function straysOf({ asViewer }: DomainDatabase, tenantId: string) {
  return asViewer(sealerOf(tenantId), async (tx) => {
    const waits = sql`exists (select from ${auditUnsealed} u where u.entry_id = ${auditLog.id})`
    const open = await tx
      .select({ id: auditLog.id, waits: sql<boolean>`${waits}` })
      .from(auditLog)
      .where(
        sql`coalesce(${auditLog.tenantId}, ${chainOfNone}::uuid) = ${tenantId}
          and not exists (select from ${auditSeals} s where s.tenant_id = ${tenantId} and s.entry_id = ${auditLog.id})`,
      )
    const gone = await tx
      .select({ id: auditUnsealed.entryId })
      .from(auditUnsealed)
      .where(
        sql`${auditUnsealed.chainId} = ${tenantId}
          and not exists (select from ${auditLog} l where l.id = ${auditUnsealed.entryId})`,
      )
    return {
      unsealed: open.filter((each) => each.waits).length,
      added: open.filter((each) => !each.waits).map(({ id }) => id),
      gone: gone.map(({ id }) => id),
    }
  })
}
