import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  financeMetrics: (_, { query }, { finance }) => finance.metrics.table(query),
  financeMembers: (_, asked, { finance }) => finance.metrics.members(asked),
  account: (_, { id }, { finance }) => finance.accounts.byId(id),
  accounts: (_, _args, { finance }) => finance.accounts.all(),
  ledgerEntry: (_, { id }, { finance }) => finance.ledgerEntries.byId(id),
  ledgerEntries: (_, { first, after, ...limits }, { finance }) => finance.ledgerEntries.list(limits, { first, after }),
  closing: (_, _args, { finance }) => finance.closings.latest(),
  exchangeRates: (_, { period, ...page }, { finance }) => finance.exchangeRates.list(period, page),
  invoice: (_, { id }, { finance }) => finance.invoices.byId(id),
  invoices: (_, { first, after, ...limits }, { finance }) => finance.invoices.list(limits, { first, after }),
  bill: (_, { id }, { finance }) => finance.bills.byId(id),
  bills: (_, { first, after, ...limits }, { finance }) => finance.bills.list(limits, { first, after }),
  expense: (_, { id }, { finance }) => finance.expenses.byId(id),
  expenses: (_, { first, after, ...limits }, { finance }) => finance.expenses.list(limits, { first, after }),
  contract: (_, { id }, { finance }) => finance.contracts.byId(id),
  contracts: (_, { first, after, ...limits }, { finance }) => finance.contracts.list(limits, { first, after }),
  targets: (_, { period, ...page }, { finance }) => finance.targets.list(period, page),
}
