import type { Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import { absolute, divided, isNegative, written } from '../answer/decimal.ts'
import type { AnswerRow, Column, Days, Explanation, Figures, Values } from '../answer/figures.ts'
import type { Said } from '../answer/sentence.ts'
import { during, limited } from '../answer/words.ts'
import type { Meaning } from '../meaning.ts'

/** One figure as it is and as it would be, exact decimals. */
export interface Supposition {
  readonly column: Column
  readonly actual: string
  readonly assumed: string
}

/** What the figures of a what-if were read from. */
export interface Basis {
  readonly period: Days
  readonly explain: readonly Explanation[]
}

/** The answer's figures: each as it would be, with how it is beside it. */
export function supposedFigures(suppositions: readonly Supposition[], { period, explain }: Basis): Figures {
  const of = (value: (one: Supposition) => string | null): Values =>
    Object.fromEntries(suppositions.map((one) => [one.column.name, value(one)]))
  const change = ({ actual, assumed }: Supposition): string => Big(assumed).minus(actual).toFixed()
  const row: AnswerRow = {
    keys: {},
    labels: {},
    ids: {},
    period: null,
    values: of(({ assumed }) => assumed),
    previous: of(({ actual }) => actual),
    change: of(change),
    changeRatio: of((one) => divided(change(one), Big(one.actual).abs().toFixed())),
  }
  return {
    columns: suppositions.map(({ column }) => column),
    rows: [row],
    totals: row.values,
    totalRow: row,
    rowCount: 1,
    period,
    comparedTo: null,
    explain,
  }
}

const show = (value: string, { unit, currency }: Column): string => written(value, unit, currency)

function changed(one: Supposition): string {
  const change = Big(one.assumed).minus(one.actual)
  if (change.eq(0)) return `${one.column.label.toLowerCase()} would stay at ${show(one.actual, one.column)}`
  const ratio = divided(change.toFixed(), Big(one.actual).abs().toFixed())
  const byHow =
    one.column.unit === 'RATIO'
      ? `${written(absolute(change.toFixed()), 'RATIO', null).replace(' %', ' points')}`
      : ratio === null
        ? show(absolute(change.toFixed()), one.column)
        : written(absolute(ratio), 'RATIO', null)
  const way = isNegative(change.toFixed()) ? 'less' : 'more'
  return `${one.column.label.toLowerCase()} would be ${show(one.assumed, one.column)} instead of ${show(one.actual, one.column)} (${byHow} ${way})`
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `If burn rate were 120.00 USD instead of 100.00 USD, runway would be …`, with what is held. */
export function saidOfChange(
  meaning: Meaning,
  driver: Supposition,
  results: readonly Supposition[],
  held: readonly Metric[],
): Said {
  const supposed = `If ${driver.column.label.toLowerCase()} were ${show(driver.assumed, driver.column)} instead of ${show(driver.actual, driver.column)}`
  const own = results.filter((one) => one !== driver)
  const outcome = own.length === 0 ? [changed(driver)] : own.map(changed)
  const keeping = held.length === 0 ? '' : ` Held as they are: ${listed(held.map(({ label }) => label.toLowerCase()))}.`
  const scope = [limited(meaning), during(meaning)].filter((words) => words !== '').join(' ')
  return { text: `${supposed}, ${listed(outcome)}, ${scope}.${keeping}`, plain: plainOf(meaning) }
}

/** `Without Contoso, net revenue would be …`. */
export function saidWithout(meaning: Meaning, names: readonly string[], results: readonly Supposition[]): Said {
  const others = { ...meaning, where: meaning.where.filter(({ not }) => !not) }
  const scope = [limited(others), during(meaning)].filter((words) => words !== '').join(' ')
  return { text: `Without ${listed(names)}, ${listed(results.map(changed))}, ${scope}.`, plain: [...plainOf(meaning), ...names] }
}

const plainOf = (meaning: Meaning): string[] => [
  during(meaning),
  limited(meaning),
  ...meaning.where.flatMap(({ members }) => members.map(({ label }) => label)),
]
