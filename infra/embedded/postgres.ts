import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { enterableBinaries, packagedBinaries } from './binaries.ts'
import { initialise } from './cluster.ts'
import { freePort } from './ports.ts'
import { commandLine, isGone, isRunning } from './processes.ts'
import { type Account, databaseAccount } from './system-account.ts'

/** The embedded PostgreSQL could not be started; the message says why and what to do. */
class DatabaseError extends Error {
  override name = 'DatabaseError'
}

export interface PostgresOptions {
  /** Holds the cluster; made where it is not there yet. */
  readonly folder: string
  /** The superuser's. */
  readonly password: string
  /** 0: any that is free. */
  readonly port?: number
  /** Beside or instead of the usual ones. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A running PostgreSQL of the process's own. */
export interface PostgresServer {
  /** Reaches one of its databases as superuser. */
  url(database?: string): string
  /** Closes connections and writes everything down. */
  stop(): Promise<void>
}

const megabyte = 1024 ** 2
const atMost = (megabytes: number, share: number): string =>
  `${Math.min(megabytes, Math.floor((totalmem() * share) / megabyte))}MB`

/** For one machine that also runs the graph: nothing is lost at a crash, and the planner knows that storage is fast. */
const usualSettings: Readonly<Record<string, string>> = {
  shared_buffers: atMost(2048, 1 / 8),
  effective_cache_size: atMost(8192, 1 / 2),
  work_mem: '32MB',
  maintenance_work_mem: atMost(512, 1 / 16),
  max_connections: '200',
  max_wal_size: '4GB',
  min_wal_size: '256MB',
  wal_buffers: '64MB',
  wal_compression: 'on',
  checkpoint_completion_target: '0.9',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  // Statements of the graph take milliseconds; compiling one takes longer than it saves.
  jit: 'off',
  shared_preload_libraries: 'pg_stat_statements',
  timezone: 'UTC',
  log_timezone: 'UTC',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** Starts PostgreSQL on a folder, after stopping one that a killed process left running on it. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = databaseAccount()
  const packaged = await packagedBinaries()
  const binaries = account ? enterableBinaries(packaged) : packaged
  const { folder, password } = options
  await initialise({ binaries, account, folder, password })
  await stopLeftover(folder)
  const port = options.port || (await freePort())
  const pid = await launch(binaries.postgres, account, options, port)
  // Where this process ends without having stopped it: at once, and it recovers at the next start.
  const abort = () => signal(pid, 'SIGQUIT')
  process.once('exit', abort)
  return {
    url: (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await stop(pid)
      process.off('exit', abort)
    },
  }
}

/** The URL of a PostgreSQL that another process runs on the folder; null where none does. */
export function runningPostgres(folder: string, password: string, database = 'postgres'): string | null {
  const found = readPostmaster(folder)
  return found && isRunning(found.pid) ? `postgres://postgres:${password}@127.0.0.1:${found.port}/${database}` : null
}

async function launch(
  postgres: string,
  account: Account | null,
  { folder, settings }: PostgresOptions,
  port: number,
): Promise<number> {
  const flags = Object.entries({ ...usualSettings, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const logFile = `${folder}.log`
  const log = openSync(logFile, 'w')
  // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the database last.
  const child = spawn(postgres, ['-D', folder, ...flags], {
    ...account,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new DatabaseError(`PostgreSQL could not be started: ${error.message}`)))
    child.once('exit', () =>
      reject(new DatabaseError(`PostgreSQL could not be started. The end of ${logFile} says:\n${lastLines(logFile)}`)),
    )
  })
  const pid = await Promise.race([isReady(folder, () => child.pid), failed])
  child.removeAllListeners('exit').unref()
  return pid
}

/** Line 8 of postmaster.pid says when connections are accepted. */
async function isReady(folder: string, expected: () => number | undefined): Promise<number> {
  const end = Date.now() + 120_000
  while (Date.now() < end) {
    const found = readPostmaster(folder)
    if (found && found.pid === expected() && found.status === 'ready') return found.pid
    await delay(15)
  }
  throw new DatabaseError(
    `PostgreSQL is not ready after two minutes; ${folder}.log says what it does. Start again to give it more time.`,
  )
}

/** Stops the PostgreSQL that a killed process left running on a folder. */
export async function stopLeftover(folder: string): Promise<void> {
  const found = readPostmaster(folder)
  if (!found) return
  // After a restart of the machine the id may belong to someone else.
  if (isRunning(found.pid) && commandLine(found.pid).includes(folder)) await stop(found.pid)
  rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls back what is under way and writes everything down. */
async function stop(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGone(pid, 30_000)) return
  signal(pid, 'SIGQUIT')
  if (!(await isGone(pid, 10_000)))
    throw new DatabaseError(`PostgreSQL (process ${pid}) does not stop. End it with: kill -QUIT ${pid}`)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}

function readPostmaster(folder: string): { pid: number; port: number; status: string } | null {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
