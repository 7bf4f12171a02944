import { ledgerEntries, ledgerEntryRefs } from '@aems/drizzle/finance/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany, loadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { isId, type Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { LedgerEntryOrder } from '../graph.generated.ts'
import { ledgerFacts } from '../metrics/facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'
import { notPayroll, seesPayroll } from './payroll.ts'

export type LedgerEntryRow = typeof ledgerEntries.$inferSelect
export type LedgerEntryPage = Connection<LedgerEntryRow>

/** Entries that were posted together. */
export interface JournalRow {
  readonly journalRef: string
}

/** What is budgeted on an account for a month, of one org unit or of none. */
export interface BudgetRow {
  readonly accountId: string
  readonly orgUnitId: string | null
  /** First day of the month. */
  readonly month: string
  readonly amount: string
}

export interface LedgerEntryListInput extends AdmissionInput {
  readonly orderBy?: LedgerEntryOrder | null | undefined
}

/** Entries of the ledger as the viewer may see them. */
export interface LedgerEntryData {
  readonly byId: LoadOne<string, LedgerEntryRow>
  /** What was posted to an account. */
  readonly ofAccount: LimitedPagesOf<LedgerEntryListInput, LedgerEntryRow>
  /** Those that were posted together. */
  readonly ofJournal: LoadMany<string, LedgerEntryRow>
  /** What was posted for an org unit; without payroll for those who may not see it. */
  readonly ofOrgUnit: LimitedPagesOf<LedgerEntryListInput, LedgerEntryRow>
  /** What is budgeted since an entry set it. */
  budgetSetBy(entryId: string): Promise<BudgetRow | null>
  /** Those that figures of the ledger are made of under the same conditions. */
  list(input: LedgerEntryListInput, page: PageArguments): Promise<LedgerEntryPage>
}

const day = { sql: sql`${ledgerEntries.postedOn}`, type: 'date' } as const
const id = { sql: sql`${ledgerEntries.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<LedgerEntryOrder, ListOrder>> = {
  POSTED_ON_DESC: { name: 'POSTED_ON_DESC', direction: 'desc', keys: [day, id] },
  POSTED_ON_ASC: { name: 'POSTED_ON_ASC', direction: 'asc', keys: [day, id] },
  AMOUNT_DESC: {
    name: 'AMOUNT_DESC',
    direction: 'desc',
    keys: [{ sql: sql`${ledgerEntries.amount}`, type: 'numeric' }, day, id],
  },
}

export function ledgerEntryData(read: Read, admit: Admit, viewer: Viewer): LedgerEntryData {
  /** The refs know an entry's day, which says in which partition it is. */
  const load = loadOne<string, LedgerEntryRow>(
    (ids) =>
      read((tx) =>
        tx
          .select(getTableColumns(ledgerEntries))
          .from(ledgerEntryRefs)
          .innerJoin(
            ledgerEntries,
            and(
              eq(ledgerEntries.tenantId, ledgerEntryRefs.tenantId),
              eq(ledgerEntries.postedOn, ledgerEntryRefs.postedOn),
              eq(ledgerEntries.id, ledgerEntryRefs.id),
            ),
          )
          .where(inArray(ledgerEntryRefs.id, [...ids])),
      ),
    (row) => row.id,
  )
  const listOf = async (limits: LedgerEntryListInput, ofUnit = false): Promise<List<typeof ledgerEntries>> => {
    const { orderBy, ...input } = limits
    const byUnit = ofUnit || (input.where ?? []).some(({ dimension }) => dimension === 'ORG_UNIT')
    const { from, where } = factRows(ledgerFacts.actual, await admit('NET_INCOME', input))
    const hidden = byUnit && !seesPayroll(viewer) ? [notPayroll] : []
    return { table: ledgerEntries, from, where: [...where, ...hidden], order: sorts[orderBy ?? 'POSTED_ON_DESC'] }
  }
  return {
    byId: async (id) => (isId(id) ? load(id.toLowerCase()) : null),
    ofAccount: limitedPagesOf(read, (limits) => listOf(limits), sql`${ledgerEntries.accountId}`),
    ofOrgUnit: limitedPagesOf(read, (limits) => listOf(limits, true), sql`${ledgerEntries.orgUnitId}`),
    ofJournal: loadMany(
      (refs) =>
        read((tx) =>
          tx
            .select()
            .from(ledgerEntries)
            .where(inArray(ledgerEntries.journalRef, [...refs]))
            .orderBy(asc(ledgerEntries.id)),
        ),
      ({ journalRef }) => journalRef ?? '',
    ),
    budgetSetBy: async (entryId) => {
      const entry = await load(entryId)
      if (entry === null) return null
      const { accountId, orgUnitId, postedOn } = entry
      const month = `${postedOn.slice(0, 7)}-01`
      const [found] = await read((tx) =>
        tx.execute<{ amount: string }>(sql`select sum(${ledgerEntries.amount})::text as amount from ${ledgerEntries}
          where ${ledgerEntries.accountId} = ${accountId} and ${ledgerEntries.scenario} = 'budget'
            and ${ledgerEntries.orgUnitId} is not distinct from ${orgUnitId}::uuid
            and ${ledgerEntries.postedOn} between ${month} and ${postedOn}`),
      )
      return { accountId, orgUnitId, month, amount: found?.amount ?? '0' }
    },
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
