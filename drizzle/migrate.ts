import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Domain, domains } from '@aems/schema/sdl.ts'
import postgres from 'postgres'
import { provision } from './provision.ts'
import { ownerRole } from './roles.ts'

/** One step of a domain's schema, both ways. */
export interface Migration {
  readonly domain: Domain
  /** 1, 2, 3 … without gaps. */
  readonly version: number
  readonly name: string
  readonly up: string
  readonly down: string
  /** SHA-256 of the way up: an applied migration must not change. */
  readonly checksum: string
}

/** A migration and when it was applied; null: it is pending. */
export interface MigrationState {
  readonly migration: Migration
  readonly appliedAt: Date | null
}

/** Migrations can't be run as asked; the message says why and what to do. */
class MigrationError extends Error {
  override name = 'MigrationError'
}

const fileName = /^(\d{4})_([a-z0-9_]+)\.up\.sql$/
/** Any number, the same in every process: whoever holds the lock migrates, the others wait. */
const lockKey = 7_236_001

/** The migrations of a domain, in order. */
export function migrationsOf(domain: Domain): Migration[] {
  const folder = new URL(`./${domain}/migrations/`, import.meta.url)
  return readdirSync(folder)
    .map((file) => fileName.exec(file))
    .filter((match) => match !== null)
    .map(([file, version = '', name = '']) => {
      const up = readFileSync(new URL(file, folder), 'utf8')
      const down = readFileSync(new URL(`${version}_${name}.down.sql`, folder), 'utf8')
      return { domain, version: Number(version), name, up, down, checksum: createHash('sha256').update(up).digest('hex') }
    })
    .sort((a, b) => a.version - b.version)
}

type Session = postgres.ReservedSql

/**
 * Brings every domain's schema up to date, making roles and schemas first. Safe to run from several processes at once.
 * @param adminUrl a role that may create roles and schemas.
 * @param secret the installation's secret, from which the roles' passwords are derived.
 * @returns the migrations that were applied.
 */
export function migrateUp(adminUrl: string, secret: string): Promise<Migration[]> {
  return underLock(adminUrl, async (session) => {
    await provision(session, secret)
    const applied: Migration[] = []
    for (const { migration, appliedAt } of await states(session)) {
      if (appliedAt) continue
      await run(session, migration, migration.up)
      await session`insert into aems.migrations ${session({ domain: migration.domain, version: migration.version, name: migration.name, checksum: migration.checksum })}`
      await session`commit`
      applied.push(migration)
    }
    return applied
  })
}

/** Takes back the latest migration of each domain, or of `only`. */
export function migrateDown(adminUrl: string, secret: string, only?: Domain): Promise<Migration[]> {
  return underLock(adminUrl, async (session) => {
    await provision(session, secret)
    const applied = (await states(session)).filter((state) => state.appliedAt !== null).map((state) => state.migration)
    const latest = domains
      .filter((domain) => only === undefined || domain === only)
      .map((domain) => applied.filter((migration) => migration.domain === domain).at(-1))
      .filter((migration) => migration !== undefined)
    for (const migration of latest.reverse()) {
      await run(session, migration, migration.down)
      await session`delete from aems.migrations where domain = ${migration.domain} and version = ${migration.version}`
      await session`commit`
    }
    return latest
  })
}

/** Every migration with when it was applied. */
export function migrationStates(adminUrl: string, secret: string): Promise<MigrationState[]> {
  return underLock(adminUrl, async (session) => {
    await provision(session, secret)
    return states(session)
  })
}

/** Leaves its transaction open, so that the caller can record it in the same one. */
async function run(session: Session, migration: Migration, statements: string): Promise<void> {
  try {
    await session`begin`
    await session`set local lock_timeout = '10s'`
    await session.unsafe(`set local role ${ownerRole(migration.domain)}`)
    await session.unsafe(statements)
    await session`reset role`
  } catch (error) {
    await session`rollback`
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(
      `Migration ${migration.domain}/${migration.version}_${migration.name} failed and was taken back: ${reason}`,
    )
  }
}

async function states(session: Session): Promise<MigrationState[]> {
  const rows = await session<{ domain: string; version: number; checksum: string; applied_at: Date }[]>`
    select domain, version, checksum, applied_at from aems.migrations`
  return domains.flatMap(migrationsOf).map((migration) => {
    const row = rows.find((each) => each.domain === migration.domain && each.version === migration.version)
    if (row && row.checksum !== migration.checksum) {
      throw new MigrationError(
        `Migration ${migration.domain}/${migration.version}_${migration.name} has changed since it was applied. Restore the file and put the change in a new migration.`,
      )
    }
    return { migration, appliedAt: row?.applied_at ?? null }
  })
}

async function underLock<Result>(adminUrl: string, work: (session: Session) => Promise<Result>): Promise<Result> {
  const client = postgres(adminUrl, { max: 1, onnotice: () => {} })
  const session = await client.reserve()
  try {
    await session`select pg_advisory_lock(${lockKey})`
    return await work(session)
  } finally {
    session.release()
    await client.end({ timeout: 5 })
  }
}
