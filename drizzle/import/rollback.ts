import type postgres from 'postgres'
import { newId } from '../ids.ts'
import { projectSales } from '../projector/projected-sales.ts'
import { appRole } from '../roles.ts'
import { setViewer } from '../row-viewer.ts'
import { requireOpenAccounts } from './closed-accounts.ts'
import { requireOpenBooks } from './closed-books.ts'
import { companyRow, ImportRefused, requireImporter } from './company.ts'
import { tellDomains } from './events.ts'
import { keptFaults } from './faults.ts'
import { loadedFiles } from './format.ts'
import type { FileCount, ImportOutcome } from './import.ts'
import { givenUp, type ImportRecorded, recordedImport, writeEnding } from './import-record.ts'
import { ImportCancelled, type Progress, type ProgressTracker, trackProgress } from './progress.ts'
import { bringBack, danglingReferences, prepareRemoved, takeAway } from './restore.ts'
import { pauseRollups, rebuildRollups } from './rollups.ts'
import { rowsWrittenSince } from './since.ts'
import { refreshStatistics } from './statistics.ts'
import { inTransaction, TakenBack } from './transaction.ts'

/** Which import to roll back, and on whose behalf. */
export interface RollbackOrder {
  readonly userId: string
  readonly companyId: string
  readonly companyKey: string
  /** The import. */
  readonly rollsBack: string
  /** The record of the rollback itself. */
  readonly importId: string
  /** The database as the import role reaches it. */
  readonly url: string
  /** Stops the rollback; all stays as it was. */
  readonly signal?: AbortSignal
}

/**
 * Takes an import back, all or nothing: rows that it added go, rows that it changed or removed are again what they
 * were, in every domain. Nothing is done where a row was written since: the outcome names such rows.
 * @throws {ImportRefused} it can't be rolled back at all.
 */
export async function rollBackImport(order: RollbackOrder, onProgress: (progress: Progress) => void): Promise<ImportOutcome> {
  const progress = await trackProgress([], onProgress, order.signal)
  let outcome: ImportOutcome | undefined
  await inTransaction(order, async (session) => {
    outcome = await rollBack(session, order, progress)
    if (outcome.status === 'faulty') throw new TakenBack()
  })
  if (outcome === undefined) throw new ImportCancelled()
  return outcome
}

async function rollBack(
  session: postgres.TransactionSql,
  order: RollbackOrder,
  progress: ProgressTracker,
): Promise<ImportOutcome> {
  const { companyId, companyKey, userId, importId } = order
  await setViewer(session, { tenantId: companyId, userId, scopes: ['import:write'] })
  await session`select pg_advisory_xact_lock(hashtextextended(${`import ${companyId}`}, 0))`
  await session.unsafe(`set local role ${appRole('auth')}`)
  await requireImporter(session, companyId, companyKey, userId)
  const recorded = await recordedImport(session, companyId, order.rollsBack)
  await session`set local role none`
  await requireOpenBooks(session, recorded)
  await requireOpenAccounts(session, recorded)
  const ended = (faults: ImportOutcome['faults'], faultCount: number, counts: readonly FileCount[]): ImportOutcome => ({
    status: faultCount > 0 ? 'faulty' : 'done',
    company: { id: companyId, key: companyKey },
    counts,
    leftOut: [],
    faults,
    faultCount,
    hashes: {},
  })
  const faults: ImportOutcome['faults'][number][] = []
  let faultCount = 0
  for (const relation of recorded.relations) {
    progress.checking(fileOf(relation.table))
    const { rows, count } = await rowsWrittenSince(session, recorded, relation)
    faultCount += count
    for (const { label, by } of rows) {
      if (faults.length === keptFaults) break
      const message =
        by === null ? 'was changed or added since' : `was written since by the import ${by}; roll that one back first`
      faults.push({ file: fileOf(relation.table), line: 0, column: label, message })
    }
  }
  await requireUnchangedCompany(session, recorded)
  if (faultCount > 0) return ended(faults, faultCount, [])
  await prepareRemoved(session)
  const firstFacts = recorded.relations.some(({ table, wasEmpty }) => table === 'sales.orders' && wasEmpty)
  if (firstFacts) await pauseRollups(session)
  const removed = new Map<string, number>()
  for (const relation of recorded.relations.toReversed()) {
    progress.writing(fileOf(relation.table), 0)
    removed.set(relation.table, await takeAway(session, recorded, relation))
  }
  const counts: FileCount[] = []
  for (const relation of recorded.relations) {
    const { added, changed } = await bringBack(session, recorded, relation)
    const gone = removed.get(relation.table) ?? 0
    if (loadedFiles.some(({ table }) => table === relation.table)) {
      counts.push({ file: fileOf(relation.table), rows: added + changed + gone, added, changed, removed: gone })
    }
  }
  const dangling = await danglingReferences(session, companyId)
  if (dangling.length > 0) return ended(dangling, dangling.length, [])
  progress.finishing()
  if (firstFacts) await rebuildRollups(session)
  if (recorded.relations.some(({ table }) => table === 'sales.order_lines')) await projectSales(session, companyId)
  await refreshStatistics(session)
  await tellDomains(session, companyId, 'company.import_rolled_back', order.rollsBack, counts)
  await takeBackCompany(session, recorded)
  await session.unsafe(`set local role ${appRole('auth')}`)
  const subject = { import: order.rollsBack, company: companyKey, counts }
  await session`insert into auth.audit_log (tenant_id, id, user_id, action, subject)
    values (${companyId}, ${newId()}, ${userId}, 'company.import_rolled_back', ${JSON.stringify(subject)}::text::jsonb)`
  await session`update auth.imports set rolled_back_at = clock_timestamp() where tenant_id = ${companyId} and id = ${order.rollsBack}`
  if (!(await writeEnding(session, companyId, importId, { status: 'done', counts }))) throw givenUp()
  return ended([], 0, counts)
}

/** The file whose rows a table keeps, or the table itself, where it is a copy of another's. */
function fileOf(table: string): string {
  return loadedFiles.find((format) => format.table === table)?.name ?? table
}

const sameRow = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

async function requireUnchangedCompany(session: postgres.TransactionSql, { companyId, companyChange }: ImportRecorded) {
  if (companyChange === null || 'made' in companyChange) return
  await session.unsafe(`set local role ${appRole('auth')}`)
  const now = await companyRow(session, companyId)
  await session`set local role none`
  if (now === undefined || !sameRow(now, companyChange.after)) {
    throw new ImportRefused(
      "The company's own row (name, fiscal year, time zone or day) was changed since; change it back first.",
    )
  }
}

async function takeBackCompany(session: postgres.TransactionSql, { companyId, companyChange }: ImportRecorded) {
  if (companyChange === null) return
  await session.unsafe(`set local role ${appRole('auth')}`)
  if ('made' in companyChange) await session`delete from auth.companies where id = ${companyId}`
  else await session`update auth.companies set ${session({ ...companyChange.before })} where id = ${companyId}`
  await session`set local role none`
}
