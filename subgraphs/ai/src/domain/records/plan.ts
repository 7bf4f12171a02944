import type { Dimension, Metric } from '@aems/schema/catalogue.ts'
import type { Meaning } from '../meaning.ts'
import { conditionsOf, type Operation } from '../operation.ts'
import { isEverything } from '../time/period.ts'

/** A field of a record that an answer can show. */
export interface RecordField {
  readonly name: string
  readonly kind: 'text' | 'day' | 'money' | 'number'
  /** Of a thing that the record refers to, the field that names it. */
  readonly named: string | null
}

/** The records behind a figure, as the graph lists them. */
export interface RecordType {
  readonly domain: string
  /** The type of a record, such as Filing. */
  readonly name: string
  /** The connection on Query. */
  readonly field: string
  readonly state: string | null
  readonly fields: readonly RecordField[]
  /** Orders that the list can be given in. */
  readonly orders: readonly string[]
}

/** So many records are read at most. */
export const recordsRead = 1_000

/** `dueOn` → `DUE_ON`: as dimensions are written. */
export const keyOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** What a record is worth: of what is open, what is open of it; else its own amount. */
export function worthOf({ fields }: RecordType, metric: Metric): RecordField | undefined {
  const money = fields.filter(({ kind }) => kind === 'money')
  const sums = money.find(({ name }) => name === metric.records?.sums)
  return sums ?? (metric.asOf ? money.find(({ name }) => name.startsWith('open')) : undefined) ?? money[0]
}

/** The dimension that says most nearly which record it is: the second word on it, after its reference. */
export function nearestDimension(type: RecordType, metric: Metric, dimensions: readonly Dimension[]): Dimension | undefined {
  const words = type.fields.filter(({ kind }) => kind === 'text').slice(0, 2)
  return dimensions.find(
    ({ name, domain }) =>
      domain === metric.domain && metric.dimensions.includes(name) && words.some((field) => keyOf(field.name) === name),
  )
}

/** The order in which the records that are wanted come first; null where the list's own is as good. */
export function orderOf(type: RecordType, meaning: Meaning, worth: RecordField | undefined): string | null {
  const byWorth = worth && type.orders.find((order) => order === `${keyOf(worth.name)}_DESC`)
  const byAmount = byWorth ?? type.orders.find((order) => /(?:AMOUNT|LOSS|VALUE)_DESC$/.test(order))
  return meaning.having.length > 0 || meaning.order !== null ? (byAmount ?? null) : null
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Writes the operation that lists the records. */
export function recordsOperation(type: RecordType, meaning: Meaning, metric: Metric): Operation {
  const { period } = meaning
  const order = orderOf(type, meaning, worthOf(type, metric))
  const days = isEverything(period) ? null : { ...(period.from && { from: period.from }), ...(period.to && { to: period.to }) }
  const { where } = conditionsOf(meaning.where)
  const given = [
    where !== undefined && ['where', `[${capital(type.domain)}Condition!]`, where],
    days !== null && ['period', 'PeriodInput', days],
  ].filter((one) => one !== false)
  const fixed = [type.state !== null && `state: ${type.state}`, order !== null && `orderBy: ${order}`, `first: ${recordsRead}`]
  const declared = given.map(([name, kind]) => `$${String(name)}: ${String(kind)}`)
  const passed = [...given.map(([name]) => `${String(name)}: $${String(name)}`), ...fixed.filter((one) => one !== false)]
  const fields = type.fields.map(({ name, named }) => (named === null ? name : `${name} { ${named} }`))
  const head = declared.length > 0 ? `query Records(${declared.join(', ')})` : 'query Records'
  return {
    text: `${head} {\n  records: ${type.field}(${passed.join(', ')}) {\n    totalCount\n    nodes { ${fields.join(' ')} }\n  }\n}`,
    variables: Object.fromEntries(given.map(([name, , value]) => [String(name), value])),
  }
}
