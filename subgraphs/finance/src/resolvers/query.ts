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
  targets: (_, { period, ...page }, { finance }) => finance.targets.list(period, page),
}
