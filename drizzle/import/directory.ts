import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Records, readCsv } from './csv.ts'
import type { Faults } from './faults.ts'
import type { FileFormat } from './format/file.ts'
import { fileNamed, files, type LoadedFile, loadedFiles } from './format.ts'
import { nearest } from './nearest.ts'

/** A file of the directory whose rows are to be loaded. */
export interface SourceFile {
  readonly format: LoadedFile
  readonly records: Records
  /** Names of its columns, in its order. */
  readonly header: readonly string[]
}

/** What a directory holds. */
export interface Directory {
  /** Files to load, in the order in which they are read. */
  readonly sources: readonly SourceFile[]
  /** Names of files that belong to domains that are not there yet. */
  readonly leftOut: readonly string[]
}

/** The directory can't be read at all; the message says why. */
export class DirectoryError extends Error {
  override name = 'DirectoryError'
}

/** Looks at a directory: which files it has, and whether their columns are those of the format. */
export async function openDirectory(directory: string, faults: Faults): Promise<Directory> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    const reason = { ENOENT: 'does not exist', ENOTDIR: 'is not a directory', EACCES: 'can not be read' }[error.code ?? '']
    throw new DirectoryError(`${directory} ${reason ?? `can not be read: ${error.message}`}.`)
  })
  const present = names.filter((name) => name.toLowerCase().endsWith('.csv')).sort()
  const headers = new Map<string, readonly string[]>()
  for (const name of present) {
    const format = fileNamed(name)
    if (format) headers.set(name, await readHeader(join(directory, name), format, faults))
    else faults.add(name, 1, null, unknownFile(name))
  }
  if (!present.includes('company.csv')) {
    faults.add(
      'company.csv',
      1,
      null,
      'is missing; it names the company and its currency, and is the one file that must be there',
    )
  }
  const sources = loadedFiles.flatMap((format) => {
    const header = headers.get(format.name)
    return header === undefined ? [] : [{ format, records: join(directory, format.name), header }]
  })
  return { sources, leftOut: present.filter((name) => fileNamed(name) !== undefined && fileNamed(name)?.table === undefined) }
}

/** That there is no such file in the format, and the one that may be meant. */
export function unknownFile(name: string): string {
  const known = nearest(
    name,
    files.map((file) => file.name),
  )
  return `is not a file of the import format${known === undefined ? '' : `; the nearest known name is ${known}`}`
}

async function readHeader(path: string, format: FileFormat, faults: Faults): Promise<readonly string[]> {
  const header = await firstRecord(path)
  if (header === undefined || header.malformed !== undefined) {
    faults.add(format.name, 1, null, header?.malformed ?? 'is empty; its first line must name its columns')
    return []
  }
  checkHeader(header.fields, format, faults)
  return header.fields
}

/** Whether the columns of a file are those of the format. */
export function checkHeader(header: readonly string[], format: FileFormat, faults: Faults): void {
  const fault = (column: string | null, message: string) => faults.add(format.name, 1, column, message)
  const known = Object.keys(format.columns)
  header.forEach((name, index) => {
    if (header.indexOf(name) !== index) fault(name, 'is there twice')
    if (known.includes(name) || name.startsWith('x_')) return
    const near = nearest(name, known)
    fault(name, `is not a column of ${format.name}${near === undefined ? '' : `; the nearest known name is ${near}`}`)
  })
  for (const [name, column] of Object.entries(format.columns)) {
    if (column.required && !header.includes(name)) fault(name, 'is missing; it is required')
  }
}

async function firstRecord(path: string) {
  for await (const { rows } of readCsv(path)) {
    const [first] = rows
    if (first) return first
  }
  return undefined
}
