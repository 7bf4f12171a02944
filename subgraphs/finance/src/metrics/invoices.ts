import { bills, invoices } from '@aems/drizzle/finance/tables.ts'
import { additive, formula, type WindowSql } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import { kinds } from './facts.ts'
import { COST_OF_GOODS_SOLD } from './income.ts'
import {
  billFacts,
  invoiceFacts,
  overdueFacts,
  payableAmount,
  payableFacts,
  receivableAmount,
  receivableFacts,
} from './invoice-facts.ts'
import { balanceOf } from './ledger.ts'

export const ACCOUNTS_RECEIVABLE = additive<FinanceDimension>({
  kind: 'sum',
  fact: receivableFacts,
  value: () => receivableAmount,
})

export const OVERDUE_RECEIVABLES = additive<FinanceDimension>({
  kind: 'sum',
  fact: overdueFacts,
  value: () => receivableAmount,
})

export const ACCOUNTS_PAYABLE = additive<FinanceDimension>({ kind: 'sum', fact: payableFacts, value: () => payableAmount })

const invoiced = additive<FinanceDimension>({
  kind: 'sum',
  fact: { ...invoiceFacts, dimensions: { CUSTOMER: { key: invoices.customerId } } },
  value: () => invoices.amount,
})

const billed = additive<FinanceDimension>({
  kind: 'sum',
  fact: { ...billFacts, dimensions: { SUPPLIER: { key: bills.supplierId } } },
  value: () => bills.amount,
})

const inventory = balanceOf(kinds.inventory)

/** How many days of a flow a balance stands for. */
const daysCovered = ({ balance, flow }: Readonly<Record<'balance' | 'flow', SQL>>, { from, to }: WindowSql): SQL =>
  sql`${balance} / nullif(${flow}, 0) * (${to} - ${from} + 1)`

export const DSO = formula<FinanceDimension, 'balance' | 'flow'>({
  parts: { balance: ACCOUNTS_RECEIVABLE, flow: invoiced },
  value: daysCovered,
})

export const DPO = formula<FinanceDimension, 'balance' | 'flow'>({
  parts: { balance: ACCOUNTS_PAYABLE, flow: billed },
  value: daysCovered,
})

export const DIO = formula<FinanceDimension, 'balance' | 'flow'>({
  parts: { balance: inventory, flow: COST_OF_GOODS_SOLD },
  value: daysCovered,
})

export const CASH_CONVERSION_CYCLE = formula<FinanceDimension, 'dso' | 'dio' | 'dpo'>({
  parts: { dso: DSO, dio: DIO, dpo: DPO },
  value: ({ dso, dio, dpo }) => sql`${dso} + ${dio} - ${dpo}`,
})
