import { invoices, payments } from '@aems/drizzle/finance/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany, loadOne } from '@aems/kit/loaders.ts'
import { factRows } from '@aems/kit/metrics/admission.ts'
import { earlier } from '@aems/kit/metrics/days.ts'
import { list } from '@aems/kit/metrics/sql.ts'
import { windowOf } from '@aems/kit/metrics/windows.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { asc, inArray, type SQL, sql } from 'drizzle-orm'
import type { InvoiceOrder, InvoiceState } from '../graph.generated.ts'
import { invoiceFacts } from '../metrics/invoice-facts.ts'
import { type Admission, type AdmissionInput, type Admit, conditionsOf } from './admission.ts'

export type InvoiceRow = typeof invoices.$inferSelect
export type InvoicePage = Connection<InvoiceRow>

export interface InvoiceListInput extends AdmissionInput {
  readonly state?: InvoiceState | null | undefined
  readonly orderBy?: InvoiceOrder | null | undefined
}

/** Invoices as the viewer may see them. */
export interface InvoiceData {
  readonly byId: LoadOne<string, InvoiceRow>
  /** What is unpaid of an invoice as of the company's today, by its id. */
  readonly openAmount: LoadOne<string, { readonly id: string; readonly open: string }>
  /** Those of an order, oldest first. */
  readonly ofOrder: LoadMany<string, InvoiceRow>
  readonly ofCustomer: LimitedPagesOf<InvoiceListInput, InvoiceRow>
  /** Those issued in the period; open or overdue ones as of its end, today at the latest. */
  list(input: InvoiceListInput, page: PageArguments): Promise<InvoicePage>
}

const id = { sql: sql`${invoices.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<InvoiceOrder, ListOrder>> = {
  ISSUED_ON_DESC: { name: 'ISSUED_ON_DESC', direction: 'desc', keys: [{ sql: sql`${invoices.issuedOn}`, type: 'date' }, id] },
  DUE_ON_ASC: { name: 'DUE_ON_ASC', direction: 'asc', keys: [{ sql: sql`${invoices.dueOn}`, type: 'date' }, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [{ sql: sql`${invoices.amount}`, type: 'numeric' }, id] },
}

/** What was paid of an invoice by a day. */
const paidTo = (day: SQL): SQL => sql`(select coalesce(sum(${payments.amount}), 0) from ${payments}
  where ${payments.tenantId} = ${invoices.tenantId} and ${payments.invoiceId} = ${invoices.id} and ${payments.paidOn} <= ${day})`

export function invoiceData(read: Read, admit: Admit, viewer: Viewer): InvoiceData {
  const listOf = async ({ state, orderBy, ...input }: InvoiceListInput): Promise<List<typeof invoices>> => {
    const rows = inState(state ?? 'ANY', await admit('ACCOUNTS_RECEIVABLE', input))
    return { table: invoices, ...rows, order: sorts[orderBy ?? 'ISSUED_ON_DESC'] }
  }
  const now = sql`${today(viewer.company)}::date`
  return {
    byId: loadById(read, invoices),
    openAmount: loadOne(
      (ids) =>
        read((tx) =>
          tx.execute<{ id: string; open: string }>(
            sql`select ${invoices.id} as id, (${invoices.amount} - ${paidTo(now)})::text as open from ${invoices}
              where ${invoices.id} = any(${list(ids, 'uuid')})`,
          ),
        ),
      (row) => row.id,
    ),
    ofOrder: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(invoices)
            .where(inArray(invoices.orderId, [...ids]))
            .orderBy(asc(invoices.issuedOn), asc(invoices.id)),
        ),
      ({ orderId }) => orderId ?? '',
    ),
    ofCustomer: limitedPagesOf(read, listOf, sql`${invoices.customerId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

function inState(state: InvoiceState, admission: Admission): { from: SQL; where: SQL[] } {
  const last = earlier(admission.days.to ?? admission.asOf, admission.asOf)
  const day = sql`${last}::date`
  const conditions = conditionsOf(invoiceFacts, admission, windowOf({ from: admission.days.from, to: last }))
  if (state === 'ANY')
    return {
      from: conditions.from,
      where: [...conditions.where, ...factRows(invoiceFacts, { conditions: [], days: admission.days }).where],
    }
  const open = [sql`${invoices.issuedOn} <= ${day}`, sql`${invoices.amount} <> ${paidTo(day)}`]
  const overdue = state === 'OVERDUE' ? [sql`${invoices.dueOn} < ${day}`] : []
  return { from: conditions.from, where: [...conditions.where, ...open, ...overdue] }
}
