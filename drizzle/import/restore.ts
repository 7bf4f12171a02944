import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import type { Fault } from './faults.ts'
import { storedAs } from './format/file.ts'
import { loadedFiles } from './format.ts'
import type { ImportRecorded } from './import-record.ts'
import { remembered, thisTransaction } from './memory.ts'
import { loadingDomain, references } from './tables.ts'
import type { WrittenRelation } from './written.ts'

/** Makes the table that holds the ids of rows that go, for all domains to see. */
export async function prepareRemoved(session: postgres.TransactionSql): Promise<void> {
  await session.unsafe(`
    create temporary table taken_away (id uuid) on commit drop;
    grant select, insert on taken_away to ${domains.map(appRole).join(', ')}`)
}

/** Removes the rows that the import added. @returns how many. */
export async function takeAway(
  session: postgres.TransactionSql,
  { companyId, id }: ImportRecorded,
  { table, domain, wasEmpty }: WrittenRelation,
): Promise<number> {
  await session.unsafe(`set local role ${appRole(domain)}`)
  const { kept, key } = await remembered(session, table)
  const columns = await writableColumns(session, table)
  // What was written since was found before; where there were no rows, all that there are were added.
  const added = wasEmpty
    ? ''
    : `and ${key} in (select key from ${kept} where tenant_id = '${companyId}' and relation = '${table}' and import_id = '${id}' and kind = 'added')`
  const gone = `delete from ${table} t where t.tenant_id = '${companyId}' ${added}`
  const { count } = await session.unsafe(
    columns.includes('id') ? `with gone as (${gone} returning t.id) insert into pg_temp.taken_away select id from gone` : gone,
  )
  await session.unsafe(
    `delete from ${kept} where tenant_id = '${companyId}' and relation = '${table}' and import_id = '${id}' and kind = 'added'`,
  )
  await session`set local role none`
  return count
}

/** Makes the rows that the import changed or removed what they were. */
export async function bringBack(
  session: postgres.TransactionSql,
  { companyId, id }: ImportRecorded,
  { table, domain, wasEmpty }: WrittenRelation,
): Promise<{ added: number; changed: number }> {
  if (wasEmpty) return { added: 0, changed: 0 }
  await session.unsafe(`set local role ${appRole(domain)}`)
  const { kept, key } = await remembered(session, table)
  const columns = await writableColumns(session, table)
  const theirs = (kind: string) =>
    `u.tenant_id = '${companyId}' and u.relation = '${table}' and u.import_id = '${id}' and u.restored_xid is null and u.kind = '${kind}'`
  const former = `${kept} u cross join lateral jsonb_populate_record(null::${table}, u.former) f`
  const changed = await session.unsafe(
    `update ${table} t set ${columns.map((column) => `${column} = f.${column}`).join(', ')} from ${former}
     where ${theirs('changed')} and t.tenant_id = '${companyId}' and ${key} = u.key`,
  )
  const added = await session.unsafe(
    `insert into ${table} (${columns.join(', ')}) select ${columns.map((column) => `f.${column}`).join(', ')} from ${former} where ${theirs('removed')}`,
  )
  // Kept, so that the rows are known to stand for those that an earlier import wrote.
  await session.unsafe(
    `update ${kept} u set restored_xid = ${thisTransaction} where ${theirs('changed')} or (${theirs('removed')})`,
  )
  await session`set local role none`
  return { added: added.count, changed: changed.count }
}

/** Columns that can be written. */
async function writableColumns(session: postgres.TransactionSql, table: string): Promise<string[]> {
  const columns = await session<{ name: string }[]>`
    select quote_ident(attname) as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a' order by attnum`
  return columns.map(({ name }) => name)
}

/** Rows that stay and refer to rows that went, by the file that they would be in. */
export async function danglingReferences(session: postgres.TransactionSql, companyId: string): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const format of loadedFiles) {
    for (const { column, to } of references(format)) {
      const stored = storedAs(column)
      await session.unsafe(`set local role ${appRole(loadingDomain(format))}`)
      const [row] = await session.unsafe<{ count: string }[]>(
        `select count(*) from ${format.table} t where t.tenant_id = '${companyId}'
         and t.${stored} in (select id from pg_temp.taken_away)`,
      )
      await session`set local role none`
      const count = Number(row?.count ?? 0)
      if (count === 0) continue
      const message = `names rows of ${to.name} that the import had added, in ${count} rows that stay; remove or change these first`
      faults.push({ file: format.name, line: 0, column, message })
    }
  }
  return faults
}
