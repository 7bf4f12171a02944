/** Parameters of exponential smoothing with a damped trend; a trend of none where beta and phi are 0. */
export interface Smoothing {
  /** How much of each surprise the level takes over, 0 to 1. */
  readonly alpha: number
  /** How much of it the trend takes over, 0 to alpha. */
  readonly beta: number
  /** What is left of the trend a step later, 0 to 1. */
  readonly phi: number
}

interface State {
  readonly level: number
  readonly trend: number
  /** Sum of squared one-step errors. */
  readonly errors: number
}

/** Level and trend before the first value: by a line through the first few. */
function start(values: readonly number[]): { level: number; trend: number } {
  const few = values.slice(0, Math.min(8, values.length))
  const { intercept, slope } = line(few)
  return { level: intercept - slope, trend: slope }
}

/** The least-squares line through values at 0, 1, 2 …. */
export function line(values: readonly number[]): { intercept: number; slope: number } {
  const n = values.length
  const meanX = (n - 1) / 2
  const meanY = values.reduce((sum, value) => sum + value, 0) / n
  let covariance = 0
  let variance = 0
  for (const [x, y] of values.entries()) {
    covariance += (x - meanX) * (y - meanY)
    variance += (x - meanX) ** 2
  }
  const slope = variance === 0 ? 0 : covariance / variance
  return { intercept: meanY - slope * meanX, slope }
}

/** Runs the smoothing over values: error-correction form (Hyndman et al., Forecasting with Exponential Smoothing, 2008). */
export function smooth(
  values: readonly number[],
  { alpha, beta, phi }: Smoothing,
  from: { level: number; trend: number },
): State {
  let { level, trend } = from
  let errors = 0
  for (const value of values) {
    const expected = level + phi * trend
    const error = value - expected
    errors += error * error
    level = expected + alpha * error
    trend = phi * trend + beta * error
  }
  return { level, trend, errors }
}

const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1))

/** The best of a grid, refined around the best of a coarser one. */
function best(candidates: readonly Smoothing[], errorOf: (smoothing: Smoothing) => number): Smoothing {
  let found: Smoothing = { alpha: 0.5, beta: 0, phi: 0 }
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const error = errorOf(candidate)
    if (error < least) {
      least = error
      found = candidate
    }
  }
  return found
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Simple exponential smoothing, whose level is its forecast (Brown 1959); alpha by least squares of one-step errors. */
export function simpleSmoothing(values: readonly number[]): number {
  const from = { level: mean(values.slice(0, Math.min(4, values.length))), trend: 0 }
  const errorOf = (smoothing: Smoothing) => smooth(values, smoothing, from).errors
  const coarse = best(
    steps(0.01, 0.99, 15).map((alpha) => ({ alpha, beta: 0, phi: 0 })),
    errorOf,
  )
  const fine = best(
    steps(coarse.alpha - 0.065, coarse.alpha + 0.065, 14).map((alpha) => ({ alpha: clamp(alpha, 0.001, 1), beta: 0, phi: 0 })),
    errorOf,
  )
  return smooth(values, fine, from).level
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const phis = [0.8, 0.87, 0.93, 0.98]

/** Smoothing with a damped trend (Gardner and McKenzie 1985), by least squares of one-step errors. */
export function dampedSmoothing(values: readonly number[]): (horizon: number) => number[] {
  const from = start(values)
  const errorOf = (smoothing: Smoothing) => smooth(values, smoothing, from).errors
  const coarse = best(
    steps(0.05, 0.95, 7).flatMap((alpha) =>
      steps(0.01, 0.6, 4).flatMap((share) => phis.map((phi) => ({ alpha, beta: share * alpha, phi }))),
    ),
    errorOf,
  )
  const fine = best(
    steps(-0.1, 0.1, 5).flatMap((alpha) =>
      steps(-0.08, 0.08, 5).flatMap((beta) =>
        [-0.03, 0, 0.02].map((phi) => {
          const level = clamp(coarse.alpha + alpha, 0.001, 0.999)
          return { alpha: level, beta: clamp(coarse.beta + beta, 0, level), phi: clamp(coarse.phi + phi, 0.75, 0.98) }
        }),
      ),
    ),
    errorOf,
  )
  const { level, trend } = smooth(values, fine, from)
  return (horizon) => {
    let damped = 0
    let power = 1
    return Array.from({ length: horizon }, () => {
      power *= fine.phi
      damped += power
      return level + damped * trend
    })
  }
}
