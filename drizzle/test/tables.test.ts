import { domains } from '@aems/schema/sdl.ts'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { freshDatabase } from '../testing.ts'

/** Tables without a tenant. No others may be made without adding them here, which a reviewer sees. */
const globalTables = [
  'auth.audit_unsealed',
  'auth.backup_codes',
  'auth.companies',
  'auth.data_keys',
  'auth.linked_accounts',
  'auth.mailed_tokens',
  'auth.mails',
  'auth.passkey_challenges',
  'auth.passkeys',
  'auth.provider_tokens',
  'auth.second_factors',
  'auth.sessions',
  'auth.sign_in_challenges',
  'auth.signing_keys',
  'auth.throttles',
  'auth.users',
]

const domainTables = async (domain: string): Promise<PgTable[]> =>
  Object.values<unknown>(await import(`../${domain}/tables.ts`)).filter((value) => is(value, PgTable))

test('the tables that the code knows have the columns that the database has', async () => {
  const { admin } = await freshDatabase()
  for (const domain of domains) {
    for (const table of await domainTables(domain)) {
      const { schema, name } = getTableConfig(table)
      const columns = await admin<{ name: string; required: boolean }[]>`
        select attname as name, attnotnull as required from pg_attribute
        where attrelid = ${`${schema}.${name}`}::regclass and attnum > 0 and not attisdropped order by attname`
      const known = Object.values(getTableColumns(table)).map((column) => ({
        name: column.name,
        required: column.notNull || column.primary,
      }))
      expect(
        known.sort((a, b) => (a.name < b.name ? -1 : 1)),
        `${schema}.${name}`,
      ).toEqual([...columns])
    }
  }
})

test('every table in the database is one that the code knows', async () => {
  const { admin } = await freshDatabase()
  const rows = await admin<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables t
    where schemaname = any(${[...domains]})
      and not exists (select from pg_inherits where inhrelid = (schemaname || '.' || tablename)::regclass)`
  const known = (await Promise.all(domains.map(domainTables))).flat().map((table) => {
    const { schema, name } = getTableConfig(table)
    return `${schema}.${name}`
  })
  expect(rows.map((row) => row.name).sort()).toEqual(known.sort())
})

test('every table with a tenant forces row-level security by it', async () => {
  const { admin } = await freshDatabase()
  const rows = await admin<{ name: string; forced: boolean; policies: number; tenant: boolean }[]>`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id') as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${[...domains]}) and c.relkind in ('r', 'p')`
  expect(rows.length).toBeGreaterThan(10)
  expect(
    rows
      .filter((row) => !row.tenant)
      .map((row) => row.name)
      .sort(),
  ).toEqual(globalTables)
  expect(rows.filter((row) => row.tenant && !(row.forced && row.policies > 0)).map((row) => row.name)).toEqual([])
})

test('partitions made ahead are as closed as their parent', async () => {
  const { admin } = await freshDatabase()
  await admin`select sales.ensure_partitions('2031-01-15', '2031-03-01')`
  const rows = await admin<{ name: string; forced: boolean; grants: number }[]>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from information_schema.role_table_grants g where g.table_name = c.relname and g.grantee like '%_app') as grants
    from pg_class c join pg_inherits i on i.inhrelid = c.oid where c.relname like 'order_lines_2031%' and c.relkind = 'r' order by c.relname`
  expect(rows.map((row) => ({ ...row }))).toEqual(
    ['order_lines_2031_01', 'order_lines_2031_02', 'order_lines_2031_03'].map((name) => ({ name, forced: true, grants: 0 })),
  )
})
