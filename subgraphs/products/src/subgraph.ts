import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { type Context, productsContext } from './context.ts'
import { Product } from './resolvers/product.ts'
import { Query } from './resolvers/query.ts'

export interface ProductsOptions {
  readonly database: DomainDatabase
}

/** What the company makes or sells. */
export function createSubgraph({ database }: ProductsOptions): Subgraph<Context> {
  return {
    name: 'products',
    schema: buildSubgraph('products', { Query, Product }),
    context: (request) => productsContext(database, request),
    close: () => database.close(),
  }
}
