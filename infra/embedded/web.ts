import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { root } from '../command/paths.ts'
import { CommandError } from '../command/run.ts'

const web = join(root, 'web')
const stampFile = join(web, '.next', 'built-from')
/** What a build writes last. */
const buildId = join(web, '.next', 'BUILD_ID')
const next = join(web, 'node_modules', 'next', 'dist', 'bin', 'next')
const exitWithParent = fileURLToPath(new URL('exit-with-parent.mjs', import.meta.url))
const notInputs = new Set(['node_modules', '.next', 'test', 'next-env.d.ts', 'tsconfig.tsbuildinfo'])

export interface WebOptions {
  readonly port: number
  /** Where the graph answers. */
  readonly graphUrl: string
  /** What it says goes there. */
  readonly logFile: string
}

export interface WebServer {
  readonly url: string
  stop(): Promise<void>
}

/** Whether the web application as it stands has been built. */
export const isBuilt = (): boolean =>
  existsSync(buildId) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === inputsHash()

/** Builds the web application. @throws CommandError with the end of what the build said. */
export async function buildWeb(logFile: string, signal?: AbortSignal): Promise<void> {
  const inputs = inputsHash()
  rmSync(stampFile, { force: true })
  const child = runNext(['build'], logFile, { NODE_ENV: 'production' })
  const abort = () => end(child, 'SIGKILL')
  signal?.addEventListener('abort', abort)
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  signal?.removeEventListener('abort', abort)
  if (signal?.aborted) return
  if (status !== 0 || !existsSync(buildId))
    throw new CommandError(`The web application could not be built. The end of ${logFile} says:\n${lastLines(logFile)}`)
  writeFileSync(stampFile, inputs)
}

/** Serves what was built, in a process of its own. */
export function startWeb(options: WebOptions): Promise<WebServer> {
  return serve(['start', '--hostname', '127.0.0.1', '--port', String(options.port)], options, 'production')
}

/** Serves the application as it is being written. */
export function startWebInDevelopment(options: WebOptions): Promise<WebServer> {
  return serve(['dev', '--hostname', '127.0.0.1', '--port', String(options.port)], options, 'development')
}

async function serve(
  args: string[],
  { port, graphUrl, logFile }: WebOptions,
  mode: 'production' | 'development',
): Promise<WebServer> {
  const child = runNext(args, logFile, { NODE_ENV: mode, AEMS_URL: graphUrl })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://localhost:${port}`
  const failed = gone.then(() => {
    throw new CommandError(`The web application could not be started. The end of ${logFile} says:\n${lastLines(logFile)}`)
  })
  const waiting = new AbortController()
  await Promise.race([answers(url, waiting.signal), failed]).finally(() => waiting.abort())
  failed.catch(() => {})
  return {
    url,
    stop: async () => {
      end(child, 'SIGTERM')
      const late = setTimeout(() => end(child, 'SIGKILL'), 5_000)
      await gone
      clearTimeout(late)
    },
  }
}

function runNext(args: string[], logFile: string, environment: Record<string, string>): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, ['--import', exitWithParent, next, ...args], {
    cwd: web,
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop what we started in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', AEMS_PARENT: String(process.pid), ...environment },
  })
  child.channel?.unref()
  closeSync(log)
  return child
}

/** Ends a child and whatever it started. */
function end(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // They are gone already.
  }
}

async function answers(url: string, signal: AbortSignal): Promise<void> {
  const end = Date.now() + 60_000
  while (Date.now() < end && !signal.aborted) {
    const response = await fetch(`${url}/login`, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    }).catch(() => null)
    if (response) return
    await delay(100)
  }
  throw new CommandError(`The web application does not answer at ${url}.`)
}

/** A hash of everything that a build depends on. */
function inputsHash(): string {
  const hash = createHash('sha256')
  for (const file of [join(root, 'pnpm-lock.yaml'), join(root, 'tsconfig.base.json'), ...inputs(web)]) {
    hash.update(`\n${file.slice(root.length)}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function inputs(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notInputs.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? inputs(join(folder, entry.name)) : [join(folder, entry.name)]))
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
