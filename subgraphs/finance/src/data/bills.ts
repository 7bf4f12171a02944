import { bills } from '@aems/drizzle/finance/tables.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import { earlier } from '@aems/kit/metrics/days.ts'
import { windowOf } from '@aems/kit/metrics/windows.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { BillOrder, BillState } from '../graph.generated.ts'
import { billFacts } from '../metrics/invoice-facts.ts'
import { type Admission, type AdmissionInput, type Admit, conditionsOf } from './admission.ts'

export type BillRow = typeof bills.$inferSelect
export type BillPage = Connection<BillRow>

export interface BillListInput extends AdmissionInput {
  readonly state: BillState
}

/** Bills of suppliers as the viewer may see them. */
export interface BillData {
  readonly byId: LoadOne<string, BillRow>
  /** A supplier's, newest first. */
  readonly ofSupplier: PagesOf<BillRow>
  /** Those issued in the period; open ones as of its end, today at the latest. */
  list(input: BillListInput, order: BillOrder, page: PageArguments): Promise<BillPage>
}

const id = { sql: sql`${bills.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<BillOrder, ListOrder>> = {
  ISSUED_ON_DESC: { name: 'ISSUED_ON_DESC', direction: 'desc', keys: [{ sql: sql`${bills.issuedOn}`, type: 'date' }, id] },
  DUE_ON_ASC: { name: 'DUE_ON_ASC', direction: 'asc', keys: [{ sql: sql`${bills.dueOn}`, type: 'date' }, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [{ sql: sql`${bills.amount}`, type: 'numeric' }, id] },
}

export function billData(read: Read, admit: Admit): BillData {
  const all = { table: bills, from: sql`${bills}`, where: [], order: sorts.ISSUED_ON_DESC }
  return {
    byId: loadById(read, bills),
    ofSupplier: pagesOf(read, all, sql`${bills.supplierId}`),
    list: async ({ state, ...input }, order, page) => {
      const rows = inState(state, await admit('ACCOUNTS_PAYABLE', input))
      return readList(read, { table: bills, ...rows, order: sorts[order] }, page)
    },
  }
}

function inState(state: BillState, admission: Admission): { from: SQL; where: SQL[] } {
  const last = earlier(admission.days.to ?? admission.asOf, admission.asOf)
  const { from, where } = conditionsOf(billFacts, admission, windowOf({ from: admission.days.from, to: last }))
  if (state === 'ANY') return { from, where: [...where, ...factRows(billFacts, { conditions: [], days: admission.days }).where] }
  const open = sql`${bills.issuedOn} <= ${last}::date and (${bills.paidOn} is null or ${bills.paidOn} > ${last}::date)`
  return { from, where: [...where, open] }
}
