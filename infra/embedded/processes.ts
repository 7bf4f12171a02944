import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Whether a process of that id runs, whoever owns it. One that has ended and only waits for its parent to notice
 * (a zombie) no longer runs.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return !hasEnded(pid)
}

/** When a process began, in the system's own notation: tells it from a later one of the same id. Null where the system won't say. */
export function startedAt(pid: number): string | null {
  if (process.platform !== 'linux') return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
  const [state, ...others] = statistics(pid)
  return state === 'Z' ? null : (others[18] ?? null)
}

/** Whether the system still lists a process that has ended. */
const hasEnded = (pid: number): boolean =>
  process.platform === 'linux'
    ? statistics(pid)[0] === 'Z'
    : (ask('ps', ['-o', 'state=', '-p', String(pid)]) ?? '').startsWith('Z')

/** The fields of /proc/PID/stat from the third, the state, on: they stand behind the command name, which may hold spaces. */
function statistics(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

/** The command line of a process; empty where it is gone or not to be seen. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Waits until a process is gone. @returns false where it still runs after `milliseconds`. */
export async function isGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (isRunning(pid)) {
    if (Date.now() > end) return false
    await delay(20)
  }
  return true
}

function ask(command: string, args: string[]): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}
