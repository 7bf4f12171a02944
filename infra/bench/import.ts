import { fork } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { companyId, newId } from '@aems/drizzle/ids.ts'
import { migrateUp } from '@aems/drizzle/migrate.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import postgres from 'postgres'
import { startPostgres } from '../embedded/postgres.ts'
import type { Bench, Figure } from './bench.ts'
import { writeCompanyFiles } from './company-files.ts'

const secret = 'a secret of the benchmark, of no use elsewhere'
const key = 'measured'
const pollMs = 250
const size = { lines: 5_000_000, customers: 50_000, products: 2_000 }
const program = fileURLToPath(import.meta.resolve('@aems/drizzle/import/run.ts'))

/** An import from files to committed rows, beside what PostgreSQL takes to read the same lines without checking anything. */
export const bench: Bench = {
  name: 'import',
  about: `${size.lines.toLocaleString('en-US')} order lines from file to committed rows, against a bare COPY of the file`,
  run: (progress) => measureImport(size, progress),
}

/** Makes files and a database in a temporary folder, imports, and removes both. */
async function measureImport(company: typeof size, progress: (line: string) => void): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'aems-bench-'))
  await chmod(home, 0o755)
  try {
    progress('Making the files')
    const lines = await writeCompanyFiles(home, key, company)
    const server = await startPostgres({ folder: join(home, 'postgres'), password: newId() })
    const admin = postgres(server.url(), { max: 2, onnotice: () => {} })
    try {
      await migrateUp(server.url(), secret)
      progress('Copying the lines as they are')
      const bare = await copyBare(admin, join(home, 'order_lines.csv'))
      progress('Importing')
      const { seconds, lineSeconds, megabytes } = await importOnce(admin, server.url(), home)
      const [orders] = await admin<{ count: number }[]>`select count(*)::integer as count from sales.orders`
      const note = `${lines.toLocaleString('en-US')} lines of ${(orders?.count ?? 0).toLocaleString('en-US')} orders`
      return [
        {
          name: 'order_lines.csv, read, checked and written',
          value: lines / lineSeconds,
          unit: 'rows/s',
          baseline: { name: 'bare COPY', value: lines / bare },
          note: `${lines.toLocaleString('en-US')} lines, of the time that the import spent on this file`,
        },
        { name: 'all files, to the commit', value: (lines + (orders?.count ?? 0)) / seconds, unit: 'rows/s', note },
        ...(megabytes === null ? [] : [{ name: 'memory of the import, at most', value: megabytes, unit: 'MB' }]),
      ]
    } finally {
      await admin.end({ timeout: 5 })
      await server.stop()
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** @returns seconds. */
async function copyBare(admin: postgres.Sql, file: string): Promise<number> {
  await admin`create table public.bare (order_ref text, line integer, product_ref text, quantity numeric, unit_price numeric, net_amount numeric, unit_cost numeric)`
  const began = performance.now()
  const copy = await admin`copy public.bare from stdin (format csv, header)`.writable()
  await pipeline(createReadStream(file), copy)
  const seconds = (performance.now() - began) / 1000
  await admin`drop table public.bare`
  return seconds
}

/** Runs an import in its own process, as the server does. Memory is null where the system does not tell it. */
async function importOnce(admin: postgres.Sql, url: string, directory: string) {
  const [userId, importId, tenantId] = [newId(), newId(), companyId(key)]
  await admin`insert into auth.users (id, email, name, password_hash) values (${userId}, 'bench@example.com', 'Bench', 'none')`
  await admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status)
    values (${tenantId}, ${importId}, ${userId}, ${key}, ${directory}, false, false, 'running')`
  const began = performance.now()
  const child = fork(program, [tenantId, importId], {
    env: { ...process.env, AEMS_IMPORT_DATABASE_URL: urlAs(url, importRole, secret) },
  })
  let megabytes: number | null = null
  let lineSeconds = 0
  let looked = began
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => true)
  while (!(await Promise.race([ended, delay(pollMs, false)]))) {
    megabytes = peakMemory(child.pid ?? 0) ?? megabytes
    const file = await fileUnderWay(admin, importId)
    const now = performance.now()
    if (file === 'order_lines.csv') lineSeconds += (now - looked) / 1000
    looked = now
  }
  const seconds = (performance.now() - began) / 1000
  const [record] = await admin<
    { status: string; failure: string | null }[]
  >`select status, failure from auth.imports where id = ${importId}`
  if (record?.status !== 'done') throw new Error(`The import ended as ${record?.status}: ${record?.failure}`)
  return { seconds, lineSeconds, megabytes }
}

async function fileUnderWay(admin: postgres.Sql, importId: string): Promise<string | null> {
  const [record] = await admin<
    { file: string | null }[]
  >`select progress->>'file' as file from auth.imports where id = ${importId}`
  return record?.file ?? null
}

/** The most memory that a process has had resident, in MB; null where the system does not tell. */
function peakMemory(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
