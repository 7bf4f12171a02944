import { products } from '@aems/drizzle/products/tables.ts'
import { additive } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { productsByEnd, productsByLaunch, productsOnSale } from './facts.ts'

const one = () => sql`1`

export const PRODUCTS_ACTIVE = additive<ProductsDimension>({ kind: 'sum', fact: productsOnSale, value: one })

export const PRODUCTS_LAUNCHED = additive<ProductsDimension>({
  kind: 'sum',
  fact: productsByLaunch,
  value: one,
  where: sql`${products.launchedOn} is not null`,
})

export const PRODUCTS_DISCONTINUED = additive<ProductsDimension>({
  kind: 'sum',
  fact: productsByEnd,
  value: one,
  where: sql`${products.discontinuedOn} is not null`,
})
