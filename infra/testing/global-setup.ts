import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { migrateUp } from '@aems/drizzle/migrate.ts'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startPostgres, stopLeftover } from '../embedded/postgres.ts'
import { isRunning } from '../embedded/processes.ts'

const prefix = 'aems-test-'
const secret = 'a secret of the test run, of no use elsewhere'
const template = 'template_aems'

/** Nothing of a test run has to survive it. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
}

/** A file system in memory, where the system has one with room enough: a database is copied there in a tenth of the time. */
const memory = '/dev/shm'
const roomy = 6 * 1024 ** 3

function folderForDatabases(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > roomy ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Starts one PostgreSQL for the whole run, with a migrated database that each test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const home = join(folderForDatabases(), `${prefix}${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(home)
  chmodSync(home, 0o755)
  const server = await startPostgres({ folder: join(home, 'postgres'), password: randomBytes(16).toString('hex'), settings })
  await createDatabase(server.url(), template)
  await migrateUp(server.url(template), secret)
  project.provide('adminUrl', server.url())
  project.provide('template', template)
  project.provide('secret', secret)
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = postgres(url, { max: 1 })
  await client`create database ${client(name)}`
  await client.end()
}

/** What killed runs left: their PostgreSQL is stopped and their files removed. */
async function removeLeftovers(): Promise<void> {
  for (const home of [memory, tmpdir()].flatMap(homesIn)) {
    if (isRunning(Number(basename(home).slice(prefix.length).split('-')[0]))) continue
    await stopLeftover(join(home, 'postgres'))
    rmSync(home, { recursive: true, force: true })
  }
}

function homesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}
