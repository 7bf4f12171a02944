/** Days of a month on average. */
const daysOfMonth = 365.25 / 12

/** The standard normal quantile of a service level of 95 %: one cycle in twenty may run out. */
export const serviceFactor = 1.6449

/** What a year of holding one unit costs, as a fraction of its own cost: capital, space and ageing. */
export const holdingRate = 0.2

/** Demand in a month. */
export interface MonthlyDemand {
  readonly mean: number
  readonly deviation: number
}

/**
 * Stock held against uncertainty of demand during the lead time: z · σ · √L, with σ of the demand of a unit of time in which
 * L is counted (E. Silver, D. Pyke, D. Thomas, Inventory and Production Management in Supply Chains, 2017, ch. 6).
 */
export const safetyStock = ({ deviation }: MonthlyDemand, leadTimeDays: number): number =>
  serviceFactor * deviation * Math.sqrt(leadTimeDays / daysOfMonth)

/** Stock at which more is ordered: what is asked for during the lead time, and the safety stock (the same, ch. 6). */
export const reorderPoint = (demand: MonthlyDemand, leadTimeDays: number): number =>
  (demand.mean * leadTimeDays) / daysOfMonth + safetyStock(demand, leadTimeDays)

/**
 * Economic order quantity, √(2 · D · S ÷ H): where ordering and holding cost the least together (F. W. Harris, “How many
 * parts to make at once”, Factory, 1913). Null where holding costs nothing.
 * @param demand units in a year.
 * @param orderCost of one order.
 * @param holdingCost of one unit for a year.
 */
export const economicOrderQuantity = (demand: number, orderCost: number, holdingCost: number): number | null =>
  holdingCost <= 0 ? null : Math.sqrt((2 * demand * orderCost) / holdingCost)
