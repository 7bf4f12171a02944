import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { z } from 'zod'
import type { Progress } from '../command/progress.ts'
import type { embeddedEnvironment } from '../environment/embedded.ts'
import { othersMayEnter, systemFolderFor } from './binaries.ts'
import { runningPostgres, startPostgres } from './postgres.ts'
import { secretsIn } from './secrets.ts'

/** A database that the graph's domains live in. */
export interface Installation {
  /** Reaches the database as a role that may create roles. */
  readonly adminUrl: string
  /** What the roles' passwords are derived from, among others. */
  readonly secret: string
}

/** A database that this process may have started, and then stops. */
export interface OpenInstallation extends Installation {
  close(): Promise<void>
}

const database = 'aems'

type Environment = z.infer<typeof embeddedEnvironment>

/** Opens the database of an installation: the one that DATABASE_URL names, else the embedded one in `folder`. */
export async function openInstallation(folder: string, environment: Environment, progress: Progress): Promise<OpenInstallation> {
  const secrets = secretsIn(folder)
  const secret = environment.AEMS_SECRET ?? secrets.secret
  if (environment.DATABASE_URL) return { adminUrl: environment.DATABASE_URL, secret, close: async () => {} }
  const cluster = clusterFolder(folder)
  if (cluster !== join(folder, 'postgres')) {
    progress.note(`The database's own user may not enter ${folder}; its files are in ${cluster} instead.`)
  }
  const server = await progress.step('Starting PostgreSQL', () =>
    startPostgres({ folder: cluster, password: secrets.databasePassword, port: environment.AEMS_POSTGRES_PORT }),
  )
  try {
    await createDatabase(server.url())
  } catch (error) {
    await server.stop()
    throw error
  }
  return { adminUrl: server.url(database), secret, close: server.stop }
}

/** The database of an installation that another process has open; null where none has. */
export function runningInstallation(folder: string, environment: Environment): Installation | null {
  const secrets = secretsIn(folder)
  const secret = environment.AEMS_SECRET ?? secrets.secret
  if (environment.DATABASE_URL) return { adminUrl: environment.DATABASE_URL, secret }
  const adminUrl = runningPostgres(clusterFolder(folder), secrets.databasePassword, database)
  return adminUrl ? { adminUrl, secret } : null
}

/** Where the cluster is: in the data folder, unless its own user could not enter it there. One that is there stays where it is. */
export function clusterFolder(folder: string): string {
  const usual = join(folder, 'postgres')
  if (process.getuid?.() !== 0) return usual
  mkdirSync(folder, { recursive: true })
  const elsewhere = join(systemFolderFor(folder), 'postgres')
  return othersMayEnter(folder) && !existsSync(elsewhere) ? usual : elsewhere
}

async function createDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const found = await client`select from pg_database where datname = ${database}`
    if (found.length === 0) await client`create database ${client(database)}`
  } finally {
    await client.end({ timeout: 5 })
  }
}
