import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type ProductData, productData } from './data/products.ts'

/** What resolvers work with, made anew for each request. */
export interface Context {
  readonly viewer: Viewer | null
  readonly products: ProductData
}

export function productsContext(database: DomainDatabase, { viewer }: SubgraphRequest): Context {
  return {
    viewer,
    get products() {
      if (!viewer) throw unauthenticated()
      const products = productData(database, viewer)
      // One for the whole request, so that look-ups share their batches.
      Object.defineProperty(this, 'products', { value: products })
      return products
    },
  }
}
