import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import { readingAs } from '@aems/kit/lists.ts'
import { admitting } from '@aems/kit/metrics/admission.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type AccountData, accountData } from './data/accounts.ts'
import { type BillData, billData } from './data/bills.ts'
import { type ClosingData, closingData } from './data/closings.ts'
import { type FinanceCommands, financeCommands } from './data/commands/commands.ts'
import { type ContractData, contractData } from './data/contracts.ts'
import { type ExchangeRateData, exchangeRateData } from './data/exchange-rates.ts'
import { type ExpenseData, expenseData } from './data/expenses.ts'
import { type InvoiceData, invoiceData } from './data/invoices.ts'
import { type LedgerEntryData, ledgerEntryData } from './data/ledger-entries.ts'
import { type MetricData, metricData } from './data/metrics.ts'
import { type OrgUnitSpendingData, orgUnitSpendingData } from './data/org-unit-spending.ts'
import { type PaymentData, paymentData } from './data/payments.ts'
import { type TargetData, targetData } from './data/targets.ts'
import { financeCatalogue } from './metrics/metrics.ts'

/** What resolvers work with, made anew for each request: look-ups share their batches within one. */
export interface Context {
  readonly viewer: Viewer | null
  /** The domain's data. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
  readonly finance: FinanceData
}

/** The domain's data as one viewer may see it. */
export interface FinanceData {
  readonly metrics: MetricData
  readonly accounts: AccountData
  readonly ledgerEntries: LedgerEntryData
  readonly exchangeRates: ExchangeRateData
  readonly bills: BillData
  readonly contracts: ContractData
  readonly expenses: ExpenseData
  readonly invoices: InvoiceData
  readonly orgUnitSpending: OrgUnitSpendingData
  readonly payments: PaymentData
  readonly closings: ClosingData
  readonly commands: FinanceCommands
  readonly targets: TargetData
}

function financeData(database: DomainDatabase, viewer: Viewer): FinanceData {
  const read = readingAs(database, viewer)
  const admit = admitting(financeCatalogue, read, viewer)
  return {
    metrics: metricData(database, viewer),
    accounts: accountData(read),
    ledgerEntries: ledgerEntryData(read, admit, viewer),
    exchangeRates: exchangeRateData(read, viewer),
    bills: billData(read, admit),
    contracts: contractData(read, admit),
    expenses: expenseData(read, admit),
    invoices: invoiceData(read, admit, viewer),
    orgUnitSpending: orgUnitSpendingData(read, viewer),
    payments: paymentData(read),
    closings: closingData(read),
    commands: financeCommands(database, viewer),
    targets: targetData(read, viewer),
  }
}

export function financeContext(database: DomainDatabase, { viewer }: SubgraphRequest): Context {
  let data: FinanceData | undefined
  return {
    viewer,
    get finance() {
      if (!viewer) throw unauthenticated()
      data ??= financeData(database, viewer)
      return data
    },
  }
}
