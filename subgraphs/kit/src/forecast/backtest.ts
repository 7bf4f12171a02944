import type { Method } from './methods.ts'

/** How far forecasts of a series were off, made as of times gone by and held against what came. */
export interface Backtest {
  /** Mean of 200 · |actual − forecast| ÷ (|actual| + |forecast|), in percent; null where all were zero. */
  readonly smape: number | null
  /** Mean error as a multiple of that of the seasonal naive forecast within the series (Hyndman and Koehler 2006). */
  readonly mase: number | null
  /** How many times gone by it was made as of. */
  readonly origins: number
}

/** A forecast of a value that is known. */
export interface Miss {
  /** Steps ahead: 1 is the first. */
  readonly ahead: number
  readonly actual: number
  readonly forecast: number
}

const mostOrigins = 12

/** Forecasts as of the last few steps, each from what was known then (rolling-origin evaluation, Tashman 2000). */
export function rollingOrigin(method: Method, values: readonly number[], period: number, horizon: number): Miss[][] {
  const fewest = Math.max(4, Math.min(2 * period + 2, Math.floor(values.length / 2)))
  const origins = Math.max(0, Math.min(mostOrigins, values.length - fewest))
  return Array.from({ length: origins }, (_, index) => {
    const known = values.length - 1 - index
    const actual = values.slice(known, known + horizon)
    const found = method(values.slice(0, known), period, actual.length)
    return actual.map((value, step) => ({ ahead: step + 1, actual: value, forecast: found[step] ?? 0 }))
  })
}

/** What the misses amount to. */
export function backtestOf(origins: readonly (readonly Miss[])[], values: readonly number[], period: number): Backtest {
  const misses = origins.flat()
  const relative = misses.flatMap(({ actual, forecast }) => {
    const size = Math.abs(actual) + Math.abs(forecast)
    return size === 0 ? [] : [200 * (Math.abs(actual - forecast) / size)]
  })
  const lag = period < values.length ? period : 1
  const scale = mean(values.slice(lag).map((value, step) => Math.abs(value - (values[step] ?? 0))))
  const absolute = mean(misses.map(({ actual, forecast }) => Math.abs(actual - forecast)))
  return {
    smape: mean(relative),
    mase: absolute === null || scale === null || scale === 0 ? null : absolute / scale,
    origins: origins.length,
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
