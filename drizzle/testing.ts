import { randomBytes } from 'node:crypto'
import type { Domain } from '@aems/schema/sdl.ts'
import postgres from 'postgres'
import { inject, onTestFinished } from 'vitest'
import { type DomainDatabase, type DomainDatabaseOptions, openDomain } from './client.ts'
import { appRole, urlAs } from './roles.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's PostgreSQL listens, as a role that may do everything. */
    adminUrl: string
    /** Name of the migrated database that tests copy. */
    template: string
    /** The secret that the roles' passwords are derived from. */
    secret: string
  }
}

/** A migrated, empty database of the test's own. */
export interface FreshDatabase {
  /** Reaches the database as a role that row-level security does not bind: to look behind the scenes. */
  readonly admin: postgres.Sql
  readonly adminUrl: string
  readonly secret: string
  /** A domain's own way into it, as the application has it. */
  open(domain: Domain, options?: DomainDatabaseOptions): DomainDatabase
}

/** Makes a copy of the migrated template, and drops it when the test is over. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { database, drop } = await copyTemplate()
  onTestFinished(drop)
  return database
}

/** The same for a whole file: the caller drops it, in `afterAll`. */
export async function copyTemplate(): Promise<{ database: FreshDatabase; drop: () => Promise<void> }> {
  const secret = inject('secret')
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  await server`create database ${server(name)} template ${server(inject('template'))} strategy file_copy`
  const adminUrl = databaseUrl(inject('adminUrl'), name)
  const admin = postgres(adminUrl, { max: 2, onnotice: () => {} })
  const opened: DomainDatabase[] = []
  const database: FreshDatabase = {
    admin,
    adminUrl,
    secret,
    open: (domain, options = {}) => {
      const domainDatabase = openDomain(urlAs(adminUrl, appRole(domain), secret), { connections: 4, ...options })
      opened.push(domainDatabase)
      return domainDatabase
    },
  }
  const drop = async () => {
    await Promise.all(opened.map((each) => each.close()))
    await admin.end({ timeout: 5 })
    await server`drop database if exists ${server(name)} with (force)`
    await server.end({ timeout: 5 })
  }
  return { database, drop }
}

/** The URL of another database on the same server. */
function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
