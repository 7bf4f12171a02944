/** Exact decimals, as the graph sends them: strings that never pass through a float. */
export interface Decimal {
  /** The number times ten to the power of `scale`. */
  readonly digits: bigint
  readonly scale: number
}

const pattern = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/** Reads `1234.50` or `1e-7`; throws a RangeError for anything else. */
export function decimal(text: string): Decimal {
  const match = pattern.exec(text)
  if (!match) throw new RangeError(`not a decimal: ${text}`)
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match
  const digits = BigInt(sign + whole + fraction)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

/** Digits of `value` at `scale`, which must not be smaller than its own. */
function at(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale)
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: at(a, scale) + at(b, scale), scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

function negate(value: Decimal): Decimal {
  return { digits: -value.digits, scale: value.scale }
}

export function absolute(value: Decimal): Decimal {
  return value.digits < 0n ? negate(value) : value
}

/** −1, 0 or 1, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = subtract(a, b)
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

export const zero: Decimal = { digits: 0n, scale: 0 }

export function isZero(value: Decimal): boolean {
  return value.digits === 0n
}

/** `value` times ten to the power of `power`, exactly. */
export function shift(value: Decimal, power: number): Decimal {
  const scale = value.scale - power
  return scale >= 0 ? { digits: value.digits, scale } : { digits: value.digits * 10n ** BigInt(-scale), scale: 0 }
}

/** Rounds to `places` after the point, halves away from zero. */
export function round(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return { digits: at(value, places), scale: places }
  return { digits: divideHalfUp(value.digits, 10n ** BigInt(value.scale - places)), scale: places }
}

/** `a` ÷ `b` to `places` after the point, halves away from zero; null where `b` is zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | null {
  if (b.digits === 0n) return null
  const scale = Math.max(a.scale, b.scale)
  const [numerator, denominator] = [at(a, scale) * 10n ** BigInt(places), at(b, scale)]
  return {
    digits: denominator < 0n ? divideHalfUp(-numerator, -denominator) : divideHalfUp(numerator, denominator),
    scale: places,
  }
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n
  return numerator < 0n ? -((-numerator + half) / denominator) : (numerator + half) / denominator
}

/** As the graph writes it: `-1234.50`. */
export function text(value: Decimal): string {
  const sign = value.digits < 0n ? '-' : ''
  const digits = absolute(value)
    .digits.toString()
    .padStart(value.scale + 1, '0')
  const whole = digits.slice(0, digits.length - value.scale)
  return value.scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-value.scale)}`
}

/** For drawing only: the position of a bar or a point. */
export function approximate(value: Decimal | string): number {
  return Number(typeof value === 'string' ? value : text(value))
}
