import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { appRole } from '../roles.ts'
import { freshDatabase } from '../testing.ts'

const schemas = [...domains]

/** Policies that ask for the person instead, each for a reason; no others may be made without adding them here. */
const byPerson = [
  // Signing in and the like happen before anyone acts in a company. Adds, and shows nothing.
  'auth.audit_log audit_log_add',
  // Who may do what must be known before it is known where someone acts.
  'auth.roles roles_of_own_companies',
]

interface Fault {
  readonly what: string
}

/** Whatever in the database lets rows be seen that are not a viewer's own, by PostgreSQL's own catalogue. */
async function faultsOf(admin: postgres.Sql): Promise<string[]> {
  const found = await Promise.all([
    admin<Fault[]>`
      select n.nspname || '.' || c.relname || ' does not force row-level security' as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where n.nspname = any(${schemas}) and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
    admin<Fault[]>`
      select n.nspname || '.' || c.relname || ' has no policy' as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where n.nspname = any(${schemas}) and c.relkind in ('r', 'p') and not exists (select from pg_policy where polrelid = c.oid)`,
    // Permissive policies add up: one that forgets the tenant opens the table, whatever the others say.
    admin<Fault[]>`
      select polrelid::regclass || ' has a policy that does not ask for the tenant: ' || polname as what
      from pg_policy p join pg_class c on c.oid = polrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${schemas}) and polpermissive
        and coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) not like '%app.tenant_id%'
        -- The owner's own are for upkeep inside functions: nobody signs in as it.
        and exists (select from unnest(polroles) role where role = 0 or pg_get_userbyid(role) not like '%\\_owner')
        and polrelid::regclass || ' ' || polname <> all(${byPerson})
        and exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id')`,
    admin<Fault[]>`
      select c.oid::regclass || ' is a view that reads as its owner' as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${schemas}) and c.relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
    admin<Fault[]>`
      select p.oid::regprocedure || ' runs as its owner, with a search path that callers choose' as what
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = any(${schemas}) and p.prosecdef
        and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')`,
    admin<Fault[]>`
      select r.rolname || ' may pass over row-level security' as what from pg_roles r
      where r.rolname like 'aems\\_%' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)`,
    ...domains.flatMap((domain) => {
      const role = appRole(domain)
      const others = schemas.filter((other) => other !== domain)
      return [
        admin<Fault[]>`
          select ${role} || ' enters the schema ' || nspname as what from pg_namespace
          where nspname = any(${others}) and has_schema_privilege(${role}, oid, 'usage')`,
        admin<Fault[]>`
          select ${role} || ' has rights on ' || c.oid::regclass as what
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = any(${others}) and c.relkind in ('r', 'p', 'v', 'm')
            and has_table_privilege(${role}, c.oid, 'select, insert, update, delete, truncate')`,
        admin<Fault[]>`
          select ${role} || ' owns ' || c.oid::regclass as what
          from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ${role}`,
      ]
    }),
  ])
  return found.flatMap((faults) => faults.map(({ what }) => what)).sort()
}

test('nothing in the database lets anyone see rows that are not their company’s', async () => {
  const { admin } = await freshDatabase()
  expect(await faultsOf(admin)).toEqual([])
})

test.each([
  ['a table without row-level security', 'create table sales.notes (tenant_id uuid, id uuid)', /sales\.notes does not force/],
  [
    'a table whose owner is above it',
    'create table sales.notes (tenant_id uuid); alter table sales.notes enable row level security',
    /sales\.notes does not force/,
  ],
  [
    'a table that everybody is admitted to',
    'create table sales.notes (tenant_id uuid); alter table sales.notes enable row level security; alter table sales.notes force row level security; create policy all_of_it on sales.notes using (true)',
    /sales\.notes has a policy that does not ask for the tenant/,
  ],
  ['a view that reads as its owner', 'create view sales.names as select name from sales.customers', /sales\.names is a view/],
  [
    'rights in another domain',
    `grant usage on schema finance to ${appRole('sales')}`,
    /aems_sales_app enters the schema finance/,
  ],
  [
    'rights on another domain’s table',
    `grant select on finance.accounts to ${appRole('sales')}`,
    /aems_sales_app has rights on finance\.accounts/,
  ],
  [
    'a function that anyone can lead astray',
    "create function sales.names() returns text language sql security definer as 'select 1::text'",
    /runs as its owner, with a search path/,
  ],
])('%s is found', async (_, statements, fault) => {
  const { admin } = await freshDatabase()
  await admin.unsafe(statements)
  expect((await faultsOf(admin)).join('\n')).toMatch(fault)
})
