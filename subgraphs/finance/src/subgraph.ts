import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, financeContext } from './context.ts'
import { Account } from './resolvers/account.ts'
import { LedgerEntry } from './resolvers/ledger-entry.ts'
import { Query } from './resolvers/query.ts'

export interface FinanceOptions {
  readonly database: DomainDatabase
}

/** The company's books: what it earns, spends, has and owes, and what it planned to. */
export function createSubgraph({ database }: FinanceOptions): Subgraph<Context> {
  return {
    name: 'finance',
    schema: buildSubgraph('finance', { Query, Account, LedgerEntry }),
    context: (request) => financeContext(database, request),
    close: () => database.close(),
  }
}
