import { gamma, normal, poisson, type Random, randomFrom } from './random.ts'

/** Years that are simulated. */
export const simulatedYears = 10_000

/** What a risk's yearly loss follows from. */
export interface LossModel {
  /** Mean number of events in a year. */
  readonly eventsPerYear: number
  /** What one event costs at the least, most likely and at the most. */
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** Events of one year beyond this are summed by their normal limit. */
const manyEvents = 1_000

/**
 * A risk's loss in each of the simulated years: a Poisson number of events, each of a severity from the PERT distribution.
 * PERT is the beta distribution over the range whose mean is (low + 4 likely + high) ÷ 6 (Malcolm, Roseboom, Clark and Fazar
 * 1959; shapes as in Vose, Risk Analysis, 2008). The same seed gives the same years.
 * @param seed a UUID, such as the risk's id.
 */
export function yearlyLosses(model: LossModel, seed: string): number[] {
  const random = randomFrom(seed)
  return Array.from({ length: simulatedYears }, () => lossOf(poisson(random, model.eventsPerYear), model, random))
}

function lossOf(events: number, { low, likely, high }: LossModel, random: Random): number {
  const range = high - low
  if (range <= 0) return events * low
  const alpha = 1 + (4 * (likely - low)) / range
  const beta = 1 + (4 * (high - likely)) / range
  if (events > manyEvents) {
    const mean = low + (range * alpha) / (alpha + beta)
    const variance = (range ** 2 * alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1))
    return Math.max(events * low, events * mean + Math.sqrt(events * variance) * normal(random))
  }
  let sum = 0
  for (let event = 0; event < events; event += 1) {
    const x = gamma(random, alpha)
    sum += low + (range * x) / (x + gamma(random, beta))
  }
  return sum
}

/** A loss in ten-thousandths of the currency's unit, as it is kept: whole, and within what a bigint can hold. */
export const inTenThousandths = (loss: number): string => BigInt(Math.round(Math.min(loss * 10_000, 9e18))).toString()
