import type { Metric } from '@aems/schema/catalogue.ts'
import Big from 'big.js'
import { written } from '../answer/decimal.ts'
import type { AnswerRow, Column, Figures } from '../answer/figures.ts'
import type { Said } from '../answer/sentence.ts'
import { boundWords, daysInWords, during, limited } from '../answer/words.ts'
import type { Meaning, Threshold } from '../meaning.ts'
import { keyOf, type RecordField, type RecordType, worthOf } from './plan.ts'

/** A record, field by field, as text; null where it has none. */
export type Listed = Readonly<Record<string, string | null>>

const shownAtMost = 200

const meets = (value: string | null, { op, value: bound }: Threshold): boolean => {
  if (value === null) return false
  const figure = Big(value)
  if (op === '>') return figure.gt(bound)
  if (op === '>=') return figure.gte(bound)
  return op === '<' ? figure.lt(bound) : figure.lte(bound)
}

/** `openAmount` → `Open amount`. */
const labelOf = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The records that are wanted, in the order wanted; undefined where that can't be told from as many as were read. */
export function chosen(
  records: readonly Listed[],
  total: number,
  meaning: Meaning,
  worth: RecordField | undefined,
): Listed[] | undefined {
  const { having, order, first } = meaning
  const value = (record: Listed): string | null => (worth ? (record[worth.name] ?? null) : null)
  if ((having.length > 0 || order !== null) && !worth) return undefined
  const kept = records.filter((record) => having.every((bound) => meets(value(record), bound)))
  const last = records.at(-1)
  // They come largest first: where the last one read fails a lower bound, so do all after it.
  const isBelow = last !== undefined && having.some((bound) => bound.op.startsWith('>') && !meets(value(last), bound))
  const isWhole = records.length >= total || isBelow || (having.length === 0 && order?.direction !== 'asc')
  if (!isWhole) return undefined
  const sorted = order
    ? kept.toSorted((a, b) =>
        Big(value(order.direction === 'asc' ? a : b) ?? 0).cmp(value(order.direction === 'asc' ? b : a) ?? 0),
      )
    : kept
  return first === null ? sorted : sorted.slice(0, first)
}

/** The answer's figures: a row for each record, its words in the keys, its amounts in the values. */
export function listedFigures(
  type: RecordType,
  records: readonly Listed[],
  count: number,
  meaning: Meaning,
  currency: string,
): Figures {
  const figures = type.fields.filter(({ kind }) => kind === 'money' || kind === 'number')
  const words = type.fields.filter(({ kind }) => kind === 'text' || kind === 'day')
  const columns = figures.map(
    ({ name, kind }): Column => ({
      name: keyOf(name),
      label: labelOf(name),
      unit: kind === 'money' ? 'MONEY' : 'COUNT',
      better: 'NEITHER',
      currency: kind === 'money' ? currency : null,
    }),
  )
  const pick = (record: Listed, fields: readonly RecordField[]) =>
    Object.fromEntries(fields.map(({ name }) => [keyOf(name), record[name] ?? null]))
  const none = { previous: null, change: null, changeRatio: null, period: null, ids: {} }
  const rows = records.slice(0, shownAtMost).map((record): AnswerRow => {
    const keys = pick(record, words)
    return {
      ...none,
      keys,
      labels: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, value ?? '–'])),
      values: pick(record, figures),
    }
  })
  const totals = { [meaning.metrics[0]?.name ?? 'records']: String(count) }
  return {
    columns,
    rows,
    totals,
    totalRow: { ...none, keys: {}, labels: {}, values: totals },
    rowCount: count,
    period: { from: meaning.period.from, to: meaning.period.to },
    comparedTo: null,
    explain: [],
  }
}

const named = 3

/** `2 filings: F-2 (GDPR, due 1 May 2014), …`. */
export function saidOfRecords(
  type: RecordType,
  records: readonly Listed[],
  count: number,
  meaning: Meaning,
  metric: Metric,
  currency: string,
): Said {
  const noun = labelOf(type.name).trim().toLowerCase()
  const worth = worthOf(type, metric)
  const texts = type.fields.filter(({ kind }) => kind === 'text').slice(0, 3)
  const day = type.fields.find(({ name }) => name === 'dueOn') ?? type.fields.find(({ kind }) => kind === 'day')
  const nameOf = (record: Listed): string => {
    const [first, ...rest] = texts.flatMap(({ name }) => record[name] ?? [])
    const on = day && record[day.name]
    const when = on
      ? [
          `${labelOf(day?.name ?? '')
            .replace(/ on$/, '')
            .toLowerCase()} ${daysInWords({ from: on.slice(0, 10), to: on.slice(0, 10) })}`,
        ]
      : []
    const amount = worth && record[worth.name] != null ? [written(record[worth.name] ?? '0', 'MONEY', currency)] : []
    const more = [...rest, ...when, ...amount]
    return `${first ?? noun}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
  }
  const bounds = boundWords(meaning).map((words) => words.replace(/^.*? (?=more than|at least|less than|at most)/, ''))
  const subject = [metric.label, limited(meaning), during(meaning), ...(bounds.length > 0 ? [`of ${bounds.join(' and ')}`] : [])]
  const some = records.slice(0, named).map(nameOf)
  const rest = count - some.length
  const many = count === 1 ? `1 ${noun}` : `${count} ${plural(noun)}`
  const text =
    count === 0
      ? `${subject.filter((words) => words !== '').join(' ')}: there are none.`
      : `${subject.filter((words) => words !== '').join(' ')}: ${many}${some.length > 0 ? `, ${some.join('; ')}` : ''}${rest > 0 ? ` and ${rest} more` : ''}.`
  const plain = [many, `${rest} more`, ...some, ...subject]
  return { text, plain }
}

const plural = (noun: string): string => (/y$/.test(noun) && !/[aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`)
