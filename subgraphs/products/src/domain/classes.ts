export type AbcClass = 'A' | 'B' | 'C'
export type XyzClass = 'X' | 'Y' | 'Z'

/** Shares of the whole that A, and A and B together, make up. */
const abcBounds = { a: 0.8, b: 0.95 } as const

/**
 * ABC analysis (H. F. Dickie, “ABC inventory analysis shoots for dollars”, Factory Management and Maintenance, 1951): of
 * things sorted by value, those that make up the first 80 % are A, the next 15 % B, the rest C. Whatever crosses a bound
 * belongs to the class before it, so that the largest is always A. Things of no value are C.
 */
export function abcClasses(values: ReadonlyMap<string, number>): Map<string, AbcClass> {
  const sorted = [...values].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  const whole = sorted.reduce((sum, [, value]) => sum + Math.max(value, 0), 0)
  let before = 0
  return new Map(
    sorted.map(([key, value]) => {
      const reached = whole === 0 ? 1 : before / whole
      before += Math.max(value, 0)
      if (value <= 0) return [key, 'C']
      return [key, reached < abcBounds.a ? 'A' : reached < abcBounds.b ? 'B' : 'C']
    }),
  )
}

/** Mean of numbers; 0 of none. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Standard deviation of a sample; 0 of fewer than two. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}

/**
 * XYZ analysis, by the coefficient of variation of demand: up to 0.5 X (steady), up to 1 Y (varying), above Z (erratic). See
 * B. Scholz-Reiter et al., “Integration of demand forecasts in ABC-XYZ analysis”, Int. J. of Productivity and Performance
 * Management 61 (2012). Null where nothing was asked for.
 */
export function xyzClass(demand: readonly number[]): XyzClass | null {
  const middle = mean(demand)
  if (middle <= 0) return null
  const variation = deviation(demand) / middle
  return variation <= 0.5 ? 'X' : variation <= 1 ? 'Y' : 'Z'
}
