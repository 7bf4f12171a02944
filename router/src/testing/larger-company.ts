import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCsv } from '@aems/drizzle/import/csv.ts'
import type { FileFormat } from '@aems/drizzle/import/format/file.ts'
import { fileNamed } from '@aems/drizzle/import/format.ts'

/**
 * Writes a company of so many times as many rows into a folder of its own: each copy has refs of its own, and refers to its
 * own copies. Files whose rows are told apart by no ref stay as they are.
 */
export async function largerCompany(directory: string, times: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'aems-company-'))
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.csv'))) {
    const format = fileNamed(name)
    if (format?.key.some((column) => isRef(format, column))) {
      writeFileSync(join(folder, name), await copies(join(directory, name), format, times))
    } else {
      copyFileSync(join(directory, name), join(folder, name))
    }
  }
  return folder
}

const isRef = ({ columns }: FileFormat, column: string): boolean =>
  column === 'ref' || column === 'journal_ref' || columns[column]?.type.kind === 'ref'

async function copies(path: string, format: FileFormat, times: number): Promise<string> {
  const rows: (readonly string[])[] = []
  for await (const batch of readCsv(path)) for (const { fields } of batch.rows) rows.push(fields)
  const [header = [], ...facts] = rows
  const copy = (row: readonly string[], nth: number) =>
    row.map((value, index) => (value !== '' && nth > 0 && isRef(format, header[index] ?? '') ? `${value}-${nth}` : value))
  const all = Array.from({ length: times }, (_, nth) => facts.map((row) => copy(row, nth))).flat()
  return [header, ...all].map((row) => `${row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`).join('')
}
