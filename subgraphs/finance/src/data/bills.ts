import { bills } from '@aems/drizzle/finance/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import { earlier } from '@aems/kit/metrics/days.ts'
import { windowOf } from '@aems/kit/metrics/windows.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray, type SQL, sql } from 'drizzle-orm'
import type { BillOrder, BillState } from '../graph.generated.ts'
import { billFacts } from '../metrics/invoice-facts.ts'
import { type Admission, type AdmissionInput, type Admit, conditionsOf } from './admission.ts'

export type BillRow = typeof bills.$inferSelect
export type BillPage = Connection<BillRow>

export interface BillListInput extends AdmissionInput {
  readonly state?: BillState | null | undefined
  readonly orderBy?: BillOrder | null | undefined
}

/** Bills of suppliers as the viewer may see them. */
export interface BillData {
  readonly byId: LoadOne<string, BillRow>
  /** Those of a purchase order, oldest first. */
  readonly ofPurchaseOrder: LoadMany<string, BillRow>
  readonly ofSupplier: LimitedPagesOf<BillListInput, BillRow>
  /** Those issued in the period; open ones as of its end, today at the latest. */
  list(input: BillListInput, page: PageArguments): Promise<BillPage>
}

const id = { sql: sql`${bills.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<BillOrder, ListOrder>> = {
  ISSUED_ON_DESC: { name: 'ISSUED_ON_DESC', direction: 'desc', keys: [{ sql: sql`${bills.issuedOn}`, type: 'date' }, id] },
  DUE_ON_ASC: { name: 'DUE_ON_ASC', direction: 'asc', keys: [{ sql: sql`${bills.dueOn}`, type: 'date' }, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [{ sql: sql`${bills.amount}`, type: 'numeric' }, id] },
}

export function billData(read: Read, admit: Admit): BillData {
  const listOf = async ({ state, orderBy, ...input }: BillListInput): Promise<List<typeof bills>> => {
    const rows = inState(state ?? 'ANY', await admit('ACCOUNTS_PAYABLE', input))
    return { table: bills, ...rows, order: sorts[orderBy ?? 'ISSUED_ON_DESC'] }
  }
  return {
    byId: loadById(read, bills),
    ofPurchaseOrder: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(bills)
            .where(inArray(bills.purchaseOrderId, [...ids]))
            .orderBy(asc(bills.issuedOn), asc(bills.id)),
        ),
      ({ purchaseOrderId }) => purchaseOrderId ?? '',
    ),
    ofSupplier: limitedPagesOf(read, listOf, sql`${bills.supplierId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

function inState(state: BillState, admission: Admission): { from: SQL; where: SQL[] } {
  const last = earlier(admission.days.to ?? admission.asOf, admission.asOf)
  const { from, where } = conditionsOf(billFacts, admission, windowOf({ from: admission.days.from, to: last }))
  if (state === 'ANY') return { from, where: [...where, ...factRows(billFacts, { conditions: [], days: admission.days }).where] }
  const open = sql`${bills.issuedOn} <= ${last}::date and (${bills.paidOn} is null or ${bills.paidOn} > ${last}::date)`
  return { from, where: [...where, open] }
}
