import type { SpanUnit, TimeUnit } from '../calendar.ts'

/** Names of the months, in their order. */
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** Patterns of a month, a year, a unit, an ordinal, a fiscal year. */
export const M = `(?:${months.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`
export const Y = '((?:19|20)\\d\\d)'
export const U =
  '(days?|weeks?|months?|quarters?|half-?years?|half years?|halves|half|years?|fiscal quarters?|fiscal years?|financial years?|fiscal halfs?)'
export const O = '(first|second|third|fourth|1st|2nd|3rd|4th|last|final)'
export const FY = '(?:fiscal year|financial year|fiscal|financial|fy)'

export const monthNumber = (name: string): number => months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1

export function unitOf(word: string): SpanUnit {
  const fiscal = /^(fiscal|financial)/.test(word) ? 'FISCAL_' : ''
  const base = word.replace(/^(fiscal|financial) /, '')
  if (base.startsWith('day')) return 'DAY'
  if (base.startsWith('week')) return 'WEEK'
  if (base.startsWith('month')) return 'MONTH'
  if (base.startsWith('quarter')) return fiscal ? 'FISCAL_QUARTER' : 'QUARTER'
  if (base.startsWith('hal')) return fiscal ? 'FISCAL_HALF' : 'HALF'
  return fiscal ? 'FISCAL_YEAR' : 'YEAR'
}

export const ordinal = (word: string, last: number): number => {
  const place = ['first', 'second', 'third', 'fourth'].indexOf(word)
  return place >= 0 ? place + 1 : /^\d/.test(word) ? Number(word.charAt(0)) : last
}

export const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

export const inUnits = (unit: SpanUnit): TimeUnit => (unit === 'HALF' || unit === 'FISCAL_HALF' ? 'QUARTER' : unit)

export const abbreviations: Readonly<Record<string, TimeUnit>> = { y: 'YEAR', q: 'QUARTER', m: 'MONTH', w: 'WEEK' }
