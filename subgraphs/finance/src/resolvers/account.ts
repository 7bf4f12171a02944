import type { Serving } from '@aems/kit/serving.ts'
import type { AccountRow } from '../data/accounts.ts'
import type { AccountResolvers, AccountType } from '../graph.generated.ts'

const types: Readonly<Record<string, AccountType>> = {
  asset: 'ASSET',
  liability: 'LIABILITY',
  equity: 'EQUITY',
  revenue: 'REVENUE',
  expense: 'EXPENSE',
  statistical: 'STATISTICAL',
}

/** The database admits no other type. */
function typeOf({ id, type }: AccountRow): AccountType {
  const found = types[type]
  if (found === undefined) throw new TypeError(`Account ${id} has type ${type}.`)
  return found
}

export const Account: Serving<AccountResolvers, Omit<AccountRow, 'type' | 'contra'>> = {
  __resolveReference: ({ id }, { finance }) => finance.accounts.byId(id),
  type: typeOf,
  contra: ({ contra }) => contra ?? false,
  parent: ({ parentId }, _, { finance }) => (parentId === null ? null : finance.accounts.byId(parentId)),
  children: ({ id }, _, { finance }) => finance.accounts.ofParent(id),
  entries: ({ id }, { first, after, ...limits }, { finance }) => finance.ledgerEntries.ofAccount(id, limits, { first, after }),
}
