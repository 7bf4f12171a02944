import type postgres from 'postgres'
import { newId } from '../ids.ts'
import { projections } from '../projections.ts'
import { projectSales } from '../projector/projected-sales.ts'
import { appRole } from '../roles.ts'
import { setViewer } from '../row-viewer.ts'
import { checkRemovals, checkStaged } from './checks.ts'
import { checkClosedAccounts } from './closed-accounts.ts'
import { checkClosedBooks } from './closed-books.ts'
import { admit, type Company, type CompanyChange, companyDifference, keptCompany, readCompany, writeCompany } from './company.ts'
import { assembleCrew } from './crew.ts'
import { checkRates, inBothCurrencies } from './currency.ts'
import { difference } from './difference.ts'
import { type Directory, openDirectory, type SourceFile } from './directory.ts'
import { tellDomains } from './events.ts'
import { collectFaults, type Fault, type Faults } from './faults.ts'
import { type GivenFile, openGiven } from './given-rows.ts'
import { givenUp, writeEnding } from './import-record.ts'
import { checkJournals } from './journals.ts'
import { checkKeptRates } from './kept-rates.ts'
import { rememberFor } from './memory.ts'
import { firstOrders, prepareOrders, setFirstOrders, writeOrderLines, writeOrders } from './orders.ts'
import { makePartitions, orderMonths, ownMonths } from './partitions.ts'
import { type Progress, trackProgress } from './progress.ts'
import { pauseRollupsOfNew, rebuildRollups } from './rollups.ts'
import { convertStaged } from './staged-currency.ts'
import { stage } from './staging.ts'
import { refreshStatistics } from './statistics.ts'
import { loadingDomain } from './tables.ts'
import { inTransaction, TakenBack } from './transaction.ts'
import { type Changes, upsert, writtenColumns } from './upsert.ts'
import { type Written, writtenRelations } from './written.ts'

/** What to import, and on whose behalf. */
export interface ImportOrder extends LoadOrder {
  readonly directory: string
  /** The company's key; without it, the one that company.csv names. */
  readonly companyKey?: string
}

/** Rows to load into a company that is there, and on whose behalf. */
export interface RowsOrder extends LoadOrder {
  readonly companyId: string
  readonly files: readonly GivenFile[]
}

/** How to load whatever there is to load. */
interface LoadOrder {
  /** The database as the import role reaches it. */
  readonly url: string
  /** Whoever imports; they become owner of a company that is new. */
  readonly userId: string
  /** Checks everything and writes nothing; the counts tell what would be. */
  readonly dryRun?: boolean
  /** Also removes rows that are no longer there, of the files that are. */
  readonly replaces?: boolean
  /** The record of the import, where there is one. */
  readonly importId?: string
  /** Stops the import; nothing of it is kept. */
  readonly signal?: AbortSignal
}

/** Rows of one file, and what became of them. */
export interface FileCount extends Changes {
  readonly file: string
  readonly rows: number
}

/** How an import ended. */
export interface ImportOutcome {
  readonly status: 'done' | 'faulty'
  readonly company: { readonly id: string; readonly key: string } | null
  readonly counts: readonly FileCount[]
  readonly leftOut: readonly string[]
  readonly faults: readonly Fault[]
  readonly faultCount: number
  /** SHA-256 of each file that was read. */
  readonly hashes: Readonly<Record<string, string>>
}

const manyRows = 10_000

/**
 * Loads a directory of CSV files into a company, all or nothing: everything is staged and checked before anything is
 * written, and all of it becomes visible in one commit. Memory stays flat however large the files are.
 *
 * @throws {DirectoryError} the directory can't be read.
 * @throws {ImportRefused} the user may not load this company.
 */
export async function importDirectory(
  order: ImportOrder,
  onProgress: (progress: Progress) => void = () => {},
): Promise<ImportOutcome> {
  const faults = collectFaults()
  const directory = await openDirectory(order.directory, faults)
  const company = await readCompany(directory, order.companyKey, faults)
  return load(order, { directory, company, faults }, onProgress)
}

