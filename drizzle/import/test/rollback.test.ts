import { expect, test } from 'vitest'
import { newId } from '../../ids.ts'
import { faultSentence } from '../faults.ts'
import type { Progress } from '../progress.ts'
import { rollBackImport } from '../rollback.ts'
import { hilltop, hilltopFiles, hilltopId, type Importing, importing } from './importing.ts'

/** Tables that say what happened, and stay when an import is taken back. */
const records = ['auth.audit_log', 'auth.audit_unsealed', 'auth.imports', 'auth.users']

/**
 * Every row of every domain's tables, but for records, as text in a fixed order. Sums may lie in rollups or in their deltas;
 * which sets of customers are to be made again is noted until they are.
 */
async function dump({ admin }: Importing): Promise<string[]> {
  const tables = await admin<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ('auth', 'sales', 'products', 'finance', 'hr', 'risk') and not exists (
      select from pg_inherits where inhrelid = (schemaname || '.' || tablename)::regclass) order by 1`
  const rows: string[] = []
  for (const { name } of tables) {
    if (records.includes(name) || name.includes('outbox') || name.includes('rollup') || name.includes('customer_set')) continue
    const found = await admin.unsafe<{ row: string }[]>(
      `select (to_jsonb(t) - 'last_used_at' - 'created_at' - 'projected_at')::text as row from ${name} t order by 1`,
    )
    rows.push(...found.map(({ row }) => `${name} ${row}`))
  }
  return rows
}

async function recorded(database: Importing, directory: string, replaces = false): Promise<string> {
  const importId = newId()
  await database.admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status)
    values (${hilltopId}, ${importId}, ${database.userId}, 'hilltop-tea', ${directory}, false, ${replaces}, 'running')`
  const outcome = await database.import(directory, { importId, replaces })
  expect(outcome.faults.map(faultSentence)).toEqual([])
  return importId
}

async function rollBack(
  { admin, url, userId }: Importing,
  rollsBack: string,
  signal?: AbortSignal,
  onProgress?: (progress: Progress) => void,
) {
  const importId = newId()
  await admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status, rolls_back)
    values (${hilltopId}, ${importId}, ${userId}, 'hilltop-tea', '', false, false, 'running', ${rollsBack})`
  return rollBackImport(
    { url, userId, companyId: hilltopId, companyKey: 'hilltop-tea', rollsBack, importId, ...(signal && { signal }) },
    onProgress ?? (() => {}),
  )
}

/** The small company with much of it changed, added and left out. */
function changedFiles() {
  const files = hilltopFiles()
  files.edit('company.csv', 'Hilltop Tea', 'Hilltop Tea and Coffee')
  files.edit('customers.csv', 'Café Müller', 'Café Meyer')
  files.edit('products.csv', 'Kettle', 'Kettle 2')
  files.edit('employees.csv', 'Ute Lang,ute@hilltop.example,female,1970-05-20', 'Uta Lang,ute@hilltop.example,female,1970-05-21')
  files.edit('compensation.csv', 'E1,2024-01-01,120000', 'E1,2024-01-01,125000')
  files.edit('order_lines.csv', 'O-7,1,K1,1,55,,55,30,1', 'O-7,1,K1,2,55,,110,30,1\nO-7,2,K1,1,55,,55,30,1')
  files.edit('orders.csv', 'O-3,C3,2025-01-31,,,cancelled', 'O-3,C3,2025-01-30,,,shipped')
  files.edit(
    'orders.csv',
    'O-8,C3,2025-06-30,,2025-06-30,shipped,online,N,,,6.84,3.90\n',
    'O-9,C4,2025-06-30,,,open,online,N,,,1,1\n',
  )
  files.edit('order_lines.csv', 'O-8,1,T2,2,8,,16,3.5,2\nO-8,2,G1,1,20,,20,0,1\n', 'O-9,1,T2,2,8,,16,3.5,2\n')
  return files
}

test('rolling a first import back leaves nothing', async () => {
  const database = await importing()
  const before = await dump(database)
  const first = await recorded(database, hilltop)
  expect((await dump(database)).length).toBeGreaterThan(50)
  const outcome = await rollBack(database, first)
  expect(outcome.counts).toContainEqual({ file: 'order_lines.csv', rows: 10, added: 0, changed: 0, removed: 10 })
  expect(await dump(database)).toEqual(before)
  expect(await database.admin`select count(*)::integer from sales.rollups`).toEqual([{ count: 0 }])
  await expect(rollBack(database, first)).rejects.toThrow()
})

test('rolling a second import back restores every row, and then the first can go too', async () => {
  const database = await importing()
  const first = await recorded(database, hilltop)
  const before = await dump(database)
  const second = await recorded(database, changedFiles().directory, true)
  expect(await dump(database)).not.toEqual(before)
  const refused = await rollBack(database, first)
  expect(refused.status).toBe('faulty')
  expect(refused.faults).toContainEqual({
    file: 'customers.csv',
    line: 0,
    column: 'C1',
    message: `was written since by the import ${second}; roll that one back first`,
  })
  const outcome = await rollBack(database, second)
  expect(outcome.faults.map(faultSentence)).toEqual([])
  expect(await dump(database)).toEqual(before)
  expect((await rollBack(database, first)).faults.map(faultSentence)).toEqual([])
  expect(await database.admin`select count(*)::integer from sales.orders`).toEqual([{ count: 0 }])
})

test('rows that were edited since are named, and nothing is taken back', async () => {
  const database = await importing()
  await recorded(database, hilltop)
  const second = await recorded(database, changedFiles().directory, true)
  await database.admin`update sales.customers set name = 'By hand' where ref = 'C1'`
  await database.admin`update sales.orders set freight = 7 where ref = 'O-9'`
  // Edited too, but never touched by the second import.
  await database.admin`update sales.territories set name = 'Far north' where ref = 'N'`
  const before = await dump(database)
  const outcome = await rollBack(database, second)
  expect(outcome.faults).toEqual([
    { file: 'customers.csv', line: 0, column: 'C1', message: 'was changed or added since' },
    { file: 'orders.csv', line: 0, column: 'O-9', message: 'was changed or added since' },
  ])
  expect(await dump(database)).toEqual(before)
})

test('a rollback that is stopped leaves all as it was', async () => {
  const database = await importing()
  const first = await recorded(database, hilltop)
  const before = await dump(database)
  const stop = new AbortController()
  const stopped = rollBack(database, first, stop.signal, ({ step }) => {
    if (step === 'Writing') stop.abort()
  })
  await expect(stopped).rejects.toThrow('nothing of it was kept')
  expect(await dump(database)).toEqual(before)
})
