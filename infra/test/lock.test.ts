import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FolderInUse, lockHolder, takeLock } from '../embedded/lock.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'aems-lock-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Has another process take the lock, and waits until it has. */
async function lockedByAnother(path: string) {
  const module = new URL('../embedded/lock.ts', import.meta.url).href
  const script = `const { takeLock } = await import('${module}'); takeLock('${path}', 'npm start'); console.log('taken'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

test('a folder in use is refused with who uses it, and what to do', async () => {
  const path = folder()
  const other = await lockedByAnother(path)
  expect(() => takeLock(path, 'npm start')).toThrow(FolderInUse)
  expect(() => takeLock(path, 'npm start')).toThrow(
    new RegExp(`in use by \`npm start\` \\(process ${other.pid}, since .*Stop it first.*--data DIR`),
  )
})

test('after kill -9 the lock is taken over', async () => {
  const path = folder()
  const other = await lockedByAnother(path)
  const gone = new Promise((resolve) => other.once('exit', resolve))
  other.kill('SIGKILL')
  await gone
  expect(lockHolder(path)).toBeNull()
  const lock = takeLock(path, 'npm start')
  expect(lockHolder(path)?.pid).toBe(process.pid)
  lock.release()
})

test('a process that was given the id of the dead one does not hold its lock', () => {
  const path = folder()
  writeFileSync(
    join(path, 'lock'),
    JSON.stringify({ pid: process.ppid, started: 'another time', command: 'npm start', since: '2026-01-01T00:00:00Z' }),
  )
  expect(lockHolder(path)).toBeNull()
  takeLock(path, 'npm start').release()
})

test('a lock that was half written counts as none', () => {
  const path = folder()
  writeFileSync(join(path, 'lock'), '{"pid": 1')
  takeLock(path, 'npm start').release()
})

test('a released lock leaves nothing behind', () => {
  const path = folder()
  const lock = takeLock(path, 'npm start')
  lock.announce('http://localhost:4000')
  expect(lockHolder(path)?.graphUrl).toBe('http://localhost:4000')
  lock.release()
  expect(readdirSync(path)).toEqual([])
})

test('of many that start at once, one gets the folder', async () => {
  const path = folder()
  const module = new URL('../embedded/lock.ts', import.meta.url).href
  const script = `const { takeLock } = await import('${module}'); try { takeLock('${path}', 'npm start'); console.log('taken') } catch { console.log('refused') }; setTimeout(() => {}, 1500)`
  const all = await Promise.all(
    Array.from(
      { length: 4 },
      () =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
          child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim()))
        }),
    ),
  )
  expect(all.sort()).toEqual(['refused', 'refused', 'refused', 'taken'])
})
