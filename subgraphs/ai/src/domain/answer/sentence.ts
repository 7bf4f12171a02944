import type { Meaning } from '../meaning.ts'
import { absolute, compared, isNegative, isZero, written } from './decimal.ts'
import type { AnswerRow, Column, Figures } from './figures.ts'
import { boundWords, byWords, compareWords, daysInWords, during, grainWords, limited } from './words.ts'

/** A sentence in pieces: words, and figures that must be the graph's. */
export interface Said {
  readonly text: string
  /** Numbers that are no figures: names, dates, bounds, counts of rows. */
  readonly plain: readonly string[]
}

const phrase = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ')
const show = (value: string | null | undefined, column: Column): string =>
  value === null || value === undefined ? 'no figure' : written(value, column.unit, column.currency)

/** What a row stands for, as a screen names it. */
export function nameOf(row: AnswerRow): string {
  const labels = Object.values(row.labels)
  return (
    phrase(labels.join(', '), row.period ? (labels.length > 0 ? `(${daysInWords(row.period)})` : daysInWords(row.period)) : '') ||
    'All'
  )
}

/** How a figure moved: `, 12.00 USD (4.35 %) more than the 276.00 USD of 2012`. */
function moved(row: AnswerRow, column: Column, before: string): string {
  const [previous, change, ratio] = [row.previous?.[column.name], row.change?.[column.name], row.changeRatio?.[column.name]]
  if (previous === null || previous === undefined) return `, with no figure for ${before} to compare with`
  if (change === null || change === undefined || isZero(change)) return `, the same as ${before}`
  const share =
    ratio === null || ratio === undefined || column.unit === 'RATIO' ? '' : ` (${written(absolute(ratio), 'RATIO', null)})`
  const amount =
    column.unit === 'RATIO' ? written(absolute(change), 'RATIO', null).replace(' %', ' points') : show(absolute(change), column)
  return `, ${amount}${share} ${isNegative(change) ? 'less' : 'more'} than the ${show(previous, column)} of ${before}`
}

function single(meaning: Meaning, figures: Figures): string {
  const row = figures.rows[0] ?? figures.totalRow
  const before =
    meaning.compare === 'BUDGET' ? 'the budget' : figures.comparedTo ? daysInWords(figures.comparedTo) : 'the period before'
  return figures.columns
    .map((column, index) => {
      const subject = index === 0 ? phrase(column.label, limited(meaning), during(meaning)) : column.label
      return `${subject}: ${show(row.values[column.name], column)}${meaning.compare ? moved(row, column, before) : ''}.`
    })
    .join(' ')
}

function shared(meaning: Meaning, figures: Figures, column: Column): string {
  const share = figures.columns.find(({ name }) => name === 'share')
  if (!share) return ''
  if (meaning.part !== null && meaning.by.length === 0 && meaning.grain === null) {
    const part = meaning.where.find(({ dimension, not }) => dimension === meaning.part && !not)
    const names = part?.members.map(({ label }) => label).join(' and ') ?? ''
    return `${names} made up ${show(figures.totals['share'], share)} of ${column.label.toLowerCase()} ${during(meaning)}: ${show(figures.totals[column.name], column)}.`
  }
  const rows = figures.rows.filter((row) => row.values['share'] !== null).slice(0, 5)
  return `Shares of ${column.label.toLowerCase()} ${phrase(byWords(meaning), during(meaning))}: ${rows.map((row) => `${nameOf(row)} (${show(row.values['share'], share)})`).join(', ')}.`
}

function course(meaning: Meaning, figures: Figures, column: Column): string {
  const rows = figures.rows.filter((row) => row.values[column.name] !== null && row.values[column.name] !== undefined)
  const sorted = rows.toSorted((a, b) => compared(b.values[column.name] ?? '0', a.values[column.name] ?? '0'))
  const [highest, lowest] = [sorted[0], sorted.at(-1)]
  const subject = phrase(
    column.label,
    limited(meaning),
    byWords(meaning),
    grainWords(meaning),
    during(meaning),
    compareWords(meaning),
  )
  if (!highest || !lowest) return `${subject}: there are no figures.`
  const ends =
    rows.length === 1
      ? `${nameOf(highest)} ${show(highest.values[column.name], column)}`
      : `highest in ${nameOf(highest)} (${show(highest.values[column.name], column)}), lowest in ${nameOf(lowest)} (${show(lowest.values[column.name], column)})`
  return `${subject}: ${ends}.${total(meaning, figures, column)}`
}

