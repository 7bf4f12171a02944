import { products } from '@aems/drizzle/products/tables.ts'
import { type PagesOf, pagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { ProductFilter, ProductOrder } from '../graph.generated.ts'

export type ProductRow = typeof products.$inferSelect
export type ProductPage = Connection<ProductRow>

/** Products as the viewer may see them. */
export interface ProductData {
  readonly byId: LoadOne<string, ProductRow>
  /** Those that are bought from a supplier, by name. */
  readonly ofSupplier: PagesOf<ProductRow>
  list(filter: ProductFilter, order: ProductOrder, page: PageArguments): Promise<ProductPage>
}

export function productData(read: Read): ProductData {
  const all = { table: products, from: sql`${products}`, where: [], order: orders.NAME_ASC }
  return {
    byId: loadById(read, products),
    ofSupplier: pagesOf(read, all, sql`${products.supplierId}`),
    list: (filter, order, page) => readList(read, { ...all, where: conditions(filter), order: orders[order] }, page),
  }
}

function conditions({ search, category, subcategory, status }: ProductFilter): SQL[] {
  const words = search?.trim()
  const all = [
    words ? sql`(${products.name} ilike ${`%${escaped(words)}%`} or ${products.sku} ilike ${`${escaped(words)}%`})` : undefined,
    category ? inArray(products.category, [...category]) : undefined,
    subcategory ? inArray(products.subcategory, [...subcategory]) : undefined,
    status
      ? inArray(
          products.status,
          status.map((each) => each.toLowerCase()),
        )
      : undefined,
  ]
  return all.filter((condition) => condition !== undefined)
}

/** `%` and `_` in what people type are letters, not patterns. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

const id = { sql: sql`${products.id}`, type: 'uuid' } as const

const orders: Readonly<Record<ProductOrder, ListOrder>> = {
  NAME_ASC: { name: 'name', direction: 'asc', keys: [{ sql: sql`${products.name}`, type: 'text' }, id] },
  LAUNCHED_ON_DESC: {
    name: 'launched',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${products.launchedOn}, '-infinity')`, type: 'date' }, id],
  },
  LIST_PRICE_DESC: {
    name: 'price',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${products.listPrice}, '-Infinity')`, type: 'numeric' }, id],
  },
}
