import { type Backtest, backtestOf, rollingOrigin } from './backtest.ts'
import { halfWidths } from './interval.ts'
import { dampedHoltWinters, type Method, seasonalNaive, theta } from './methods.ts'

/** The steps after a series, and how well they could have been told before. */
export interface Forecast {
  readonly steps: readonly { readonly value: number; readonly low: number; readonly high: number }[]
  readonly backtest: Backtest
}

/** The fewest values that say anything about the next. */
export const fewestValues = 4

const methods: readonly Method[] = [seasonalNaive, dampedHoltWinters, theta]

/** The median of the methods, step by step: one that goes astray carries nothing along. */
const combined: Method = (values, period, horizon) => {
  const all = methods.map((method) => method(values, period, horizon))
  return Array.from({ length: horizon }, (_, step) => middle(all.map((each) => each[step] ?? 0)))
}

function middle(values: readonly number[]): number {
  const [, second = 0] = values.toSorted((a, b) => a - b)
  return second
}

/**
 * Forecasts the steps after a series of one value per unit of time, which repeats every `period` units if at all: the median
 * of three methods, with a 95 % interval from the errors of the same forecast made earlier. What was never below zero is not
 * forecast to be.
 * @throws {RangeError} where there are fewer than `fewestValues`.
 */
export function forecast(values: readonly number[], period: number, horizon: number): Forecast {
  if (values.length < fewestValues) throw new RangeError(`A forecast needs ${fewestValues} values; there are ${values.length}.`)
  const origins = rollingOrigin(combined, values, period, horizon)
  const halfWidth = halfWidths(origins.flat(), values)
  const least = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  const steps = combined(values, period, horizon).map((value, step) => {
    const half = halfWidth(step + 1)
    const bounded = (each: number) => Math.max(least, each)
    return { value: bounded(value), low: bounded(value - half), high: bounded(value + half) }
  })
  return { steps, backtest: backtestOf(origins, values, period) }
}