/** Parts sum to the whole only where the metric adds, and nothing was cut off. */
function total(meaning: Meaning, figures: Figures, column: Column): string {
  const metric = meaning.metrics.find(({ name }) => name === column.name)
  const value = figures.totals[column.name]
  if (value === null || value === undefined || meaning.having.length > 0) return ''
  if (metric?.adds === 'ALWAYS' || (metric?.adds === 'AT_A_TIME' && meaning.grain === null))
    return ` In total ${show(value, column)}.`
  return ` Overall ${show(value, column)}.`
}

function split(meaning: Meaning, figures: Figures, column: Column): string {
  const part =
    meaning.order && meaning.order.of !== 'value' && figures.columns.some(({ name }) => name === column.name)
      ? meaning.order.of
      : null
  const figure = (row: AnswerRow): string => {
    const value = show(row.values[column.name], column)
    if (!part) return meaning.compare ? `${value}, before ${show(row.previous?.[column.name], column)}` : value
    const change = row[part]?.[column.name]
    const moves =
      change === null || change === undefined
        ? 'no change known'
        : part === 'changeRatio'
          ? written(change, 'RATIO', null)
          : show(change, column)
    return `${moves}, to ${value}`
  }
  const rows = figures.rows.slice(0, 3)
  const subject = phrase(
    column.label,
    limited(meaning),
    byWords(meaning),
    grainWords(meaning),
    during(meaning),
    compareWords(meaning),
  )
  if (rows.length === 0) return `${subject}: none.`
  const bounds = boundWords(meaning)
  const count = figures.rowCount === 1 ? '1 row' : `${figures.rowCount} rows`
  const head = bounds.length > 0 ? `${subject}, ${bounds.join(' and ')}: ${count}; ` : `${subject}: `
  const more = figures.rowCount > rows.length && bounds.length === 0 ? ` and ${figures.rowCount - rows.length} more` : ''
  return `${head}${rows.map((row) => `${nameOf(row)} (${figure(row)})`).join(', ')}${more}.${meaning.first === null ? total(meaning, figures, column) : ''}`
}

/** The first and the last figure ahead with their bounds, and how far such forecasts were off before. */
function ahead(meaning: Meaning, figures: Figures, column: Column): string {
  const rows = figures.rows.filter((row) => row.values[column.name] != null)
  const [first, last] = [rows[0], rows.at(-1)]
  const subject = phrase(
    `Forecast of ${column.label.toLowerCase()}`,
    limited(meaning),
    byWords(meaning),
    grainWords(meaning),
    during(meaning),
  )
  if (!first || !last) return `${subject}: there is too little history to learn from.`
  const bound = (row: AnswerRow): string => {
    const { low, high } = row.values
    const range =
      low == null || high == null ? '' : `, between ${show(low, column)} and ${show(high, column)} with 95 % confidence`
    return `${nameOf(row)} ${show(row.values[column.name], column)}${range}`
  }
  return `${subject}: ${first === last ? bound(first) : `${bound(first)}; ${bound(last)}`}.${pastError(figures)}`
}

const pastError = ({ explain }: Figures): string => {
  const error = explain[0]?.forecastError?.smape
  return error == null ? '' : ` Such forecasts were off by ${written(error, 'RATIO', null)} on average so far.`
}

/** Says an answer in words, from a template that suits it. */
export function sentenceOf(meaning: Meaning, figures: Figures): Said {
  const lead =
    figures.columns.find(({ name }) => name === (meaning.order?.by.name ?? meaning.metrics[0]?.name)) ?? figures.columns[0]
  if (!lead) return { text: 'There are no figures.', plain: [] }
  const text =
    meaning.intent === 'forecast'
      ? ahead(meaning, figures, lead)
      : meaning.intent === 'share'
        ? shared(meaning, figures, lead)
        : meaning.intent === 'quotient' || (meaning.by.length === 0 && meaning.grain === null)
          ? single(meaning, figures)
          : meaning.grain !== null && meaning.order === null
            ? course(meaning, figures, lead)
            : split(meaning, figures, lead)
  return { text, plain: plainOf(meaning, figures) }
}

function plainOf(meaning: Meaning, figures: Figures): string[] {
  const rows = [...figures.rows.slice(0, 5), ...figures.rows].slice(0, 400)
  const days = rows.flatMap((row) => (row.period ? [daysInWords(row.period)] : []))
  return [
    during(meaning),
    limited(meaning),
    ...boundWords(meaning),
    ...meaning.where.flatMap(({ members }) => members.map(({ label }) => label)),
    ...rows.flatMap((row) => Object.values(row.labels)),
    ...days,
    ...(figures.comparedTo ? [daysInWords(figures.comparedTo)] : []),
    `${figures.rowCount} rows`,
    `${figures.rowCount - Math.min(3, figures.rows.length)} more`,
    '1 row',
    '95 %',
    pastError(figures),
  ]
}
