import type { Better } from '../gql/graphql.ts'
import { absolute, type Decimal, decimal, round, shift, text } from './decimal.ts'
import { figureText, grouped, type Measure, thin } from './figure.ts'

/** A change in words: an arrow for its direction, a word and a tone for the judgement. */
export interface Change {
  readonly direction: 'up' | 'down' | 'none'
  /** `8.1 %`, `0.6 pts`, or an amount where a percentage has no base. */
  readonly amount: string
  /** `better`, `worse`, `more`, `less`; empty where nothing changed. */
  readonly word: string
  readonly tone: 'good' | 'bad' | 'plain'
}

/** The part of a metric cell that tells a change. */
export interface Changing {
  readonly change?: string | null | undefined
  readonly changeRatio?: string | null | undefined
}

/** Judges a change; null where there is nothing to compare with. Ratios change by percentage points. */
export function changeOf(cell: Changing, measure: Measure, better: Better): Change | null {
  if (cell.change == null) return null
  const change = decimal(cell.change)
  const amount = changeAmount(change, cell.changeRatio, measure)
  if (amount === null || change.digits === 0n) return { direction: 'none', amount: '', word: '', tone: 'plain' }
  const up = change.digits > 0n
  if (better === 'NEITHER') return { direction: up ? 'up' : 'down', amount, word: up ? 'more' : 'less', tone: 'plain' }
  const good = up === (better === 'HIGHER')
  return { direction: up ? 'up' : 'down', amount, word: good ? 'better' : 'worse', tone: good ? 'good' : 'bad' }
}

/** Null where the change rounds to nothing. */
function changeAmount(change: Decimal, changeRatio: string | null | undefined, measure: Measure): string | null {
  if (measure.unit === 'RATIO') return unlessZero(round(absolute(shift(change, 2)), 1), 'pts')
  if (changeRatio == null) return figureText(text(absolute(change)), measure)
  return unlessZero(round(absolute(shift(decimal(changeRatio), 2)), 1), '%')
}

function unlessZero(value: Decimal, unit: string): string | null {
  return value.digits === 0n ? null : `${grouped(value)}${thin}${unit}`
}

/** `−14.2 %`, for a table; the sign says the direction. */
export function changeRatioText(changeRatio: string): string {
  const value = round(shift(decimal(changeRatio), 2), 1)
  const shown = `${grouped(absolute(value))}${thin}%`
  return value.digits === 0n ? shown : (value.digits < 0n ? '\u2212' : '+') + shown
}
