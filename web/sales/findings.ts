import { changeRatioText } from '../format/change.ts'
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  round,
  shift,
  subtract,
  text,
  zero,
} from '../format/decimal.ts'
import { figureText, grouped, percentText, thin } from '../format/figure.ts'
import { day, periodPhrase, shortPeriodName } from '../format/period.ts'
import { type Cell, cell, column, memberName, type Row, rowKey, type Table } from './table.ts'

/** The money that a company's sales are measured in: net revenue, or what was won. */
export type Money = 'NET_REVENUE' | 'WON_AMOUNT'

const names: Record<Money, string> = { NET_REVENUE: 'Revenue', WON_AMOUNT: 'Won amount' }

/** A change of less than half a per cent is no news. */
const stillness = decimal('0.005')

/** The part of a change that a single member explains, where one does. */
export interface Cause {
  readonly row: Row
  readonly name: string
  /** Its change as a fraction of the whole change. */
  readonly share: Decimal
}

/**
 * The one member that moved most in the direction of the whole, if it explains at least 40 % of the change.
 * Null where the change is nothing, where the split has a single member, or where many moved a little.
 */
export function causeOf(table: Table, metric: Money): Cause | null {
  const whole = cell(table.totals, metric).change
  if (whole == null || isZero(decimal(whole)) || table.rows.length < 2) return null
  const total = decimal(whole)
  const moved = table.rows.flatMap((row) => {
    const change = cell(row, metric).change
    return change != null && decimal(change).digits > 0n === total.digits > 0n && row.keys[0]?.value != null
      ? [{ row, change: decimal(change) }]
      : []
  })
  const most = moved.toSorted((a, b) => compare(absolute(b.change), absolute(a.change)))[0]
  const share = most && divide(most.change, total, 6)
  if (!most || !share || compare(share, decimal('0.4')) < 0) return null
  return { row: most.row, name: memberName(most.row), share }
}

/** The page's finding: `Revenue fell 8.1 % in March 2014; Northwest explains 61 %`. */
export function pageFinding(headline: Table, metric: Money, splits: readonly Table[]): string {
  const whole = cell(headline.totals, metric)
  const when = periodPhrase(headline.period, currentYear(headline))
  if (whole.value == null) return `No ${names[metric].toLowerCase()} ${when}`
  const level = figureText(whole.value, column(headline, metric))
  if (whole.changeRatio == null || whole.change == null) return `${names[metric]} was ${level} ${when}`
  const ratio = decimal(whole.changeRatio)
  if (compare(absolute(ratio), stillness) < 0) return `${names[metric]} held at ${level} ${when}`
  const verb = ratio.digits > 0n ? 'rose' : 'fell'
  const moved = `${names[metric]} ${verb} ${onePlace(absolute(ratio))} ${when}`
  const causes = splits.map((split) => causeOf(split, metric))
  const cause = causes.find((each) => each !== null)
  return cause ? `${moved}; ${causePhrase(cause, metric, headline)}` : moved + spreadPhrase(splits[0], metric)
}

/** `Northwest explains 61 %`; where others moved against it, its own change: `Northwest alone lost $207 k`. */
function causePhrase(cause: Cause, metric: Money, table: Table): string {
  if (compare(cause.share, decimal('1')) <= 0) return `${cause.name} explains ${percentText(cause.share)}`
  return `${cause.name} alone ${movedBy(cell(cause.row, metric), metric, table)}`
}

/** `lost $207 k`, `gained $16 k`. */
function movedBy(moved: Cell, metric: Money, table: Table): string {
  const change = decimal(moved.change ?? '0')
  return `${change.digits < 0n ? 'lost' : 'gained'} ${figureText(text(absolute(change)), column(table, metric))}`
}

function spreadPhrase(split: Table | undefined, metric: Money): string {
  const changes = split?.rows.flatMap((row) => cell(row, metric).change ?? []).map(decimal) ?? []
  if (changes.length < 3) return ''
  if (changes.every((change) => change.digits > 0n)) return ', everywhere'
  return changes.every((change) => change.digits < 0n) ? ', everywhere' : ''
}

