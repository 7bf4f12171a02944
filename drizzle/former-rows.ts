import type { Domain } from '@aems/schema/sdl.ts'
import type { ReservedSql } from 'postgres'
import { appRole } from './roles.ts'

/**
 * Where a domain's rows are kept as they were before an import changed or removed them, and the keys of rows that it added,
 * so that the import can be rolled back. Beside the domains' schemas, since it is the same for every domain and table.
 */
export const formerRowsOf = (domain: Domain): string => `aems.former_rows_${domain}`

/** Makes the table, where it is not there yet; only the domain's application role can reach it, each company's own rows. */
export async function makeFormerRows(session: ReservedSql, domain: Domain): Promise<void> {
  const table = formerRowsOf(domain)
  const [there] = await session`select 1 from pg_class where oid = to_regclass(${table})`
  if (there !== undefined) return
  await session.unsafe(`
    begin;
    create table ${table} (
      tenant_id uuid not null,
      relation text not null,
      -- Its primary key without the company and the day that it is partitioned by, as a JSON array.
      key text not null,
      import_id uuid not null,
      kind text not null check (kind in ('added', 'changed', 'removed')),
      -- Null where the row was added.
      former jsonb,
      -- The transaction that had written the former row.
      former_xid text,
      -- The transaction that rolled the import back, and so wrote the former row again.
      restored_xid text,
      primary key (tenant_id, relation, key, import_id)
    );
    create index former_rows_${domain}_by_import on ${table} (tenant_id, import_id);
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy former_rows_of_tenant on ${table} to ${appRole(domain)}
      using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
    grant usage on schema aems to ${appRole(domain)};
    grant select, insert, update, delete on ${table} to ${appRole(domain)};
    commit;`)
}
