import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { products } from '@aems/drizzle/products/tables.ts'
import { loadOne } from '@aems/kit/loaders.ts'
import { type Connection, connection, type Page, type SortKey } from '@aems/kit/pages.ts'
import { rowViewer } from '@aems/kit/row-viewer.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { and, inArray, type SQL, sql } from 'drizzle-orm'
import type { ProductFilter, ProductOrder } from '../graph.generated.ts'

export type ProductRow = typeof products.$inferSelect
export type ProductPage = Connection<ProductRow>

/** Products as the viewer may see them. */
export interface ProductData {
  byId(id: string): Promise<ProductRow | null>
  list(filter: ProductFilter, order: ProductOrder, page: Page): Promise<ProductPage>
}

export function productData(database: DomainDatabase, viewer: Viewer): ProductData {
  const read = rowViewer(viewer)
  return {
    byId: loadOne(
      (ids) =>
        database.asViewer(read, (tx) =>
          tx
            .select()
            .from(products)
            .where(inArray(products.id, [...ids])),
        ),
      (product) => product.id,
    ),
    list: (filter, order, page) => {
      const admitted = conditions(filter)
      return connection(
        page,
        sorts[order],
        ({ where, orderBy, limit }) =>
          database.asViewer(read, (tx) =>
            tx
              .select()
              .from(products)
              .where(and(admitted, where))
              .orderBy(...orderBy)
              .limit(limit),
          ),
        () => database.asViewer(read, (tx) => tx.$count(products, admitted)),
      )
    },
  }
}

function conditions({ search, category, subcategory, status }: ProductFilter): SQL | undefined {
  const words = search?.trim()
  return and(
    words ? sql`(${products.name} ilike ${`%${escaped(words)}%`} or ${products.sku} ilike ${`${escaped(words)}%`})` : undefined,
    category ? inArray(products.category, [...category]) : undefined,
    subcategory ? inArray(products.subcategory, [...subcategory]) : undefined,
    status
      ? inArray(
          products.status,
          status.map((each) => each.toLowerCase()),
        )
      : undefined,
  )
}

/** `%` and `_` in what people type are letters, not patterns. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

const byId: SortKey<ProductRow> = { by: sql`${products.id}`, direction: 'asc', type: 'uuid', value: (product) => product.id }

const sorts: Readonly<Record<ProductOrder, readonly SortKey<ProductRow>[]>> = {
  NAME_ASC: [{ by: sql`${products.name}`, direction: 'asc', type: 'text', value: (product) => product.name }, byId],
  LAUNCHED_ON_DESC: [
    {
      by: sql`coalesce(${products.launchedOn}, '-infinity')`,
      direction: 'desc',
      type: 'date',
      value: (product) => product.launchedOn ?? '-infinity',
    },
    byId,
  ],
  LIST_PRICE_DESC: [
    {
      by: sql`coalesce(${products.listPrice}, -1)`,
      direction: 'desc',
      type: 'numeric',
      value: (product) => product.listPrice ?? '-1',
    },
    byId,
  ],
}
