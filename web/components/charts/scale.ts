/** A step of 1, 2, 2.5 or 5 times a power of ten, so that at most `count` of them reach from `low` to `high`. */
function niceStep(low: number, high: number, count: number): number {
  const raw = (high - low) / count
  if (!(raw > 0)) return 1
  const magnitude = 10 ** Math.floor(Math.log10(raw))
  return ([1, 2, 2.5, 5, 10].find((step) => step * magnitude >= raw * (1 - 1e-9)) ?? 10) * magnitude
}

/** Round values between `low` and `high`, for the lines of an axis. */
export function ticks(low: number, high: number, count: number): number[] {
  const step = niceStep(low, high, count)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Maps `domain` to per cent of the drawing's width or height. */
export function percentScale(low: number, high: number): (value: number) => number {
  const span = high - low || 1
  return (value) => Number((((value - low) / span) * 100).toFixed(3))
}
