import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { companyId, newId } from '../../ids.ts'
import { importRole, urlAs } from '../../roles.ts'
import { type FreshDatabase, freshDatabase } from '../../testing.ts'
import { faultSentence } from '../faults.ts'
import { type ImportOrder, type ImportOutcome, importDirectory } from '../import.ts'

export const hilltop = fileURLToPath(new URL('company', import.meta.url))
export const hilltopId = companyId('hilltop-tea')

/** A copy of the small company that a test may change. */
export interface CompanyFiles {
  readonly directory: string
  write(file: string, text: string): void
  /** Replaces a text that must be in the file. */
  edit(file: string, from: string, to: string): void
  remove(file: string): void
}

/** A database to import into, on behalf of a user of its own. */
export interface Importing extends FreshDatabase {
  readonly url: string
  readonly userId: string
  import(directory: string, options?: Partial<ImportOrder>): Promise<ImportOutcome>
  /** What is wrong with a directory, as people read it. */
  faultsOf(directory: string): Promise<string[]>
  addUser(): Promise<string>
}

export async function importing(): Promise<Importing> {
  const database = await freshDatabase()
  const url = urlAs(database.adminUrl, importRole, database.secret)
  const addUser = async () => {
    const id = newId()
    await database.admin`insert into auth.users (id, email, name, password_hash) values (${id}, ${`${id}@example.com`}, 'Importer', 'none')`
    return id
  }
  const userId = await addUser()
  const load = (directory: string, options: Partial<ImportOrder> = {}) => importDirectory({ url, directory, userId, ...options })
  return {
    ...database,
    url,
    userId,
    addUser,
    import: load,
    faultsOf: async (directory) => (await load(directory)).faults.map(faultSentence),
  }
}

/** A directory of the files given, beside company.csv of the small company. */
export function filesOf(files: Readonly<Record<string, string>>): CompanyFiles {
  const made = emptyFolder()
  cpSync(join(hilltop, 'company.csv'), join(made.directory, 'company.csv'))
  for (const [file, text] of Object.entries(files)) made.write(file, text)
  return made
}

/** The small company, to be changed. */
export function hilltopFiles(): CompanyFiles {
  const made = emptyFolder()
  cpSync(hilltop, made.directory, { recursive: true })
  return made
}

function emptyFolder(): CompanyFiles {
  const directory = mkdtempSync(join(tmpdir(), 'aems-company-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const write = (file: string, text: string) => writeFileSync(join(directory, file), text)
  return {
    directory,
    write,
    edit: (file, from, to) => {
      const text = readFileSync(join(directory, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${file} has no "${from}".`)
      write(file, text.replace(from, to))
    },
    remove: (file) => rmSync(join(directory, file)),
  }
}
