import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { findings, valuesAt } from './checks.ts'
import { ImportRefused } from './company.ts'
import { type CurrencyContext, rateOn } from './currency.ts'
import type { SourceFile } from './directory.ts'
import type { ImportRecorded } from './import-record.ts'
import { remembered } from './memory.ts'
import { stagingTable } from './staging.ts'
import { writtenColumns } from './upsert.ts'

/**
 * The day to which a company's books are closed; undefined where they never were. As finance. Until the transaction ends
 * nobody closes or reopens them: postings and imports hold the lock together, whoever closes holds it alone.
 */
export async function closedTo(session: postgres.TransactionSql, companyId: string): Promise<string | undefined> {
  await session`select pg_advisory_xact_lock_shared(hashtextextended(${`books ${companyId}`}, 0))`
  const [latest] = await session<{ day: string }[]>`
    select closed_to::text as day from finance.closings where tenant_id = ${companyId} order by closed_at desc, id desc limit 1`
  return latest?.day
}

/** What writing a row would make of its entry, column by column: what is kept, and what was given. */
function compared(source: SourceFile, context: CurrencyContext): [string, string][] {
  const { currency } = context
  const foreign = source.header.includes('currency')
  const own = foreign ? `coalesce(s.currency, '${currency}')` : `'${currency}'`
  const others = writtenColumns(source).filter((column) => column !== 'amount' && column !== 'currency')
  const rate = rateOn('posted_on', context)
  return [
    ...others.map((column): [string, string] => [`t.${column}`, `s.${column}`]),
    ['t.currency', own],
    ['t.currency_amount', 's.amount'],
    ['t.amount', foreign ? `case when ${own} = '${currency}' then s.amount else round(s.amount * ${rate}, 4) end` : 's.amount'],
  ]
}

/** Whether a row would change what happened in a closed period: what is there already, word for word, changes nothing. */
export async function checkClosedBooks(
  session: postgres.TransactionSql,
  source: SourceFile,
  context: CurrencyContext,
): Promise<void> {
  const { companyId, replaces, faults } = context
  const { format, header, records } = source
  if (format.name !== 'ledger_entries.csv') return
  await session.unsafe(`set local role ${appRole('finance')}`)
  const closed = await closedTo(session, companyId)
  if (closed !== undefined) {
    const isClosed = (row: string) => `(${row}.scenario = 'actual' and ${row}.posted_on <= '${closed}')`
    const columns = compared(source, context)
    const differs = `(${columns.map(([kept]) => kept).join(', ')}) is distinct from (${columns.map(([, given]) => given).join(', ')})`
    const found = await findings(
      session,
      `select s.line_number, null::integer as other from ${stagingTable(format)} s
       left join finance.ledger_entry_refs r on r.tenant_id = '${companyId}' and r.id = s.id
       left join finance.ledger_entries t on t.tenant_id = r.tenant_id and t.posted_on = r.posted_on and t.id = r.id
       where (${isClosed('s')} or ${isClosed('t')}) and (t.id is null or ${differs})`,
    )
    const values = found.count === 0 ? new Map() : await valuesAt(records, new Set(found.kept.map((each) => each.line_number)))
    for (const { line_number } of found.kept) {
      const day: string = values.get(line_number)?.[header.indexOf('posted_on')] ?? ''
      const message =
        day <= closed
          ? `"${day}" is in a closed period: the books are closed to ${closed}; reopen them, or leave the row out`
          : `"${day}" moves an entry out of a closed period: the books are closed to ${closed}; reopen them, or leave the row out`
      faults.add(format.name, line_number, 'posted_on', message)
    }
    faults.addUnseen(found.count - found.kept.length)
    if (replaces) await checkNoneIsLeftOut()
  }
  await session`set local role none`

  async function checkNoneIsLeftOut(): Promise<void> {
    const [row] = await session.unsafe<{ count: string }[]>(
      `select count(*) from finance.ledger_entries t where t.tenant_id = '${companyId}' and t.scenario = 'actual'
       and t.posted_on <= '${closed}' and not exists (select from ${stagingTable(format)} s where s.id = t.id)`,
    )
    const count = Number(row?.count ?? 0)
    if (count === 0) return
    const message = `leaves out ${count} entries of a closed period: the books are closed to ${closed}; reopen them, or give these entries too`
    faults.add(format.name, 1, null, message)
  }
}

/** @throws {ImportRefused} taking the import back would change what happened in a closed period. */
export async function requireOpenBooks(
  session: postgres.TransactionSql,
  { companyId, id, relations }: ImportRecorded,
): Promise<void> {
  const table = 'finance.ledger_entries'
  const relation = relations.find((each) => each.table === table)
  if (relation === undefined) return
  await session.unsafe(`set local role ${appRole('finance')}`)
  const closed = await closedTo(session, companyId)
  if (closed !== undefined) {
    const { kept: former, key } = await remembered(session, table)
    const isClosed = `t.scenario = 'actual' and t.posted_on <= '${closed}'`
    const wasClosed = `u.former->>'scenario' = 'actual' and u.former->>'posted_on' <= '${closed}'`
    const [row] = await session.unsafe<{ count: string }[]>(
      relation.wasEmpty
        ? `select count(*) from ${table} t where t.tenant_id = '${companyId}' and ${isClosed}`
        : `select count(*) from ${former} u left join ${table} t on t.tenant_id = u.tenant_id and ${key} = u.key
           where u.tenant_id = '${companyId}' and u.relation = '${table}' and u.import_id = '${id}' and u.restored_xid is null
             and ((${isClosed}) or (${wasClosed}))`,
    )
    const count = Number(row?.count ?? 0)
    if (count > 0) {
      throw new ImportRefused(
        `The import wrote ${count} entries of a closed period: the books are closed to ${closed}. Reopen them first.`,
      )
    }
  }
  await session`set local role none`
}
