import { domains } from '@aems/schema/sdl.ts'
import type { ReservedSql } from 'postgres'
import { makeFormerRows } from './former-rows.ts'
import { appRole, importRole, ownerRole, rolePassword } from './roles.ts'

/**
 * Makes what migrations stand on, where it is not there yet: for each domain an owner that nobody signs in as, an
 * application role that owns nothing, and a schema that only these two can enter; and the record of migrations.
 */
export async function provision(session: ReservedSql, secret: string): Promise<void> {
  await session`create schema if not exists aems`
  await session`
    create table if not exists aems.migrations (
      domain text not null, version integer not null, name text not null, checksum text not null,
      applied_at timestamptz not null default now(), primary key (domain, version))`
  await session`revoke all on schema public from public`
  await signInRole(session, importRole, secret)
  await session.unsafe(
    `do $$ begin execute format('grant temporary on database %I to ${importRole}', current_database()); end $$`,
  )
  for (const domain of domains) {
    await role(session, ownerRole(domain), 'nologin')
    await signInRole(session, appRole(domain), secret)
    await session.unsafe(`grant ${ownerRole(domain)} to current_user`)
    // The importer does not inherit: it takes up the rights of one domain at a time.
    await session.unsafe(`grant ${appRole(domain)} to ${importRole}`)
    await session.unsafe(`create schema if not exists ${domain} authorization ${ownerRole(domain)}`)
    await session.unsafe(`grant usage on schema ${domain} to ${appRole(domain)}`)
    await makeFormerRows(session, domain)
  }
}

async function signInRole(session: ReservedSql, name: string, secret: string): Promise<void> {
  await role(session, name, `login noinherit password '${rolePassword(secret, name)}'`)
}

/** Roles belong to the whole server, so another database, or another process, may have made them already. */
async function role(session: ReservedSql, name: string, attributes: string): Promise<void> {
  await session.unsafe(`
    do $$ begin
      create role ${name} ${attributes};
    exception when duplicate_object or unique_violation then
      alter role ${name} ${attributes};
    end $$`)
}
