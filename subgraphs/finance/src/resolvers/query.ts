import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  financeMetrics: (_, { query }, { finance }) => finance.metrics.table(query),
  financeMembers: (_, asked, { finance }) => finance.metrics.members(asked),
  account: (_, { id }, { finance }) => finance.accounts.byId(id),
  accounts: (_, _args, { finance }) => finance.accounts.all(),
  ledgerEntry: (_, { id }, { finance }) => finance.ledgerEntries.byId(id),
  ledgerEntries: (_, { where, period, orderBy, ...page }, { finance }) =>
    finance.ledgerEntries.list({ where, period }, orderBy ?? 'POSTED_ON_DESC', page),
  exchangeRates: (_, { period, ...page }, { finance }) => finance.exchangeRates.list(period, page),
  invoice: (_, { id }, { finance }) => finance.invoices.byId(id),
  invoices: (_, { where, period, state, orderBy, ...page }, { finance }) =>
    finance.invoices.list({ where, period, state: state ?? 'ANY' }, orderBy ?? 'ISSUED_ON_DESC', page),
  bill: (_, { id }, { finance }) => finance.bills.byId(id),
  bills: (_, { where, period, state, orderBy, ...page }, { finance }) =>
    finance.bills.list({ where, period, state: state ?? 'ANY' }, orderBy ?? 'ISSUED_ON_DESC', page),
  expense: (_, { id }, { finance }) => finance.expenses.byId(id),
  expenses: (_, { where, period, state, orderBy, ...page }, { finance }) =>
    finance.expenses.list({ where, period, state: state ?? 'ANY' }, orderBy ?? 'INCURRED_ON_DESC', page),
  contract: (_, { id }, { finance }) => finance.contracts.byId(id),
  contracts: (_, { where, period, state, orderBy, ...page }, { finance }) =>
    finance.contracts.list({ where, period, state: state ?? 'ANY' }, orderBy ?? 'STARTS_ON_DESC', page),
  targets: (_, { period, ...page }, { finance }) => finance.targets.list(period, page),
}
