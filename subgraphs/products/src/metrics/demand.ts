import { demandPlans } from '@aems/drizzle/products/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQLWrapper, sql } from 'drizzle-orm'
import type { ProductsDimension } from '../graph.generated.ts'
import { plannedFacts } from './facts.ts'

/** A sum over the products that have such a figure at all. */
const sumOf = (value: SQLWrapper) =>
  additive<ProductsDimension>({
    kind: 'sum',
    fact: plannedFacts,
    value: () => value,
    where: sql`${value} is not null`,
  })

export const SAFETY_STOCK = sumOf(demandPlans.safetyStock)

export const REORDER_POINT = sumOf(demandPlans.reorderPoint)

export const ECONOMIC_ORDER_QUANTITY = sumOf(demandPlans.economicOrderQuantity)

export const DEMAND_FORECAST = sumOf(demandPlans.forecast)

const actual = sumOf(demandPlans.actual)

export const FORECAST_WAPE = ratio({ of: sumOf(demandPlans.absoluteError), to: actual })

export const FORECAST_BIAS = ratio({ of: sumOf(demandPlans.signedError), to: actual })

const withScaledError = additive<ProductsDimension>({
  kind: 'sum',
  fact: plannedFacts,
  value: () => sql`1`,
  where: sql`${demandPlans.scaledError} is not null`,
})

/** The mean over products, each of which counts as much: that is what scaling is for. */
export const FORECAST_MASE = ratio({ of: sumOf(demandPlans.scaledError), to: withScaledError })
