import { execFileSync } from 'node:child_process'

/** A user of the system, and its group. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Whom PostgreSQL runs as: null, this user; started by root, the user postgres, made where there is none, because
 * PostgreSQL refuses to run as root.
 */
export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  return find('postgres') ?? make('postgres')
}

function find(name: string): Account | null {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function make(name: string): Account {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
    ['adduser', '-S', '-D', '-H', name],
  ]
  for (const [command = '', ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' })
      break
    } catch {
      // The other way, then: distributions differ.
    }
  }
  const made = find(name)
  if (!made) {
    throw new Error(
      'PostgreSQL does not run as root, and the user postgres could not be made. Run as an ordinary user, make that user (useradd --system postgres), or set DATABASE_URL.',
    )
  }
  return made
}
