import type { Unit } from '@aems/schema/catalogue.ts'
import Big from 'big.js'

Big.DP = 12

/** `a ÷ b` to 12 places; null where either is absent or `b` is zero. */
export function divided(a: string | null, b: string | null): string | null {
  if (a === null || b === null || Big(b).eq(0)) return null
  return Big(a).div(b).round(12, Big.roundHalfEven).toFixed()
}

/** Whether two decimals are equal once rounded to so many places. */
export const sameRounded = (a: string, b: string, places: number): boolean =>
  Big(a).round(places, Big.roundHalfUp).eq(Big(b).round(places, Big.roundHalfUp))

/** A hundred times as much: a fraction in percent. */
export const inPercent = (fraction: string): string => Big(fraction).times(100).toFixed()

export const isZero = (value: string): boolean => Big(value).eq(0)
export const isNegative = (value: string): boolean => Big(value).lt(0)
export const absolute = (value: string): string => Big(value).abs().toFixed()

/** Negative where a comes first. */
export const compared = (a: string, b: string): number => Big(a).cmp(b)

/** Groups thousands; rounds half up to so many places, and drops none of them. */
function grouped(value: string, places: number): string {
  const rounded = Big(value).round(places, Big.roundHalfUp)
  const [whole = '0', fraction] = rounded.abs().toFixed(places).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${rounded.lt(0) ? '−' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** How a figure is written in a sentence: money with its currency, ratios in percent, all to the places that its unit has. */
export function written(value: string, unit: Unit, currency: string | null): string {
  if (unit === 'MONEY') return `${grouped(value, 2)}${currency ? ` ${currency}` : ''}`
  if (unit === 'RATIO') return `${grouped(inPercent(value), 2)} %`
  if (unit === 'COUNT') return grouped(value, Big(value).eq(Big(value).round(0)) ? 0 : 2)
  const name = { DAYS: 'days', HOURS: 'hours', MONTHS: 'months', YEARS: 'years', POINTS: 'points', SCORE: '' }[unit]
  return `${grouped(value, Big(value).eq(Big(value).round(0)) ? 0 : 2)}${name === '' ? '' : ` ${name}`}`
}
