import { dampedSmoothing, line, simpleSmoothing } from './exponential.ts'
import { deseasonalised, isSeasonal, type Seasonal } from './seasonality.ts'

/** Forecasts of the steps after a series. */
export type Method = (values: readonly number[], period: number, horizon: number) => number[]

/** The series without its seasons, where it has any. */
function adjusted(values: readonly number[], period: number): Seasonal {
  return isSeasonal(values, period) ? deseasonalised(values, period) : { adjusted: values, reseason: (value) => value }
}

const steps = (horizon: number): number[] => Array.from({ length: horizon }, (_, step) => step)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * What it was a season ago, where it has seasons; else what it was last; with the mean change of the past going on
 * (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2).
 */
export const seasonalNaive: Method = (values, period, horizon) => {
  const lag = isSeasonal(values, period) ? period : 1
  const drift = values.length > lag ? mean(values.slice(lag).map((value, step) => value - (values[step] ?? 0))) : 0
  return steps(horizon).map((step) => (values[values.length - lag + (step % lag)] ?? 0) + drift * (Math.floor(step / lag) + 1))
}

/** Holt and Winters' smoothing with a damped trend, over the series without its seasons. */
export const dampedHoltWinters: Method = (values, period, horizon) => {
  const seasonal = adjusted(values, period)
  return dampedSmoothing(seasonal.adjusted)(horizon).map((value, step) => seasonal.reseason(value, step))
}

/**
 * The theta method (Assimakopoulos and Nikolopoulos 2000): the mean of the line through the series and of simple smoothing of
 * the series with its curvature doubled.
 */
export const theta: Method = (values, period, horizon) => {
  const seasonal = adjusted(values, period)
  const { intercept, slope } = line(seasonal.adjusted)
  const at = (step: number) => intercept + slope * step
  const curved = seasonal.adjusted.map((value, step) => 2 * value - at(step))
  const level = simpleSmoothing(curved)
  return steps(horizon).map((step) => seasonal.reseason((at(values.length + step) + level) / 2, step))
}
