/** The seasonal pattern of a series, and the series without it. */
export interface Seasonal {
  readonly adjusted: readonly number[]
  /** The seasonal figure of a future step put back: 0 is the first step after the series. */
  reseason(value: number, step: number): number
}

/**
 * Whether a series repeats every `period` steps: its autocorrelation at that lag is significant at 90 %, by Bartlett's
 * standard error (Assimakopoulos and Nikolopoulos, The theta model, 2000). Two whole seasons are too few to tell.
 */
export function isSeasonal(values: readonly number[], period: number): boolean {
  if (period < 2 || values.length < 3 * period) return false
  const correlations = autocorrelations(values, period)
  const last = correlations.at(-1) ?? 0
  const earlier = correlations.slice(0, -1).reduce((sum, each) => sum + each * each, 0)
  return Math.abs(last) > 1.645 * Math.sqrt((1 + 2 * earlier) / values.length)
}

/** Autocorrelations at lags 1 to `lags`. */
function autocorrelations(values: readonly number[], lags: number): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviations = values.map((value) => value - mean)
  const variance = deviations.reduce((sum, each) => sum + each * each, 0)
  return Array.from({ length: lags }, (_, index) => {
    const lag = index + 1
    let sum = 0
    for (let place = lag; place < deviations.length; place += 1) sum += (deviations[place] ?? 0) * (deviations[place - lag] ?? 0)
    return variance === 0 ? 0 : sum / variance
  })
}

/**
 * Takes the seasonal pattern out, by classical decomposition over a centred moving average (Makridakis, Wheelwright and
 * Hyndman, Forecasting, 1998): as factors, or as differences where values are not all above zero.
 */
export function deseasonalised(values: readonly number[], period: number): Seasonal {
  const multiplies = values.every((value) => value > 0)
  const trend = movingAverage(values, period)
  const bySeason: number[][] = Array.from({ length: period }, () => [])
  for (const [step, smooth] of trend.entries()) {
    const value = values[step]
    if (smooth === null || value === undefined) continue
    bySeason[step % period]?.push(multiplies ? value / smooth : value - smooth)
  }
  const raw = bySeason.map((each) => each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length))
  const middle = raw.reduce((sum, value) => sum + value, 0) / period
  const indices = raw.map((each) => (multiplies ? each / middle : each - middle))
  const at = (step: number): number => indices[step % period] ?? (multiplies ? 1 : 0)
  return {
    adjusted: values.map((value, step) => (multiplies ? value / at(step) : value - at(step))),
    reseason: (value, step) => (multiplies ? value * at(values.length + step) : value + at(values.length + step)),
  }
}

/** The centred moving average over one period; nothing at the ends. */
function movingAverage(values: readonly number[], period: number): (number | null)[] {
  const half = Math.floor(period / 2)
  return values.map((_, step) => {
    if (step < half || step + half >= values.length) return null
    const window = values.slice(step - half, step + half + 1)
    const sum = window.reduce((total, value) => total + value, 0)
    if (period % 2 === 1) return sum / period
    // An even period has no middle: half of the first and half of the last.
    return (sum - ((window[0] ?? 0) + (window.at(-1) ?? 0)) / 2) / period
  })
}
