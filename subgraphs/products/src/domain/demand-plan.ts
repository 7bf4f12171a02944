import { type AbcClass, deviation, mean, type XyzClass, xyzClass } from './classes.ts'
import { type DemandForecast, forecastDemand } from './lumpy-demand.ts'
import { economicOrderQuantity, holdingRate, reorderPoint, safetyStock } from './replenishment.ts'

/** What is known of a product's demand and supply. */
export interface Demanded {
  /** Units of each whole month since it was first sold, the oldest first. */
  readonly months: readonly number[]
  readonly leadTimeDays: number | null
  readonly standardCost: number | null
  /** What placing an order costs; null where no order says. */
  readonly orderCost: number | null
}

/** What follows from it. */
export interface DemandPlan {
  readonly xyz: XyzClass | null
  readonly monthlyMean: number
  readonly monthlyDeviation: number
  readonly safetyStock: number | null
  readonly reorderPoint: number | null
  readonly annualDemand: number
  readonly holdingCost: number | null
  readonly economicOrderQuantity: number | null
  readonly forecast: DemandForecast | null
}

/** A product's plan and its class among all products. */
export interface ClassedPlan extends DemandPlan {
  readonly abc: AbcClass | null
}

/** Plans a product by the demand of its last 12 months. */
export function planOf({ months, leadTimeDays, standardCost, orderCost }: Demanded): DemandPlan {
  const year = months.slice(-12)
  const demand = { mean: mean(year), deviation: deviation(year) }
  const annualDemand = year.reduce((sum, units) => sum + units, 0)
  const holdingCost = standardCost === null ? null : standardCost * holdingRate
  return {
    xyz: xyzClass(year),
    monthlyMean: demand.mean,
    monthlyDeviation: demand.deviation,
    safetyStock: leadTimeDays === null ? null : safetyStock(demand, leadTimeDays),
    reorderPoint: leadTimeDays === null ? null : reorderPoint(demand, leadTimeDays),
    annualDemand,
    holdingCost,
    economicOrderQuantity:
      orderCost === null || holdingCost === null ? null : economicOrderQuantity(annualDemand, orderCost, holdingCost),
    forecast: forecastDemand(months),
  }
}
