import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import { keepFolding } from '@aems/kit/rollup-folder.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, financeContext } from './context.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { Account } from './resolvers/account.ts'
import { Bill } from './resolvers/bill.ts'
import { Budgeted } from './resolvers/budgeted.ts'
import { Closing } from './resolvers/closing.ts'
import { Contract } from './resolvers/contract.ts'
import { Customer, Employee, Order, OrgUnit, Product, PurchaseOrder, Supplier } from './resolvers/elsewhere.ts'
import { Expense } from './resolvers/expense.ts'
import { Invoice } from './resolvers/invoice.ts'
import { Journal } from './resolvers/journal.ts'
import { LedgerEntry } from './resolvers/ledger-entry.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Payment } from './resolvers/payment.ts'
import { Query } from './resolvers/query.ts'

export interface FinanceOptions {
  readonly database: DomainDatabase
}

/** The company's books: what it earns, spends, has and owes, and what it planned to. */
export function createSubgraph({ database }: FinanceOptions): Subgraph<Context> {
  const stopFolding = keepFolding(database, 'finance')
  return {
    name: 'finance',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('finance', {
      Query,
      Mutation,
      Account,
      Bill,
      Budgeted,
      Closing,
      Contract,
      Customer,
      Employee,
      Expense,
      Invoice,
      Journal,
      LedgerEntry,
      Order,
      OrgUnit,
      Payment,
      Product,
      PurchaseOrder,
      Supplier,
    }),
    context: (request) => financeContext(database, request),
    close: async () => {
      await stopFolding()
      await database.close()
    },
  }
}