/** Over the trend: `$44.1 M in the 12 months to March 2014, 13.2 % more than the year before`. */
export function trendFinding(trend: Table, metric: Money): string {
  const whole = cell(trend.totals, metric)
  if (whole.value == null) return `No ${names[metric].toLowerCase()} ${periodPhrase(trend.period, currentYear(trend))}`
  const level = `${figureText(whole.value, column(trend, metric))} ${periodPhrase(trend.period, currentYear(trend))}`
  if (whole.changeRatio == null) return level
  const ratio = decimal(whole.changeRatio)
  if (compare(absolute(ratio), stillness) < 0) return `${level}, as in the year before`
  return `${level}, ${onePlace(absolute(ratio))} ${ratio.digits > 0n ? 'more' : 'less'} than the year before`
}

/** Over a ranking with changes: `Northwest lost $207 k of $340 k`; else who leads it. */
export function splitFinding(table: Table, metric: Money): string {
  const cause = causeOf(table, metric)
  const whole = cell(table.totals, metric)
  if (cause && whole.change != null) {
    const total = figureText(text(absolute(decimal(whole.change))), column(table, metric))
    const moved = movedBy(cell(cause.row, metric), metric, table)
    return compare(cause.share, decimal('1')) <= 0
      ? `${cause.name} ${moved} of ${total}`
      : `${cause.name} ${moved}; others ${decimal(whole.change).digits < 0n ? 'made up for' : 'lost'} some of it`
  }
  return leaderFinding(table, metric)
}

/** `Southwest leads with 21 %`. */
function leaderFinding(table: Table, metric: Money): string {
  const ranked = byValue(table.rows, metric)
  const first = ranked[0]
  const share = first && shareOf(cell(first, metric), cell(table.totals, metric))
  if (!first || !share) return 'Nothing to rank'
  if (ranked.length === 1 && table.rowCount === 1) return `All of it in ${memberName(first)}`
  if (compare(share, decimal('0.01')) < 0) return crowdFinding(first, share, table.rowCount)
  if (compare(share, decimal('0.05')) < 0) return `Nobody stands out; ${memberName(first)} leads with ${percentText(share, 1)}`
  return capital(`${memberName(first)} leads with ${percentText(share)}`)
}

/** Where even the largest is next to nothing of the whole: `4,324 customers; the largest brings 0.2 %`. */
function crowdFinding(largest: Table['rows'][number], share: Decimal, count: number): string {
  const noun = largest.keys.map(({ dimension }) => crowds[dimension]).find(Boolean) ?? 'of them'
  const least = decimal('0.001')
  const brings = compare(share, least) < 0 ? `less than ${percentText(least, 1)}` : percentText(share, 1)
  return `${grouped(decimal(String(count)))} ${noun}; the largest brings ${brings}`
}

/** What the members of a dimension are called together, where there can be hundreds of them. */
const crowds: Readonly<Record<string, string>> = {
  CUSTOMER: 'customers',
  PRODUCT: 'products',
  SALES_PERSON: 'sales people',
  TERRITORY: 'territories',
  SUBCATEGORY: 'subcategories',
}

/** Over a list of the largest: who of them grew and who gave up most, or who leads. */
export function moversFinding(table: Table, metric: Money): string {
  const moved = table.rows.flatMap((row) => {
    const { change, changeRatio } = cell(row, metric)
    return change == null || changeRatio == null ? [] : [{ row, change: decimal(change), changeRatio }]
  })
  const [most, least] = [extreme(moved, 1), extreme(moved, -1)]
  const grew = most && most.change.digits > 0n ? `${memberName(most.row)} grew most (${changeRatioText(most.changeRatio)})` : null
  const fell =
    least && least.change.digits < 0n ? `${memberName(least.row)} gave up most (${changeRatioText(least.changeRatio)})` : null
  return capital([grew, fell].filter(Boolean).join('; ')) || leaderFinding(table, metric)
}

function extreme<Item extends { readonly change: Decimal }>(items: readonly Item[], sign: 1 | -1): Item | undefined {
  return items.toSorted((a, b) => sign * compare(b.change, a.change))[0]
}

