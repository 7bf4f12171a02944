import type { Miss } from './backtest.ts'

/** Errors are taken to grow with this power of the steps ahead: a random walk's grow with 0.5, a trend's with 1. */
const growth = 0.7
/** How many misses the common growth counts for, beside those of the step itself; also the degrees of freedom it lends. */
const weight = 4

/**
 * Half the width of the 95 % interval, by steps ahead: Student's quantile of the root mean square of misses so many steps
 * ahead, shrunk towards what all misses say, since there are few far ahead.
 */
export function halfWidths(misses: readonly Miss[], values: readonly number[]): (ahead: number) => number {
  const byStep = Map.groupBy(misses, ({ ahead }) => ahead)
  const common = misses.length > 0 ? meanSquare(misses.map((miss) => error(miss) / miss.ahead ** growth)) : stepsSquare(values)
  return (ahead) => {
    const own = (byStep.get(ahead) ?? []).map(error)
    const variance = (own.length * meanSquare(own) + weight * common * ahead ** (2 * growth)) / (own.length + weight)
    return studentQuantile(own.length + weight) * Math.sqrt(variance)
  }
}

const error = ({ actual, forecast }: Miss): number => actual - forecast

const meanSquare = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value * value, 0) / values.length

/** For a series too short to be held against itself: how much it changes from one step to the next. */
const stepsSquare = (values: readonly number[]): number =>
  meanSquare(values.slice(1).map((value, index) => value - (values[index] ?? 0)))

/** Student's t at 97.5 %, by Cornish and Fisher's expansion around the normal quantile (Abramowitz and Stegun 26.7.5). */
function studentQuantile(degrees: number): number {
  const z = 1.959964
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2)
}
