import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import { keepFolding } from '@aems/kit/rollup-folder.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, productsContext } from './context.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Product } from './resolvers/product.ts'
import { PurchaseOrder } from './resolvers/purchase-order.ts'
import { PurchaseOrderLine } from './resolvers/purchase-order-line.ts'
import { Query } from './resolvers/query.ts'
import { StockCount, StockEntry, StockLevel, StockMovement } from './resolvers/stock.ts'
import { Supplier } from './resolvers/supplier.ts'
import { Warehouse } from './resolvers/warehouse.ts'

export interface ProductsOptions {
  readonly database: DomainDatabase
}

/** What the company makes or sells, where it lies, and whom it comes from. */
export function createSubgraph({ database }: ProductsOptions): Subgraph<Context> {
  const stopFolding = keepFolding(database, 'products')
  return {
    name: 'products',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('products', {
      Query,
      Mutation,
      Product,
      PurchaseOrder,
      PurchaseOrderLine,
      StockCount,
      StockEntry,
      StockLevel,
      StockMovement,
      Supplier,
      Warehouse,
    }),
    context: (request) => productsContext(database, request),
    close: async () => {
      await stopFolding()
      await database.close()
    },
  }
}
