import { z } from 'zod'
import type { CsvRow } from './csv.ts'
import { checkHeader, type Directory, type SourceFile, unknownFile } from './directory.ts'
import type { Faults } from './faults.ts'
import { type LoadedFile, loadedFiles } from './format.ts'

/** Rows of one file of the import format, each an object of the file's columns. */
export const givenFileSchema = z.object({ file: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })

export type GivenFile = z.infer<typeof givenFileSchema>

type GivenRow = GivenFile['rows'][number]

/**
 * Looks at rows that were given without a directory: whether their files and columns are those of the format. The first row
 * of a file stands for line 2, beneath a header, so that what is wrong with it is named as in a file.
 */
export function openGiven(given: readonly GivenFile[], faults: Faults): Directory {
  const sources = new Map<string, SourceFile>()
  for (const { file, rows } of given) {
    const format = loadedFiles.find(({ name }) => name === file)
    const fault = (message: string) => faults.add(file, 1, null, message)
    if (file === 'company.csv') fault('describes the company itself, which is there already; leave it out')
    else if (format === undefined) fault(unknownFile(file))
    else if (sources.has(file)) fault('is there twice; give its rows together')
    else if (rows.length === 0) fault('has no rows; give at least one, or leave it out')
    else sources.set(file, sourceOf(format, rows, faults))
  }
  return { sources: loadedFiles.flatMap(({ name }) => sources.get(name) ?? []), leftOut: [] }
}

function sourceOf(format: LoadedFile, rows: readonly GivenRow[], faults: Faults): SourceFile {
  const header = Object.keys(rows[0] ?? {})
  checkHeader(header, format, faults)
  const records = rows.map((row, index): CsvRow => {
    const line = index + 2
    checkSameColumns(row, header, (column, message) => faults.add(format.name, line, column, message))
    const fields = header.map((column) => {
      const value = row[column] ?? ''
      const text = textOf(value)
      if (text === null) faults.add(format.name, line, column, inexact(value))
      return text ?? ''
    })
    return { line, fields }
  })
  return { format, header, records }
}

/** A column that a row lacks would be emptied unsaid. */
function checkSameColumns(row: GivenRow, header: readonly string[], fault: (column: string, message: string) => void): void {
  for (const column of header) {
    if (!Object.hasOwn(row, column)) fault(column, 'is missing, and the first row has it; give null where there is no value')
  }
  for (const column of Object.keys(row)) {
    if (!header.includes(column)) fault(column, 'is not there in the first row; all rows of a file have the same columns')
  }
}

/** Digits of a number that JSON carries exactly. */
const exactDigits = 15

/** A value as a file would have it; null where it is not known exactly, or is no single value. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'number') return null
  const text = String(value)
  return /^-?\d+(?:\.\d+)?$/.test(text) && text.replaceAll(/\D/g, '').length <= exactDigits ? text : null
}

const inexact = (value: unknown): string =>
  typeof value === 'number'
    ? `${value} has more digits than a number carries exactly; give it as text`
    : 'is neither text, a number, true, false nor null'
