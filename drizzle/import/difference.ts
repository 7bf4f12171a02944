import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { inBothCurrencies } from './currency.ts'
import type { SourceFile } from './directory.ts'
import { storedAs } from './format/file.ts'
import { stagingTable } from './staging.ts'
import { loadingDomain } from './tables.ts'
import { type Changes, writtenColumns } from './upsert.ts'

/**
 * What writing a staged file would add, change and remove, without writing it. Values that follow from other rows, such as
 * amounts at a rate that the same directory brings, are not compared: what they follow from is.
 */
export async function difference(
  session: postgres.TransactionSql,
  source: SourceFile,
  { companyId, currency, replaces }: { readonly companyId: string; readonly currency: string; readonly replaces: boolean },
): Promise<Changes> {
  const { format } = source
  const {
    columns = writtenColumns(source).filter((column) => !format.apart?.includes(column)),
    values = {},
    from,
  } = inBothCurrencies(source, { companyId, currency })
  const compared = columns.flatMap((column) => {
    const value = values[column] ?? `s.${column}`
    return from !== undefined && value !== 's.amount' && values[column] !== undefined && column !== 'currency'
      ? []
      : [{ column, value }]
  })
  // Orders that name no currency have the company's.
  for (const each of compared) if (each.value === 's.currency') each.value = `coalesce(s.currency, '${currency}')`
  const key = format.noun === undefined ? format.key.map(storedAs) : ['id']
  const same = key.map((column) => `t.${column} = s.${column}`).join(' and ')
  const differs = `(${compared.map(({ column }) => `t.${column}`).join(', ')}) is distinct from (${compared.map(({ value }) => value).join(', ')})`
  const staged = stagingTable(format)
  await session.unsafe(`set local role ${appRole(loadingDomain(format))}`)
  await session`set local enable_nestloop = off`
  const [row] = await session.unsafe<{ added: string; changed: string; removed: string }[]>(
    `select count(*) filter (where t.tenant_id is null) as added, count(*) filter (where t.tenant_id is not null and ${differs}) as changed,
       ${replaces ? `(select count(*) from ${format.table} t where t.tenant_id = '${companyId}' and not exists (select from ${staged} s where ${same}))` : '0'} as removed
     from ${staged} s left join (select * from ${format.table} where tenant_id = '${companyId}') t on ${same}`,
  )
  await session`set local role none`
  return { added: Number(row?.added ?? 0), changed: Number(row?.changed ?? 0), removed: Number(row?.removed ?? 0) }
}