/** `$1.2 M open in 34 opportunities, most of it in negotiation`. */
export function pipelineFinding(table: Table): string {
  const value = cell(table.totals, 'PIPELINE').value
  const count = cell(table.totals, 'OPEN_OPPORTUNITIES').value
  if (count != null && isZero(decimal(count))) return 'No opportunity is open'
  const open = `${value == null ? 'An unknown amount' : figureText(value, column(table, 'PIPELINE'))} open in ${count == null ? 'some' : grouped(round(decimal(count), 0))} opportunities`
  const measure = value == null || isZero(decimal(value)) ? 'OPEN_OPPORTUNITIES' : 'PIPELINE'
  const first = table.rows.toSorted((a, b) =>
    compare(decimal(cell(b, measure).value ?? '0'), decimal(cell(a, measure).value ?? '0')),
  )[0]
  const share = first && shareOf(cell(first, measure), cell(table.totals, measure))
  return first && share && table.rows.length > 1 && compare(share, decimal('0.5')) > 0
    ? `${open}, most of it ${stageName(first).endsWith(' since') ? stageName(first) : `in ${stageName(first).toLowerCase()}`}`
    : open
}

/** Stages are as of now: what was open then may have been won or lost since. */
export function stageName(row: Row): string {
  const stage = row.keys[0]?.value
  return stage === 'won' || stage === 'lost' ? `${stage} since` : memberName(row)
}

/** `Four of seven sellers reached their quota; Pamela Ansman-Wolfe is at 66 %`. */
export function quotaFinding(table: Table): string {
  const attained = table.rows.flatMap((row) => {
    const value = cell(row, 'QUOTA_ATTAINMENT').value
    return value == null ? [] : [{ row, value: decimal(value) }]
  })
  const reached = attained.filter(({ value }) => compare(value, decimal('1')) >= 0).length
  const last = attained.toSorted((a, b) => compare(a.value, b.value))[0]
  const sellers = attained.length === 1 ? 'seller' : 'sellers'
  const count =
    reached === attained.length
      ? `All ${inWords(attained.length)} ${sellers} reached their quota`
      : `${capital(inWords(reached))} of ${inWords(attained.length)} ${sellers} reached their quota`
  return last && compare(last.value, decimal('0.9')) < 0 && attained.length > 1
    ? `${count}; ${memberName(last.row)} is at ${percentText(last.value)}`
    : count
}

/** A cell as a fraction of the total; null where there is none. */
export function shareOf(part: Cell, total: Cell): Decimal | null {
  return part.value == null || total.value == null ? null : divide(decimal(part.value), decimal(total.value), 6)
}

/** What the rows leave of the total, exactly. Only for metrics that add. */
export function restOf(table: Table, metric: Money): string | null {
  const total = cell(table.totals, metric).value
  if (total == null) return null
  const shown = table.rows.reduce((sum, row) => add(sum, decimal(cell(row, metric).value ?? '0')), zero)
  return text(subtract(decimal(total), shown))
}

/** Largest first; rows without a figure last. */
export function byValue(rows: readonly Row[], metric: Cell['metric']): readonly Row[] {
  return rows
    .filter((row) => row.cells.some((each) => each.metric === metric && each.value != null))
    .toSorted((a, b) => compare(decimal(cellOf(b, metric)), decimal(cellOf(a, metric))) || rowKey(a).localeCompare(rowKey(b)))
}

function cellOf(row: Row, metric: string): string {
  return row.cells.find((each) => each.metric === metric)?.value ?? '0'
}

/** Name of what a page is held against, as short as it can be: `February`, `March 2013`. */
export function baseName(table: Table): string | undefined {
  if (!table.comparedTo?.from) return undefined
  return shortPeriodName(table.comparedTo, currentYear(table))
}

/** The year that the company is in: others are named. */
function currentYear(table: Table): number {
  return day(table.asOf).year
}

function onePlace(fraction: Decimal): string {
  return `${grouped(round(shift(fraction, 2), 1))}${thin}%`
}

const numerals = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function inWords(count: number): string {
  return numerals[count] ?? String(count)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
