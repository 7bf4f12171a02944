import type { Column, ColumnType } from './format/column.ts'

/** Writes a value as COPY's text format has it; null where the value is not one of the column's type. */
export type ToCopy = (value: string) => string | null

/** COPY's way to say that there is no value. */
export const absent = '\\N'

const special = /[\\\t\n\r]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Text as COPY's text format has it. */
export function copyText(value: string): string {
  return value.replace(special, (character) => escapes[character] ?? character)
}

const plainNumber = /^-?(\d+)(?:\.(\d+))?$/
const wholeNumber = /^-?\d{1,10}$/
const plainDate = /^(\d{4})-(\d{2})-(\d{2})$/
const plainInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** How the values of a column are written for COPY. Refs are written by `references.ts`, since they become ids. */
export function toCopy(type: Exclude<ColumnType, { kind: 'ref' }>): ToCopy {
  switch (type.kind) {
    case 'text':
      return (value) =>
        value.length > type.longest || value.includes('\0') || type.pattern?.test(value) === false ? null : copyText(value)
    case 'date':
      return remembered((value) => (isDate(value) ? value : null))
    case 'instant':
      return (value) => (plainInstant.test(value) && !Number.isNaN(Date.parse(value)) ? value : null)
    case 'decimal':
      return decimalToCopy(type)
    case 'integer':
      return (value) => (wholeNumber.test(value) && Number(value) >= type.least && Number(value) <= type.most ? value : null)
    case 'boolean':
      return (value) => (value === 'true' || value === 'false' ? value : null)
    case 'choice':
      return (value) => (type.of.includes(value) ? value : null)
  }
}

/** What is wrong with a value that is not one of the column's type, and what would be right. */
export function complaint(value: string, { type }: Column): string {
  if (value.includes('\0')) return 'holds a NUL character, which can not be stored; remove it'
  const quoted = `"${value.length > 100 ? `${value.slice(0, 100)}…` : value}"`
  switch (type.kind) {
    case 'text':
      if (value.length > type.longest) return `has ${value.length} characters; at most ${type.longest} can be kept`
      return `${quoted} is not ${type.says ?? 'text'}`
    case 'date':
      return plainDate.test(value) && isReal(value)
        ? `${quoted} is out of range; dates from 1900-01-01 to 2200-12-31 can be kept`
        : `${quoted} is not a date (YYYY-MM-DD)`
    case 'instant':
      return `${quoted} is not an instant (ISO 8601 with offset, such as 2026-01-31T09:30:00Z)`
    case 'decimal':
      return decimalComplaint(quoted, value, type)
    case 'integer':
      return wholeNumber.test(value)
        ? `${quoted} is out of range; ${type.least} to ${type.most} can be kept`
        : `${quoted} is not a whole number`
    case 'boolean':
      return `${quoted} is neither true nor false`
    case 'choice':
      return `${quoted} is not one of ${type.of.join(', ')}`
    case 'ref':
      return `has ${value.length} characters; at most ${longestRef} can be kept`
  }
}

/** Characters of a ref, at most. */
export const longestRef = 200

function decimalComplaint(quoted: string, value: string, type: ColumnType & { kind: 'decimal' }): string {
  const match = plainNumber.exec(value)
  if (!match) return `${quoted} is not a decimal number (digits with a dot, such as 1234.50)`
  const [, whole = '', places = ''] = match
  if (places.length > type.places) return `${quoted} has ${places.length} decimals; at most ${type.places} can be kept`
  if (whole.length > type.whole) return `${quoted} is too large; at most ${type.whole} digits before the dot can be kept`
  if (type.least === 0 && value.startsWith('-')) return `${quoted} is negative; it must be 0 or more`
  return `${quoted} is out of range; ${type.least ?? 'any'} to ${type.most ?? 'any'} is right`
}

function decimalToCopy({ whole, places, least, most }: ColumnType & { kind: 'decimal' }): ToCopy {
  const digits = `\\d{1,${whole}}(\\.\\d{1,${places}})?`
  const shape = new RegExp(least === undefined || least < 0 ? `^-?${digits}$` : `^${digits}$`)
  // Bounds of 0 are in the shape already; others are few.
  if ((least === undefined || least === 0) && most === undefined) return (value) => (shape.test(value) ? value : null)
  return (value) => {
    const number = Number(value)
    return shape.test(value) && number >= (least ?? -Infinity) && number <= (most ?? Infinity) ? value : null
  }
}

function isReal(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function isDate(value: string): boolean {
  return plainDate.test(value) && value >= '1900-01-01' && value <= '2200-12-31' && isReal(value)
}

/** Remembers the outcome for values that return often, such as days; forgets all at once when there are too many. */
export function remembered<Result>(work: (value: string) => Result, most = 16_000): (value: string) => Result {
  const known = new Map<string, Result>()
  let last: { value: string; result: Result } | undefined
  return (value) => {
    if (last?.value === value) return last.result
    let result = known.get(value)
    if (result === undefined) {
      result = work(value)
      if (known.size >= most) known.clear()
      // A copy: a value cut out of a text would keep all of that text in memory.
      known.set(Buffer.from(value).toString(), result)
    }
    last = { value, result }
    return result
  }
}
