import { absolute, isNegative, isZero, written } from '../answer/decimal.ts'
import type { AnswerRow, Column } from '../answer/figures.ts'
import { nameOf, type Said } from '../answer/sentence.ts'
import { daysInWords, during, limited } from '../answer/words.ts'
import type { Meaning } from '../meaning.ts'
import type { Why } from './answer.ts'

const phrase = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ')
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** An amount by which a figure moved, fractions in points, without its sign. */
const amount = (value: string, { unit, currency }: Column): string =>
  unit === 'RATIO' ? written(absolute(value), 'RATIO', null).replace(' %', ' points') : written(absolute(value), unit, currency)
/** The same with its sign. */
const signed = (value: string, column: Column): string => `${isNegative(value) ? '−' : '+'}${amount(value, column)}`

/** Says why a figure changed: by how much, who bears it, and what of it is price, volume and mix. */
export function saidOfWhy(meaning: Meaning, why: Why): Said {
  const { figures, metric } = why
  const [column] = figures.columns
  const { totalRow, comparedTo } = figures
  const change = totalRow.change?.[metric.name] ?? '0'
  const value = totalRow.values[metric.name] ?? '0'
  const previous = totalRow.previous?.[metric.name] ?? '0'
  if (!column) return { text: 'There are no figures.', plain: [] }
  const against =
    meaning.compare === 'BUDGET'
      ? 'the budget'
      : comparedTo
        ? daysInWords(metric.asOf ? { from: comparedTo.to, to: comparedTo.to } : comparedTo)
        : 'the period before'
  const subject = phrase(column.label, limited(meaning))
  const show = (figure: string): string => written(figure, column.unit, column.currency)
  const plain = [
    during(meaning),
    limited(meaning),
    against,
    ...figures.rows.flatMap((row) => Object.values(row.labels)),
    'of the change',
  ]
  if (isZero(change)) return { text: `${subject} did not change: ${show(value)} ${during(meaning)} as in ${against}.`, plain }
  const fell = isNegative(change)
  const ratio = totalRow.changeRatio?.[metric.name]
  const share = ratio == null || column.unit === 'RATIO' ? '' : ` (${written(absolute(ratio), 'RATIO', null)})`
  const denied =
    meaning.premise === null || (meaning.premise === 'down') === fell
      ? ''
      : meaning.premise === 'down'
        ? 'It did not fall. '
        : 'It did not rise. '
  const head = `${denied}${subject} ${fell ? 'fell' : 'rose'} by ${amount(change, column)}${share} ${during(meaning)}, from ${show(previous)} ${meaning.compare === 'BUDGET' ? 'of' : 'in'} ${against} to ${show(value)}.`
  return { text: [head, members(why, column, fell), effects(why, column)].filter((part) => part !== '').join(' '), plain }
}

const shown = 3

function members({ figures, by, isExact }: Why, column: Column, fell: boolean): string {
  if (!by) return ''
  const moves = (row: AnswerRow): string => row.values['contribution'] ?? row.change?.[column.name] ?? '0'
  const along = figures.rows.filter((row) => !isZero(moves(row)) && isNegative(moves(row)) === fell).slice(0, shown)
  const against = figures.rows
    .filter((row) => !isZero(moves(row)) && isNegative(moves(row)) !== fell)
    .slice(-2)
    .toReversed()
  const said = (row: AnswerRow): string => {
    const share = row.values['contributionShare']
    return `${nameOf(row)} ${signed(moves(row), column)}${share == null ? '' : ` (${written(share, 'RATIO', null)} of the change)`}`
  }
  const label = by.label.toLowerCase()
  if (along.length === 0) return ''
  const contrary =
    against.length === 0
      ? ''
      : `; the other way went ${listed(against.map((row) => `${nameOf(row)} ${signed(moves(row), column)}`))}`
  return isExact
    ? `By ${label}, most of it is ${listed(along.map(said))}${contrary}.`
    : `It does not add up over parts, so none bears an exact share of the change; by ${label} the largest moves were ${listed(along.map(said))}${contrary}.`
}

function effects({ effects: found }: Why, column: Column): string {
  if (found.length === 0) return ''
  const parts = found.map(({ label, value }) => `${label} ${signed(value, column)}`)
  return `By cause: ${listed(parts.map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))))}.`
}
