import { setTimeout as delay } from 'node:timers/promises'
import { type GivenFile, givenFileSchema } from '@aems/drizzle/import/given-rows.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { ImportRow } from '../data/imports.ts'
import type { ImportRowsInput } from '../graph.generated.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import type { RunningImports } from './import.ts'

/** Rows of one push, of all files together. */
const mostRows = 10_000
/** Milliseconds in which rows are usually loaded; after that, the record tells how far it is. Less than the router waits. */
const patience = 10_000
const pollMs = 50

/**
 * Loads rows that were pushed into the viewer's company, as a directory of them would be loaded, and waits for the outcome
 * as long as that is bearable. Gives the import's record, which may still be running.
 * @throws Refusal where it can't begin.
 */
export async function importRows(
  parts: Parts,
  imports: RunningImports,
  request: Request,
  viewer: Viewer,
  { files, dryRun }: ImportRowsInput,
): Promise<ImportRow> {
  if (files.length === 0) throw new Refusal('There are no rows to load.', ['input', 'files'])
  const { company, user } = viewer
  const id = await imports.startRows(request, {
    userId: user.id,
    company,
    files: files.map(checkedFile),
    dryRun: dryRun ?? false,
  })
  const end = Date.now() + patience
  for (;;) {
    const record = await parts.imports.byId(id, user.id, company.id)
    if (record === null) throw new TypeError(`The record of import ${id} is gone.`)
    if (record.status !== 'RUNNING' || Date.now() > end) return record
    await delay(pollMs)
  }
}

function checkedFile(given: ImportRowsInput['files'][number], index: number, all: ImportRowsInput['files']): GivenFile {
  const path = ['input', 'files', String(index), 'rows']
  const before = all.slice(0, index + 1).reduce((sum, { rows }) => sum + rows.length, 0)
  if (before > mostRows) {
    throw new Refusal(`A push has ${mostRows.toLocaleString('en')} rows at most; send the others in another.`, path)
  }
  const read = givenFileSchema.safeParse(given)
  if (read.success) return read.data
  const [, at] = read.error.issues[0]?.path ?? []
  throw new Refusal(`A row is an object of its file's columns, such as {"ref": "C1", "name": "Anna"}.`, [
    ...path,
    String(at ?? 0),
  ])
}
