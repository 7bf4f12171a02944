import { join } from 'node:path'
import { readCsv } from './csv.ts'

/** The key that a directory's company.csv names; undefined where it names none. */
export async function companyKeyOf(directory: string): Promise<string | undefined> {
  try {
    for await (const { rows } of readCsv(join(directory, 'company.csv'))) {
      const [header, row] = rows
      if (header !== undefined) return row?.fields[header.fields.indexOf('key')] || undefined
    }
  } catch {
    // The import itself says what is wrong with the directory.
  }
  return undefined
}