/**
 * Loads rows of any files of the format into a company that is there, as a directory of these files would be loaded.
 * @throws {ImportRefused} there is no such company, or the user may not load it.
 */
export async function importRows(order: RowsOrder, onProgress: (progress: Progress) => void = () => {}): Promise<ImportOutcome> {
  const faults = collectFaults()
  const directory = openGiven(order.files, faults)
  const outcome = await load(order, { directory, company: await keptCompany(order), faults }, onProgress)
  // The first row stands for line 2; line 1 is that of the columns.
  const ofRows = outcome.faults.map((fault): Fault => (fault.line > 1 ? { ...fault, row: fault.line - 1 } : fault))
  return { ...outcome, faults: ofRows }
}

/** What was found to load. */
interface Found {
  readonly directory: Directory
  /** Undefined where company.csv does not say it. */
  readonly company: Company | undefined
  readonly faults: Faults
}

async function load(
  order: LoadOrder,
  { directory, company, faults }: Found,
  onProgress: (progress: Progress) => void,
): Promise<ImportOutcome> {
  const hashes: Record<string, string> = {}
  const counts: FileCount[] = []
  if (company !== undefined) {
    await inTransaction(order, (session) => loadInto(session, company, directory))
  }
  return {
    status: faults.count > 0 ? 'faulty' : 'done',
    company: company === undefined ? null : { id: company.id, key: company.key },
    counts: faults.count > 0 ? [] : counts,
    leftOut: directory.leftOut,
    faults: faults.kept,
    faultCount: faults.count,
    hashes,
  }

  async function loadInto(session: postgres.TransactionSql, company: Company, { sources }: Directory): Promise<void> {
    const replaces = order.replaces ?? false
    const progress = await trackProgress(sources, onProgress, order.signal)
    await setViewer(session, { tenantId: company.id, userId: order.userId, scopes: ['import:write'] })
    await session`select pg_advisory_xact_lock(hashtextextended(${`import ${company.id}`}, 0))`
    await admit(session, company, order.userId)
    const staged = sources.filter(({ format }) => format.name !== 'company.csv')
    const rows = new Map<string, number>()
    const describesCompany = staged.length < sources.length
    if (describesCompany) {
      rows.set('company.csv', 1)
      hashes['company.csv'] = company.hash
    }
    const crew = assembleCrew(progress.bytes)
    try {
      for (const source of staged) {
        const context = { companyId: company.id, faults, crew }
        const result = await stage(session, source, context, progress.reading(source.format.name))
        rows.set(source.format.name, result.rows)
        hashes[source.format.name] = result.hash
      }
    } finally {
      await crew?.close()
    }
    const checked = { companyId: company.id, currency: company.currency, sources: staged, replaces, faults }
    for (const source of staged) {
      progress.checking(source.format.name)
      await checkStaged(session, source, checked)
      await checkRates(session, source, checked)
      await checkJournals(session, source, checked)
      await checkClosedBooks(session, source, checked)
      await checkClosedAccounts(session, source, checked)
    }
    if (faults.count > 0) throw new TakenBack()
    const source = (name: string) => staged.find(({ format }) => format.name === name)
    const [orders, lines] = [source('orders.csv'), source('order_lines.csv')]
    // Partitions are there before this transaction touches the table that they belong to: making one locks it.
    if (order.dryRun !== true) {
      await makePartitions(order.url, 'sales', await orderMonths(session, company.id, orders, lines))
      for (const { domain, spans } of await ownMonths(session, staged)) await makePartitions(order.url, domain, spans)
    }
    await checkKeptRates(session, checked)
    await convertStaged(session, checked)
    if (replaces) await checkRemovals(session, checked)
    if (faults.count > 0) throw new TakenBack()
    if (order.dryRun === true) {
      if (describesCompany) counts.push({ file: 'company.csv', rows: 1, ...(await companyDifference(session, company)) })
      for (const each of staged) {
        const context = { companyId: company.id, currency: company.currency, replaces }
        const { name } = each.format
        counts.push({ file: name, rows: rows.get(name) ?? 0, ...(await difference(session, each, context)) })
      }
      throw new TakenBack()
    }
    const importId = order.importId ?? newId()
    await rememberFor(session, importId)
    const relations = await writtenRelations(session, staged, company.id)
    const emptyBefore = new Set(relations.filter(({ wasEmpty }) => wasEmpty).map(({ table }) => table))
    const changes = new Map<string, Changes>()
    let companyChange: CompanyChange | null = null
    if (describesCompany) {
      const { change, ...count } = await writeCompany(session, company, order.userId)
      companyChange = change
      changes.set('company.csv', count)
    }
    await prepareOrders(session, appRole('sales'))
    const rollsUpAnew = await pauseRollupsOfNew(session, company.id)
    let ordersWereNew = false
    let firstOrdersWritten = false
    for (const each of staged) {
      const count = rows.get(each.format.name) ?? 0
      const writing = { rows: count, onRows: progress.writing(each.format.name, count) }
      await session.unsafe(`set local role ${appRole(loadingDomain(each.format))}`)
      // What this transaction has just written has no statistics yet; many rows are never best joined one by one.
      await session.unsafe(`set local enable_nestloop = ${count > manyRows ? 'off' : 'on'}`)
      const context = { companyId: company.id, currency: company.currency, replaces, emptyBefore, writing }
      if (each === orders) {
        const { wereNew, ...written } = await writeOrders(session, each, lines, context)
        ordersWereNew = wereNew && lines !== undefined
        changes.set(each.format.name, written)
      } else if (each === lines) {
        changes.set(each.format.name, await writeOrderLines(session, each, context, ordersWereNew))
      } else {
        const firsts = each.format.name === 'customers.csv' ? await firstOrders(session, each, orders, company.id) : {}
        firstOrdersWritten ||= firsts.from !== undefined
        const amounts = inBothCurrencies(each, context)
        changes.set(
          each.format.name,
          await upsert(session, each, {
            table: each.format.table,
            companyId: company.id,
            replaces,
            writing,
            ...firsts,
            ...amounts,
          }),
        )
      }
      await session`set local role none`
      await project(session, each, company.id, replaces)
    }
    progress.finishing()
    if (rollsUpAnew) await rebuildRollups(session)
    await session.unsafe(`set local role ${appRole('sales')}`)
    if (!firstOrdersWritten && (orders !== undefined || source('customers.csv') !== undefined))
      await setFirstOrders(session, company.id)
    if (orders !== undefined || lines !== undefined) await projectSales(session, company.id)
    await refreshStatistics(session)
    for (const { format } of sources) {
      const change = changes.get(format.name)
      if (change !== undefined) counts.push({ file: format.name, rows: rows.get(format.name) ?? 0, ...change })
    }
    await tellDomains(session, company.id, 'company.imported', importId, counts)
    await record(session, company, replaces, { companyChange, relations })
  }

  async function record(session: postgres.TransactionSql, company: Company, replaces: boolean, written: Written): Promise<void> {
    await session.unsafe(`set local role ${appRole('auth')}`)
    const subject = { import: order.importId ?? null, company: company.key, replaces, files: hashes, counts: [...counts] }
    await session`insert into auth.audit_log (tenant_id, id, user_id, action, subject)
      values (${company.id}, ${newId()}, ${order.userId}, 'company.imported', ${JSON.stringify(subject)}::text::jsonb)`
    // In the same commit, so that an import is done exactly where its rows are there.
    if (order.importId !== undefined) {
      const ended = await writeEnding(session, company.id, order.importId, {
        status: 'done',
        counts,
        leftOut: directory.leftOut,
        hashes,
        written,
      })
      if (!ended) throw givenUp()
    }
  }
}

/** Copies what other domains need of a file's rows into their projections. */
async function project(
  session: postgres.TransactionSql,
  source: SourceFile,
  companyId: string,
  replaces: boolean,
): Promise<void> {
  for (const { projected, reader, columns } of projections.filter(({ table }) => table === source.format.table)) {
    const written = writtenColumns(source).filter((column) => columns.includes(column))
    if (written.length === 0) continue
    await session.unsafe(`set local role ${appRole(reader)}`)
    await upsert(session, source, { table: projected, companyId, columns: written, replaces })
    await session`set local role none`
  }
}
