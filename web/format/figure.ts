import type { Unit } from '../gql/graphql.ts'
import { absolute, compare, type Decimal, decimal, isZero, round, shift, text } from './decimal.ts'

/** A figure taken apart, so that a screen can set its unit smaller. */
export interface FigureParts {
  /** Currency before the number: `$`. */
  readonly before: string
  /** Sign and digits: `−3.86`. */
  readonly number: string
  /** What follows: `M`, `%`, `days`. */
  readonly after: string
}

/**
 * How exactly: `short` three significant digits (`3.86 M`), `whole` whole units (`3,862,940`),
 * `exact` to the cent, or as the graph has it where it is no money.
 */
export type Precision = 'short' | 'whole' | 'exact'

export interface Measure {
  readonly unit: Unit
  /** ISO 4217; only for money. */
  readonly currency?: string | null | undefined
}

/** A narrow no-break space: parts figure and unit. */
export const thin = '\u202f'
const minus = '\u2212'

const magnitudes = [
  { power: 9, letter: 'B' },
  { power: 6, letter: 'M' },
  { power: 3, letter: 'k' },
] as const

const words: Partial<Record<Unit, string>> = { DAYS: 'days', HOURS: 'hours', MONTHS: 'months', YEARS: 'years' }

/** Takes a figure of the graph apart for display; the string never becomes a float. */
export function figureParts(value: string, measure: Measure, precision: Precision = 'short'): FigureParts {
  const number = decimal(value)
  switch (measure.unit) {
    case 'RATIO':
      return { before: '', number: grouped(round(shift(number, 2), precision === 'exact' ? 2 : 1)), after: '%' }
    case 'MONEY':
      return { before: currencySymbol(measure.currency), ...scaled(number, precision, 2) }
    case 'COUNT':
      return { before: '', ...scaled(number, precision, 0) }
    default:
      return { before: '', number: grouped(round(number, precision === 'exact' ? 2 : 1)), after: words[measure.unit] ?? '' }
  }
}

/** A figure as one string: `$3.86 M`, `38.4 %`, `2,108`. */
export function figureText(value: string, measure: Measure, precision: Precision = 'short'): string {
  const { before, number, after } = figureParts(value, measure, precision)
  const signed = number.startsWith(minus) ? minus + before + number.slice(1) : before + number
  return after ? signed + thin + after : signed
}

/** A figure in a column whose head names the unit: digits alone. */
export function cellText(value: string, measure: Measure, precision: Precision = 'whole'): string {
  const { number, after } = figureParts(value, measure, precision)
  return measure.unit === 'RATIO' ? `${number}${thin}%` : precision === 'short' && after ? number + thin + after : number
}

/** A figure with `+` or `−` before it: `−207 k`. Zero has no sign. */
export function signedText(value: string, measure: Measure, precision: Precision = 'short'): string {
  const number = decimal(value)
  const shown = figureText(text(absolute(number)), measure, precision)
  return number.digits === 0n ? shown : (number.digits < 0n ? minus : '+') + shown
}

/** Unit and decimals that every figure of one chart or column shares. */
export interface Scale {
  /** Power of ten that figures are divided by. */
  readonly power: number
  readonly letter: string
  readonly places: number
}

/** The scale that suits the largest of these figures: `812 k` and `9 k`, `57.1 M` and `0.4 M`. */
export function sharedScale(values: readonly (string | null | undefined)[], measure: Measure): Scale {
  if (measure.unit === 'RATIO') return { power: -2, letter: '%', places: 1 }
  const digits = Math.max(1, ...values.map((value) => (value == null ? 1 : wholeDigits(value))))
  if (measure.unit !== 'MONEY' && measure.unit !== 'COUNT') return { power: 0, letter: '', places: 1 }
  if (digits <= 4) return { power: 0, letter: '', places: 0 }
  if (digits <= 7) return { power: 3, letter: 'k', places: 0 }
  if (digits <= 10) return { power: 6, letter: 'M', places: digits === 8 ? 1 : 0 }
  return { power: 9, letter: 'B', places: digits === 11 ? 1 : 0 }
}

/** Digits before the point of a figure's size. */
function wholeDigits(value: string): number {
  return text(round(absolute(decimal(value)), 0)).length
}

/** A figure at a scale that others share; its unit stands with the chart. What the scale is too coarse for is `0`, of no unit. */
export function scaledText(value: string, { power, letter, places }: Scale): string {
  const rounded = round(shift(decimal(value), -power), places)
  if (isZero(rounded)) return '0'
  const shown = grouped(rounded)
  return letter ? shown + thin + letter : shown
}

/** The same with its sign: `+16 k`, `−207 k`. */
export function signedScaledText(value: string, scale: Scale): string {
  const shown = scaledText(value, scale)
  return decimal(value).digits > 0n && /[1-9]/.test(shown) ? `+${shown}` : shown
}

/** `61 %`: a fraction as a share, without decimals unless told. */
export function percentText(fraction: Decimal, places = 0): string {
  return `${grouped(round(shift(fraction, 2), places))}${thin}%`
}

/** `$`, `€`, `CHF `: what stands before an amount in this currency. */
export function currencySymbol(currency: string | null | undefined): string {
  if (!currency) return ''
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0)
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency
  return /[A-Za-z]$/.test(symbol) ? symbol + thin : symbol
}

/** Digits in threes with a true minus: `−1,234.50`. */
export function grouped(value: Decimal): string {
  const [whole = '0', fraction] = text(absolute(value)).split('.')
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
  return value.digits < 0n ? minus + shown : shown
}

function scaled(value: Decimal, precision: Precision, smallest: number): Omit<FigureParts, 'before'> {
  if (precision === 'exact')
    return {
      number: grouped(smallest === 0 ? trimmed(value) : round(value, Math.max(smallest, trimmed(value).scale))),
      after: '',
    }
  const size = absolute(value)
  if (precision === 'whole') return { number: grouped(round(value, 0)), after: '' }
  for (const { power, letter } of magnitudes) {
    const limit = power === 3 ? decimal('9999.5') : shift(decimal('0.9995'), power)
    if (compare(size, limit) >= 0) return { number: grouped(threeDigits(shift(value, -power))), after: letter }
  }
  const fits = smallest > 0 && compare(size, decimal('99.995')) < 0 && size.digits !== 0n
  return { number: grouped(round(value, fits ? smallest : 0)), after: '' }
}

/** Rounded to three significant digits, for a number of at least 0.9995. */
function threeDigits(value: Decimal): Decimal {
  const size = absolute(value)
  return round(value, compare(size, decimal('99.95')) >= 0 ? 0 : compare(size, decimal('9.995')) >= 0 ? 1 : 2)
}

function trimmed(value: Decimal): Decimal {
  let { digits, scale } = value
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale -= 1
  }
  return { digits, scale }
}
