import { importedId } from '../ids.ts'
import type { CsvRow } from './csv.ts'
import type { SourceFile } from './directory.ts'
import type { Faults } from './faults.ts'
import type { Column } from './format/column.ts'
import { storedAs } from './format/file.ts'
import { fileNamed } from './format.ts'
import { rowRules } from './rules.ts'
import { absent, complaint, copyText, longestRef, remembered, type ToCopy, toCopy } from './values.ts'

/** Turns the rows of one file into lines of COPY's text format, of the file's staged columns. */
export interface RowConverter {
  /** The row as a line; undefined where the row can't even be told from others. Each fault is added to the faults. */
  convert(row: CsvRow): string | undefined
}

/** For whom rows are converted. */
export interface RowContext {
  readonly companyId: string
  readonly faults: Faults
}

interface Field {
  readonly name: string
  readonly index: number
  readonly column: Column
  readonly write: ToCopy
}

/**
 * Converts the rows of a file. A value at fault is staged as absent and its row is kept, so that others may refer to
 * it without being called faulty in turn.
 */
export function rowConverter(
  { format, header }: Pick<SourceFile, 'format' | 'header'>,
  { companyId, faults }: RowContext,
): RowConverter {
  const fields = Object.entries(format.columns)
    .map(([name, column]): Field => ({ name, column, index: header.indexOf(name), write: writer(column, companyId) }))
    .filter((field) => field.index !== -1)
  const own = header.map((name, index) => ({ name, index })).filter(({ name }) => name.startsWith('x_'))
  const rules = rowRules(format.name, header)
  const { noun } = format
  const key = (format.key.length > 0 ? format.key : Object.keys(format.columns)).map((name) => header.indexOf(name))
  const fault = (row: CsvRow, column: string | null, message: string) => faults.add(format.name, row.line, column, message)

  const convert = (row: CsvRow): string | undefined => {
    if (row.malformed !== undefined) return void fault(row, null, row.malformed)
    const values = row.fields
    if (values.length !== header.length) {
      return void fault(
        row,
        null,
        `has ${count(values.length, 'value')} where the header names ${count(header.length, 'column')}`,
      )
    }
    let line = `${row.line}`
    if (noun !== undefined) {
      // Rows with a ref of their own are known by it alone; others by all that tells them apart.
      const ref = key.map((index) => values[index] ?? '').join('\u0000')
      line += `\t${ref === '' ? absent : importedId(companyId, noun, ref)}`
    }
    for (const { name, index, column, write } of fields) {
      const value = values[index] ?? ''
      let written: string | null = absent
      if (value !== '') written = write(value)
      else if (column.required) fault(row, name, 'is empty; it is required')
      if (written === null) fault(row, name, complaint(value, column))
      line += `\t${written ?? absent}`
    }
    if (own.length > 0) line += `\t${ownColumns(own, row, fault)}`
    for (const rule of rules) {
      const breach = rule((name) => values[header.indexOf(name)] ?? '')
      if (breach) fault(row, breach.column, breach.message)
    }
    return `${line}\n`
  }
  return { convert }
}

/** The columns that a file's rows are staged in, as the staging table names them. */
export function stagedColumns({ format, header }: SourceFile): string[] {
  const columns = Object.keys(format.columns).filter((name) => header.includes(name))
  return [
    'line_number',
    ...(format.noun === undefined ? [] : ['id']),
    ...columns.map(storedAs),
    ...(header.some((name) => name.startsWith('x_')) ? ['custom'] : []),
  ]
}

function writer({ type }: Column, companyId: string): ToCopy {
  if (type.kind !== 'ref') return toCopy(type)
  const noun = fileNamed(type.to)?.noun
  if (noun === undefined) return toCopy({ kind: 'text', longest: longestRef })
  return remembered((value) => (value.length > longestRef || value.includes('\0') ? null : importedId(companyId, noun, value)))
}

const longestOwn = 10_000

/** The company's own columns, as a JSON object. */
function ownColumns(
  own: readonly { name: string; index: number }[],
  row: CsvRow,
  fault: (row: CsvRow, column: string, message: string) => void,
): string {
  const values: Record<string, string> = {}
  for (const { name, index } of own) {
    const value = row.fields[index] ?? ''
    if (value.includes('\0') || value.length > longestOwn) {
      fault(row, name, complaint(value, { type: { kind: 'text', longest: longestOwn }, required: false }))
    } else if (value !== '') values[name] = value
  }
  return Object.keys(values).length === 0 ? absent : copyText(JSON.stringify(values))
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
