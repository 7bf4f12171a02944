import { bills, invoices, payments } from '@aems/drizzle/finance/tables.ts'
import type { WindowSql } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FinanceFact } from './facts.ts'

/** Buckets of days past due, as receivables are aged by custom: thirty days each. */
export const ageBuckets = ['current', '1–30', '31–60', '61–90', '90+'] as const

/** The age of what was due on a day, at the end of the days asked about. */
const ageOf =
  (due: SQL) =>
  ({ to }: WindowSql): SQL =>
    sql`case when ${to} <= ${due} then 'current' when ${to} - ${due} <= 30 then '1–30' when ${to} - ${due} <= 60 then '31–60'
      when ${to} - ${due} <= 90 then '61–90' else '90+' end`

/** What invoices add to receivables, and payments take from them, each with the invoice's customer and due day. */
const receivables = sql`(select ${invoices.customerId} as customer_id, ${invoices.dueOn} as due_on,
    ${invoices.issuedOn} as moved_on, ${invoices.amount} as amount from ${invoices}
  union all
  select ${invoices.customerId}, ${invoices.dueOn}, ${payments.paidOn}, -${payments.amount}
  from ${payments} join ${invoices} on ${invoices.tenantId} = ${payments.tenantId} and ${invoices.id} = ${payments.invoiceId}) receivables`

const payables = sql`(select ${bills.supplierId} as supplier_id, ${bills.dueOn} as due_on, ${bills.issuedOn} as moved_on,
    ${bills.amount} as amount from ${bills}
  union all
  select ${bills.supplierId}, ${bills.dueOn}, ${bills.paidOn}, -${bills.amount} from ${bills} where ${bills.paidOn} is not null) payables`

const anyInvoice = sql`exists (select from ${invoices})`
const anyBill = sql`exists (select from ${bills})`

/** What customers owe on a day. */
export const receivableFacts: FinanceFact = {
  name: 'invoices and their payments',
  tables: ['finance.invoices', 'finance.payments'],
  from: receivables,
  timing: {
    kind: 'asOf',
    counts: (day) => sql`receivables.moved_on <= ${day}`,
    earliest: sql`min(receivables.moved_on)`,
  },
  dimensions: {
    CUSTOMER: { key: sql`receivables.customer_id` },
    AGE_BUCKET: { key: ageOf(sql`receivables.due_on`) },
  },
  known: anyInvoice,
}

/** What customers owe on a day, of invoices that were due before it. */
export const overdueFacts: FinanceFact = {
  ...receivableFacts,
  name: 'overdue invoices and their payments',
  timing: {
    kind: 'asOf',
    counts: (day) => sql`receivables.moved_on <= ${day} and receivables.due_on < ${day}`,
    earliest: sql`min(receivables.due_on)`,
  },
}

export const receivableAmount = sql`receivables.amount`

/** What the company owes suppliers on a day. */
export const payableFacts: FinanceFact = {
  name: 'bills and their payments',
  tables: ['finance.bills'],
  from: payables,
  timing: { kind: 'asOf', counts: (day) => sql`payables.moved_on <= ${day}`, earliest: sql`min(payables.moved_on)` },
  dimensions: { SUPPLIER: { key: sql`payables.supplier_id` }, AGE_BUCKET: { key: ageOf(sql`payables.due_on`) } },
  known: anyBill,
}

export const payableAmount = sql`payables.amount`

/** Invoices on the day they were issued. */
export const invoiceFacts: FinanceFact = {
  name: 'invoices',
  tables: ['finance.invoices'],
  from: sql`${invoices}`,
  timing: { kind: 'on', day: invoices.issuedOn },
  dimensions: { CUSTOMER: { key: invoices.customerId }, AGE_BUCKET: { key: ageOf(sql`${invoices.dueOn}`) } },
  known: anyInvoice,
}

/** Bills on the day they were issued. */
export const billFacts: FinanceFact = {
  name: 'bills',
  tables: ['finance.bills'],
  from: sql`${bills}`,
  timing: { kind: 'on', day: bills.issuedOn },
  dimensions: { SUPPLIER: { key: bills.supplierId }, AGE_BUCKET: { key: ageOf(sql`${bills.dueOn}`) } },
  known: anyBill,
}
