import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { keptFaults } from './faults.ts'
import type { ImportRecorded } from './import-record.ts'
import { remembered } from './memory.ts'
import type { WrittenRelation } from './written.ts'

/** A row that someone wrote after the import did. */
interface RowSince {
  /** Its ref or name, where it has one. */
  readonly label: string
  /** The later import that wrote it; null: it was not an import. */
  readonly by: string | null
}

/**
 * The rows that stand in the way of rolling an import back: those of it that were written since, and those that were added
 * since to a table that had none before. A row names the transaction that wrote it last; a row that a rollback brought back
 * stands for the one that it was.
 */
export async function rowsWrittenSince(
  session: postgres.TransactionSql,
  { companyId, id, transactionId }: ImportRecorded,
  { table, domain, wasEmpty }: WrittenRelation,
): Promise<{ rows: readonly RowSince[]; count: number }> {
  await session.unsafe(`set local role ${appRole(domain)}`)
  const { kept, key } = await remembered(session, table)
  const now = `(select ${key} as key, t.xmin::text as xid, to_jsonb(t) as row from ${table} t where t.tenant_id = '${companyId}'
    ${wasEmpty ? `and t.xmin::text <> '${transactionId}'` : ''}) now`
  const ours = `(now.xid = '${transactionId}' or exists (
    select from ${kept} back where back.tenant_id = '${companyId}' and back.relation = '${table}' and back.key = now.key
      and back.restored_xid = now.xid and back.former_xid = '${transactionId}'))`
  const found = wasEmpty
    ? `select now.key, now.row from ${now} where not ${ours}`
    : `select u.key, coalesce(now.row, u.former) as row from ${kept} u left join ${now} on now.key = u.key
       where u.tenant_id = '${companyId}' and u.relation = '${table}' and u.import_id = '${id}' and u.restored_xid is null
         and case u.kind when 'removed' then now.key is not null
           when 'added' then now.key is not null and not ${ours}
           else now.key is null or not ${ours} end`
  const rows = await session.unsafe<{ label: string; by: string | null; count: string }[]>(
    `select coalesce(row->>'ref', row->>'name', key) as label, count(*) over () as count,
       (select max(later.import_id::text) from ${kept} later where later.tenant_id = '${companyId}' and later.relation = '${table}'
          and later.key = found.key and later.import_id <> '${id}' and later.restored_xid is null
          and later.import_id > '${id}') as by
     from (${found}) found order by 1 limit ${keptFaults}`,
  )
  await session`set local role none`
  return { rows, count: Number(rows[0]?.count ?? 0) }
}
