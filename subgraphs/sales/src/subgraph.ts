import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import { keepFolding } from '@aems/kit/rollup-folder.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, salesContext } from './context.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { Customer } from './resolvers/customer.ts'
import { Employee } from './resolvers/employee.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Opportunity } from './resolvers/opportunity.ts'
import { OpportunityStage } from './resolvers/opportunity-stage.ts'
import { Order } from './resolvers/order.ts'
import { OrderLine } from './resolvers/order-line.ts'
import { Product } from './resolvers/product.ts'
import { Query } from './resolvers/query.ts'
import { SalesChange } from './resolvers/sales-change.ts'
import { SalesPerson } from './resolvers/sales-person.ts'
import { SalesTarget } from './resolvers/sales-target.ts'
import { Territory } from './resolvers/territory.ts'

export interface SalesOptions {
  readonly database: DomainDatabase
}

/** Whom the company sells to, what they order, and what might yet be sold. */
export function createSubgraph({ database }: SalesOptions): Subgraph<Context> {
  const stopFolding = keepFolding(database, 'sales', 'fold_opportunity_rollups', 'make_customer_sets')
  return {
    name: 'sales',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('sales', {
      Query,
      Mutation,
      Customer,
      Employee,
      Opportunity,
      OpportunityStage,
      Order,
      OrderLine,
      Product,
      SalesChange,
      SalesPerson,
      SalesTarget,
      Territory,
    }),
    context: (request) => salesContext(database, request),
    close: async () => {
      await stopFolding()
      await database.close()
    },
  }
}
