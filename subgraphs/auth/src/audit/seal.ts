import { setTimeout as delay } from 'node:timers/promises'
import { auditHeads, auditLog, auditSeals, auditUnsealed } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { list } from '@aems/kit/metrics/sql.ts'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { chained, contentOfEntry, type HeadSigner, hashOfContent, originOf } from './chain.ts'

const pauseMs = 1_000
/** Entries sealed in one transaction, at most. */
const mostAtOnce = 2_000

/** Nobody in particular, of one company: sees its log alone. */
export const sealerOf = (tenantId: string) => ({ tenantId, userId: null, scopes: [] })

/** Seals what waits for it, of every company. */
export async function sealAudit(database: DomainDatabase, signer: HeadSigner): Promise<void> {
  const waiting = await database.global.selectDistinct({ tenantId: auditUnsealed.chainId }).from(auditUnsealed)
  for (const { tenantId } of waiting) {
    while ((await sealCompany(database, signer, tenantId)) === mostAtOnce);
  }
}

/** Adds entries to a company's chain, in one transaction with its new, signed head. Gives how many. */
function sealCompany({ asViewer }: DomainDatabase, signer: HeadSigner, tenantId: string): Promise<number> {
  return asViewer(sealerOf(tenantId), async (tx) => {
    // Writers do not queue here; sealers do, one company at a time.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${tenantId}`}, 0))`)
    const entries = await tx
      .select({ id: auditLog.id, content: contentOfEntry })
      .from(auditUnsealed)
      .innerJoin(auditLog, eq(auditLog.id, auditUnsealed.entryId))
      .where(eq(auditUnsealed.chainId, tenantId))
      .orderBy(asc(auditLog.at), asc(auditLog.id))
      .limit(mostAtOnce)
    if (entries.length === 0) return 0
    const [last] = await tx
      .select()
      .from(auditSeals)
      .where(eq(auditSeals.tenantId, tenantId))
      .orderBy(desc(auditSeals.number))
      .limit(1)
    let { number, chainHash } = last ?? { number: 0, chainHash: originOf(tenantId) }
    const seals = entries.map(({ id: entryId, content }) => {
      number += 1
      const link = { number, entryId, contentHash: hashOfContent(content) }
      chainHash = chained(chainHash, link)
      return { tenantId, ...link, chainHash }
    })
    const head = { tenantId, number, sealedAt: new Date(), chainHash }
    await tx.insert(auditSeals).values(seals)
    await tx.insert(auditHeads).values({ ...head, signature: signer.sign(head) })
    const ids = list(
      entries.map(({ id }) => id),
      'uuid',
    )
    await tx.delete(auditUnsealed).where(sql`${auditUnsealed.entryId} = any(${ids})`)
    return entries.length
  })
}

/**
 * Seals every second until it is told to stop. Several processes may do so at once.
 * @returns stops it, once what is under way is done.
 */
export function keepSealing(database: DomainDatabase, signer: HeadSigner): () => Promise<void> {
  const stopping = new AbortController()
  const work = (async () => {
    while (!stopping.signal.aborted) {
      await delay(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
      // A database that is away for a while has lost nothing: what waits is sealed next time.
      if (!stopping.signal.aborted) await sealAudit(database, signer).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await work
  }
}
