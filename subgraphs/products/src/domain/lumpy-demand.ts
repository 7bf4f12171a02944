import { mean } from './classes.ts'

/** Weight of the newest demand. */
const smoothing = 0.2

/** A forecast of the next period from those before it. */
export type Method = (demand: readonly number[]) => number

/**
 * Croston's method for demand that comes in lumps (J. D. Croston, Operational Research Quarterly 23, 1972): sizes and
 * intervals of demand are smoothed apart, with the correction by 1 − α ÷ 2 of A. A. Syntetos and J. E. Boylan (Int. J. of
 * Forecasting 21, 2005), without which it is too high.
 */
export const croston: Method = (demand) => {
  let size: number | null = null
  let interval = 1
  let since = 1
  for (const units of demand) {
    if (units <= 0) {
      since += 1
      continue
    }
    if (size === null) [size, interval] = [units, since]
    else [size, interval] = [size + smoothing * (units - size), interval + smoothing * (since - interval)]
    since = 1
  }
  return size === null ? 0 : ((1 - smoothing / 2) * size) / interval
}

/**
 * The method of R. H. Teunter, A. A. Syntetos and M. Z. Babai (European J. of Operational Research 214, 2011): the chance
 * of demand is smoothed in every period, so that the forecast of what nobody asks for any more falls to nothing. Of demand
 * in every period it is exponential smoothing.
 */
export const teunterSyntetosBabai: Method = (demand) => {
  const positive = demand.filter((units) => units > 0)
  let size = positive[0] ?? 0
  let chance = demand.length === 0 ? 0 : positive.length / demand.length
  for (const units of demand) {
    chance += smoothing * ((units > 0 ? 1 : 0) - chance)
    if (units > 0) size += smoothing * (units - size)
  }
  return chance * size
}

/** How far forecasts of a backtest were from what came. */
export interface ForecastError {
  /** Σ |forecast − actual|. Over Σ actual it is the weighted absolute percentage error, WAPE. */
  readonly absolute: number
  /** Σ (forecast − actual). Over Σ actual it is the bias: above zero, too much was forecast. */
  readonly signed: number
  readonly actual: number
  /**
   * Mean absolute scaled error (R. J. Hyndman, A. B. Koehler, Int. J. of Forecasting 22, 2006): the mean error over that of
   * expecting each period what came in the one before. Null where demand never changed.
   */
  readonly scaled: number | null
  /** Root of the mean squared error. */
  readonly spread: number
}

/** Periods that a backtest forecasts at most, and that it needs before the first. */
const [tested, needed] = [12, 6]

/**
 * Rolling-origin backtest (L. J. Tashman, Int. J. of Forecasting 16, 2000): each of the last periods is forecast from those
 * before it alone. Null where the history is too short.
 */
export function backtest(demand: readonly number[], method: Method): ForecastError | null {
  const first = Math.max(needed, demand.length - tested)
  if (demand.length <= first) return null
  const actuals = demand.slice(first)
  const errors = actuals.map((actual, index) => method(demand.slice(0, first + index)) - actual)
  const naive = mean(demand.slice(1).map((units, index) => Math.abs(units - (demand[index] ?? 0))))
  const absolute = errors.reduce((sum, error) => sum + Math.abs(error), 0)
  return {
    absolute,
    signed: errors.reduce((sum, error) => sum + error, 0),
    actual: actuals.reduce((sum, actual) => sum + actual, 0),
    scaled: naive === 0 ? null : absolute / errors.length / naive,
    spread: Math.sqrt(mean(errors.map((error) => error * error))),
  }
}

export interface DemandForecast {
  readonly method: 'croston' | 'tsb'
  /** Units of the next period, with bounds of 95 %. */
  readonly next: number
  readonly low: number
  readonly high: number
  readonly error: ForecastError
}

/** The next period's demand, by whichever method erred less in the backtest. Null where the history is too short for one. */
export function forecastDemand(demand: readonly number[]): DemandForecast | null {
  const candidates = (
    [
      ['tsb', teunterSyntetosBabai],
      ['croston', croston],
    ] as const
  ).flatMap(([name, method]) => {
    const error = backtest(demand, method)
    return error === null ? [] : [{ name, method, error }]
  })
  const [best] = candidates.toSorted((a, b) => a.error.absolute - b.error.absolute)
  if (best === undefined) return null
  const next = best.method(demand)
  const reach = 1.96 * best.error.spread
  return { method: best.name, next, low: Math.max(0, next - reach), high: next + reach, error: best.error }
}
