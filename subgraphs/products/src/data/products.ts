import { products } from '@aems/drizzle/products/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { ProductFilter, ProductOrder } from '../graph.generated.ts'

export type ProductRow = typeof products.$inferSelect
export type ProductPage = Connection<ProductRow>

export interface ProductListInput {
  readonly where?: ProductFilter | null | undefined
  readonly orderBy?: ProductOrder | null | undefined
}

/** Products as the viewer may see them. */
export interface ProductData {
  readonly byId: LoadOne<string, ProductRow>
  /** Those that are bought from a supplier. */
  readonly ofSupplier: LimitedPagesOf<ProductListInput, ProductRow>
  list(input: ProductListInput, page: PageArguments): Promise<ProductPage>
}

export function productData(read: Read): ProductData {
  const listOf = async ({ where, orderBy }: ProductListInput): Promise<List<typeof products>> => ({
    table: products,
    from: sql`${products}`,
    where: conditions(where ?? {}),
    order: orders[orderBy ?? 'NAME_ASC'],
  })
  return {
    byId: loadById(read, products),
    ofSupplier: limitedPagesOf(read, listOf, sql`${products.supplierId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
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
