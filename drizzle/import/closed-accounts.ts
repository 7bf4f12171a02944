import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { findings } from './checks.ts'
import { closedTo } from './closed-books.ts'
import { ImportRefused } from './company.ts'
import type { CurrencyContext } from './currency.ts'
import type { SourceFile } from './directory.ts'
import type { ImportRecorded } from './import-record.ts'
import { remembered } from './memory.ts'
import { stagingTable } from './staging.ts'
import { writtenColumns } from './upsert.ts'

const table = 'finance.accounts'

/** What figures read of an account, whenever they are asked. */
const meaning = ['type', 'subtype', 'contra'] as const

/** SQL for whether anything that happened was posted to an account, `t`, up to a day. */
const isClosed = (day: string): string => `exists (
  select from finance.ledger_entries e where e.tenant_id = t.tenant_id and e.account_id = t.id
    and e.scenario = 'actual' and e.posted_on <= '${day}')`

const meant = (row: string, column: string): string =>
  column === 'contra' ? `coalesce(${row}.contra, false)` : `${row}.${column}`

/** Whether a row would give another meaning to an account of a closed period, and with it other figures to the period. */
export async function checkClosedAccounts(
  session: postgres.TransactionSql,
  source: SourceFile,
  { companyId, faults }: CurrencyContext,
): Promise<void> {
  const { format } = source
  if (format.table !== table) return
  await session.unsafe(`set local role ${appRole('finance')}`)
  const closed = await closedTo(session, companyId)
  const written = writtenColumns(source)
  const columns = meaning.filter((column) => written.includes(column))
  if (closed !== undefined && columns.length > 0) {
    const differs = columns.map((column) => `${meant('t', column)} is distinct from ${meant('s', column)}`).join(' or ')
    const found = await findings(
      session,
      `select s.line_number, null::integer as other from ${stagingTable(format)} s
       join ${table} t on t.tenant_id = '${companyId}' and t.id = s.id
       where (${differs}) and ${isClosed(closed)}`,
    )
    for (const { line_number } of found.kept) {
      faults.add(
        format.name,
        line_number,
        null,
        `gives another type, subtype or sign to an account with entries in a closed period: the books are closed to ${closed}; reopen them (reopenBooks), or leave the account as it is`,
      )
    }
    faults.addUnseen(found.count - found.kept.length)
  }
  await session`set local role none`
}

/** @throws {ImportRefused} taking the import back would give another meaning to an account of a closed period. */
export async function requireOpenAccounts(
  session: postgres.TransactionSql,
  { companyId, id, relations }: ImportRecorded,
): Promise<void> {
  if (!relations.some((each) => each.table === table)) return
  await session.unsafe(`set local role ${appRole('finance')}`)
  const closed = await closedTo(session, companyId)
  if (closed !== undefined) {
    const { kept: former, key } = await remembered(session, table)
    const differs = meaning
      .map(
        (column) => `coalesce(u.former->>'${column}', '${column === 'contra' ? 'false' : ''}')
        <> coalesce(t.${column}::text, '${column === 'contra' ? 'false' : ''}')`,
      )
      .join(' or ')
    const [row] = await session.unsafe<{ count: string }[]>(
      `select count(*) from ${former} u join ${table} t on t.tenant_id = u.tenant_id and ${key} = u.key
       where u.tenant_id = '${companyId}' and u.relation = '${table}' and u.import_id = '${id}' and u.restored_xid is null
         and u.kind = 'changed' and (${differs}) and ${isClosed(closed)}`,
    )
    const count = Number(row?.count ?? 0)
    if (count > 0) {
      throw new ImportRefused(
        `The import gave another type, subtype or sign to ${count === 1 ? 'an account' : `${count} accounts`} with entries in a closed period: the books are closed to ${closed}. Reopen them first.`,
      )
    }
  }
  await session`set local role none`
}
