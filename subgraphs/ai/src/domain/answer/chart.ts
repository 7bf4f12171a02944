import type { Meaning } from '../meaning.ts'
import type { Figures } from './figures.ts'

export type Chart = 'none' | 'line' | 'bar' | 'stacked' | 'table'

/** The chart that suits: a line over time, bars for ranks and splits, stacked for shares, none for one number. */
export function chartOf(meaning: Meaning, figures: Figures): Chart {
  if (meaning.intent === 'share' && figures.rows.length > 1) return 'stacked'
  if (figures.rows.length < 2) return figures.columns.length > 3 ? 'table' : 'none'
  if (meaning.by.length > 2 || new Set(figures.columns.map(({ unit }) => unit)).size > 2) return 'table'
  if (meaning.grain !== null && meaning.order === null) return meaning.by.length > 1 ? 'table' : 'line'
  return 'bar'
}
