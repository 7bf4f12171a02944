import type { Serving } from '@aems/kit/serving.ts'
import type { ProductRow } from '../data/products.ts'
import type { ProductResolvers, ProductStatus } from '../graph.generated.ts'

const statuses: Readonly<Record<string, ProductStatus>> = {
  draft: 'DRAFT',
  active: 'ACTIVE',
  end_of_life: 'END_OF_LIFE',
  discontinued: 'DISCONTINUED',
}

export const Product: Serving<ProductResolvers, Omit<ProductRow, 'status'>> = {
  __resolveReference: ({ id }, { products }) => products.byId(id),
  status: ({ status }) => (status === null ? null : (statuses[status] ?? null)),
}
