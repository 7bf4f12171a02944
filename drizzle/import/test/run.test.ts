import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newId } from '../../ids.ts'
import { filesOf, hilltop, hilltopFiles, hilltopId, type Importing, importing } from './importing.ts'

const program = fileURLToPath(new URL('../run.ts', import.meta.url))

/** Writes an import's record, as whoever starts one does, and runs its process; `onStart` may stop it. */
async function run({ admin, url, userId }: Importing, directory: string, onStart: (stop: () => void) => void = () => {}) {
  const id = newId()
  await admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status)
    values (${hilltopId}, ${id}, ${userId}, 'hilltop-tea', ${directory}, false, false, 'running')`
  const child = spawn(process.execPath, [program, hilltopId, id], {
    env: { ...process.env, AEMS_IMPORT_DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  onStart(() => child.kill('SIGTERM'))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  const [record] = await admin`select * from auth.imports where id = ${id}`
  return { code, record }
}

test('the process of an import writes how it ended into its record', async () => {
  const database = await importing()
  const { code, record } = await run(database, hilltop)
  expect(code).toBe(0)
  expect(record).toMatchObject({ status: 'done', left_out: [], fault_count: 0, failure: null })
  expect(record?.['counts']).toContainEqual({ file: 'orders.csv', rows: 8, added: 8, changed: 0, removed: 0 })
  expect(record?.['ended_at']).toBeInstanceOf(Date)
})

test('faults and failures are told by the record', async () => {
  const database = await importing()
  const files = hilltopFiles()
  files.edit('orders.csv', '2025-04-01', '2025-04-31')
  expect((await run(database, files.directory)).record).toMatchObject({
    status: 'faulty',
    fault_count: 1,
    faults: [{ file: 'orders.csv', line: 7, column: 'ordered_on', message: '"2025-04-31" is not a date (YYYY-MM-DD)' }],
  })
  expect((await run(database, '/nowhere/at/all')).record).toMatchObject({
    status: 'failed',
    failure: '/nowhere/at/all does not exist.',
  })
})

test('an import that is stopped keeps nothing', async () => {
  const database = await importing()
  const rows = Array.from({ length: 300_000 }, (_, index) => `C${index},Customer ${index}\n`).join('')
  const files = filesOf({ 'customers.csv': `ref,name\n${rows}` })
  const { record } = await run(database, files.directory, (stop) => {
    const timer = setInterval(async () => {
      const [under] = await database.admin`select 1 from auth.imports where progress->>'file' = 'customers.csv'`
      if (under === undefined) return
      clearInterval(timer)
      stop()
    }, 20)
  })
  expect(record).toMatchObject({ status: 'cancelled', failure: null })
  expect(await database.admin`select count(*)::integer from sales.customers`).toEqual([{ count: 0 }])
})
