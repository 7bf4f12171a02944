import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { root } from '../command/paths.ts'
import { freePort } from '../embedded/ports.ts'
import { isGone, isRunning } from '../embedded/processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'aems-start-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Started {
  readonly child: ChildProcess
  /** Everything it said so far. */
  said(): string
  /** Until it says that it is ready, or ends. */
  readonly ready: Promise<void>
  readonly ended: Promise<number | null>
}

function npmStart(port: number, environment: Readonly<Record<string, string>> = {}): Started {
  const args = ['infra/bootstrap.mjs', 'start', '--no-web', '--demo', 'none', '--data', folder, '--router-port', String(port)]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('Ready in')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(output)))
  })
  ready.catch(() => {})
  return { child, said: () => output, ready, ended }
}

const holder = (): { pid: number } => JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))
const databasePid = (): number => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

async function health(port: number): Promise<number> {
  return (await fetch(`http://localhost:${port}/healthz`)).status
}

test('the first start prints where to go and a one-time password, and stops without leaving a process', {
  timeout: 60_000,
}, async () => {
  const port = await freePort()
  const started = npmStart(port)
  await started.ready
  expect(await health(port)).toBe(200)
  expect(started.said()).toContain(`http://localhost:${port}/graphql`)
  expect(started.said()).toMatch(/Sign in as owner@example\.com with the one-time password \S{15,}/)
  for (const file of ['secrets.json', 'operator.key']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  const pids = [holder().pid, databasePid()]
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(await Promise.all(pids.map((pid) => isGone(pid, 5_000)))).toEqual([true, true])
})

test('the second start makes no other first user, and is refused a folder that is in use', { timeout: 60_000 }, async () => {
  const port = await freePort()
  const started = npmStart(port)
  await started.ready
  expect(started.said()).not.toContain('one-time password')
  const other = npmStart(await freePort())
  expect(await other.ended).toBe(1)
  expect(other.said()).toContain(`${folder} is in use by \`npm start\` (process ${holder().pid}`)
  started.child.kill('SIGINT')
  await started.ended
})

test('after kill -9 of the server the next start recovers', { timeout: 60_000 }, async () => {
  const killed = npmStart(await freePort())
  await killed.ready
  const left = databasePid()
  process.kill(holder().pid, 'SIGKILL')
  await killed.ended
  expect(isRunning(left)).toBe(true)
  const port = await freePort()
  const next = npmStart(port)
  await next.ready
  expect(await isGone(left, 5_000)).toBe(true)
  expect(await health(port)).toBe(200)
  next.child.kill('SIGTERM')
  await next.ended
})

test('kill -9 of the npm side stops the server and the database', { timeout: 60_000 }, async () => {
  const started = npmStart(await freePort())
  await started.ready
  const pids = [holder().pid, databasePid()]
  started.child.kill('SIGKILL')
  expect(await Promise.all(pids.map((pid) => isGone(pid, 15_000)))).toEqual([true, true])
})

test('a taken port is named before anything is started', { timeout: 60_000 }, async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const started = npmStart(taken)
  expect(await started.ended).toBe(1)
  expect(started.said()).toBe(
    `Port ${taken}, where the graph would answer, is taken by another program. Stop that one, or pass another port: --router-port ${taken + 10}\n`,
  )
})

test('an environment that can not be is named, variable by variable', { timeout: 60_000 }, async () => {
  const started = npmStart(await freePort(), { AEMS_ADMIN_EMAIL: 'me', LOG_LEVEL: 'loud' })
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain('AEMS_ADMIN_EMAIL: must be an e-mail address')
  expect(started.said()).toContain('LOG_LEVEL: ')
})
