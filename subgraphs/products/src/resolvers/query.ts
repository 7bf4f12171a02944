import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Pick<QueryResolvers, 'product' | 'products'>> = {
  product: (_, { id }, { products }) => products.byId(id),
  products: (_, { where, orderBy, ...page }, { products }) => products.list(where ?? {}, orderBy ?? 'NAME_ASC', page),
}
