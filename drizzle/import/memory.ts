import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { formerRowsOf } from '../former-rows.ts'

/** A table whose rows an import writes, as what it remembers of them needs to know it. */
interface Remembered {
  /** Where what is remembered goes. */
  readonly kept: string
  /** SQL that tells one row, `t`, from the company's others. */
  readonly key: string
}

const known = new Map<string, Remembered>()

/** What an import needs to know of a table to remember its rows. Asked as a role that may see the table. */
export async function remembered(session: postgres.TransactionSql, table: string): Promise<Remembered> {
  const found = known.get(table)
  if (found !== undefined) return found
  const domain = domains.find((each) => table.startsWith(`${each}.`))
  if (domain === undefined) throw new Error(`${table} is no table of a domain.`)
  const columns = await session<{ name: string }[]>`
    select attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${table}::regclass and i.indisprimary and a.attname <> 'tenant_id' and not exists (
      select from pg_partitioned_table p where p.partrelid = i.indrelid and a.attnum = any(p.partattrs))
    order by a.attnum`
  const made = {
    kept: formerRowsOf(domain),
    key: `jsonb_build_array(${columns.map(({ name }) => `t.${name}`).join(', ')})::text`,
  }
  known.set(table, made)
  return made
}

/** The transaction under way, as rows name it that it has written. */
export const thisTransaction = 'pg_current_xact_id()::xid::text'

/** Says for the rest of the transaction which import its rows are remembered for. */
export async function rememberFor(session: postgres.TransactionSql, importId: string): Promise<void> {
  await session`select set_config('app.import_id', ${importId}, true)`
}

/**
 * Remembers rows as they are, before the import changes or removes them: those of `table`, `t`, that the `rest` of a
 * query joins and picks, which ends in a condition. Rows that the import itself has written were remembered then, or were not there before.
 */
export async function rememberRows(
  session: postgres.TransactionSql,
  table: string,
  kind: 'changed' | 'removed',
  rest: string,
): Promise<void> {
  const { kept, key } = await remembered(session, table)
  // A row that a rollback wrote stands for the one that it brought back.
  await session.unsafe(
    `insert into ${kept} (tenant_id, relation, key, import_id, kind, former, former_xid)
     select t.tenant_id, '${table}', t.key, current_setting('app.import_id')::uuid, '${kind}', t.former, coalesce(back.former_xid, t.xid)
     from (select t.tenant_id, ${key} as key, to_jsonb(t) as former, t.xmin::text as xid from ${table} t ${rest}) t
     left join ${kept} back on back.tenant_id = t.tenant_id and back.relation = '${table}' and back.key = t.key
       and back.restored_xid = t.xid
     where t.xid <> ${thisTransaction}`,
  )
  if (kind === 'changed') return
  // What this import changed before it removes it was remembered as changed.
  await session.unsafe(
    `update ${kept} u set kind = 'removed'
     from (select t.tenant_id, ${key} as key from ${table} t ${rest} and t.xmin::text = ${thisTransaction}) t
     where u.tenant_id = t.tenant_id and u.relation = '${table}' and u.key = t.key and u.kind = 'changed'
       and u.import_id = current_setting('app.import_id')::uuid`,
  )
}

/** Adds rows to a table that has rows of the company already, and remembers which. @returns how many. */
export async function addRows(session: postgres.TransactionSql, table: string, insert: string): Promise<number> {
  const { kept, key } = await remembered(session, table)
  const { count } = await session.unsafe(
    `with t as (${insert} returning *)
     insert into ${kept} (tenant_id, relation, key, import_id, kind)
     select tenant_id, '${table}', ${key}, current_setting('app.import_id')::uuid, 'added' from t`,
  )
  return count
}
