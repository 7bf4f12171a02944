import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../embedded/postgres.ts'
import { isGone, isRunning } from '../embedded/processes.ts'

const settings = { shared_buffers: '32MB' }

/** One cluster for the file: making one takes a second. Each test starts it, and stops what it started. */
const home = mkdtempSync(join(tmpdir(), 'aems-postgres-'))
chmodSync(home, 0o755)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const options = { folder: join(home, 'postgres'), password: 'a password', settings }

async function run(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = postgres(url, { max: 1 })
  try {
    return await client.unsafe(statement)
  } finally {
    await client.end()
  }
}

const pidIn = (folder: string): number => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

test('the database that a killed process left running is stopped and started anew, with its data', async () => {
  const left = await startPostgres(options)
  await run(left.url(), 'create table if not exists kept as select 42 as answer')
  const leftPid = pidIn(options.folder)
  const next = await startPostgres(options)
  onTestFinished(next.stop)
  expect(isRunning(leftPid)).toBe(false)
  expect(await run(next.url(), 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('after kill -9 of the database itself, what was committed is there', async () => {
  const killed = await startPostgres(options)
  await run(killed.url(), 'create table if not exists kept as select 42 as answer')
  const pid = pidIn(options.folder)
  process.kill(pid, 'SIGKILL')
  expect(await isGone(pid, 5_000)).toBe(true)
  const next = await startPostgres(options)
  onTestFinished(next.stop)
  expect(await run(next.url(), 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('stopping it leaves no process', async () => {
  const server = await startPostgres(options)
  const pid = pidIn(options.folder)
  await server.stop()
  expect(isRunning(pid)).toBe(false)
})

test('it commits to disk, counts statements, and sorts the same on every machine', async () => {
  const server = await startPostgres(options)
  onTestFinished(server.stop)
  expect(
    await run(
      server.url(),
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'shared_preload_libraries') order by name",
    ),
  ).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'shared_preload_libraries', setting: 'pg_stat_statements' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  expect(await run(server.url(), "select datlocprovider, datlocale from pg_database where datname = 'template1'")).toEqual([
    { datlocprovider: 'b', datlocale: 'C.UTF-8' },
  ])
})

test('a wrong setting is told with the words of PostgreSQL', async () => {
  await expect(startPostgres({ ...options, settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
    /could not be started[\s\S]*shared_buffers/,
  )
})
