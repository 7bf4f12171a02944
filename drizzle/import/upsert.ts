import type postgres from 'postgres'
import type { SourceFile } from './directory.ts'
import { storedAs } from './format/file.ts'
import { addRows, rememberRows } from './memory.ts'
import { inSlices, type Writing } from './slices.ts'
import { stagingTable } from './staging.ts'

/** How many rows of a table an import made, changed and removed. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** Where staged rows go. */
export interface Destination {
  readonly table: string
  readonly companyId: string
  /** Columns to write; by default those that the file has. */
  readonly columns?: readonly string[]
  /** SQL for columns whose value is not simply the staged one, `s`. */
  readonly values?: Readonly<Record<string, string>>
  /** SQL to join what `values` needs beside `s`. */
  readonly from?: string
  /** Whether rows that the file no longer has are removed. */
  readonly replaces: boolean
  /** How many rows there are, and who follows as the first ones of a company are written. */
  readonly writing?: Writing
}

const unwatched: Writing = { rows: 0, onRows: () => {} }

/** The columns of the table that a file has values for. */
export function writtenColumns({ format, header }: SourceFile): string[] {
  const columns = Object.keys(format.columns)
    .filter((name) => header.includes(name))
    .map(storedAs)
  return header.some((name) => name.startsWith('x_')) ? [...columns, 'custom'] : columns
}

/**
 * Brings a table's rows in line with the staged ones, by id, as the role and the company of the transaction: changes
 * rows that differ, adds rows that are missing. Columns that the file does not have are left as they are.
 */
export async function upsert(session: postgres.TransactionSql, source: SourceFile, destination: Destination): Promise<Changes> {
  const { table, companyId, replaces, values = {}, from = '', writing = unwatched } = destination
  const columns = destination.columns ?? [
    ...writtenColumns(source).filter((column) => !source.format.apart?.includes(column)),
    ...Object.keys(source.format.filled ?? {}),
  ]
  const value = (column: string) => values[column] ?? `s.${column}`
  const staged = stagingTable(source.format)
  const insert = `insert into ${table} (tenant_id, id, ${columns.join(', ')})
    select '${companyId}', s.id, ${columns.map(value).join(', ')} from ${staged} s ${from}`
  const same = `t.tenant_id = '${companyId}' and t.id = s.id`
  if (!(await holdsRows(session, table, companyId))) {
    const added = await inSlices(session, staged, writing, (slice) => `${insert} where ${slice}`)
    return { added, changed: 0, removed: 0 }
  }
  const whole = (source.format.wholePer ?? []).map(storedAs)
  let removed = 0
  if (replaces || whole.length > 0) {
    const ofGroups = whole.map((column) => `s.${column} is not distinct from t.${column}`).join(' and ')
    const limited = replaces ? '' : `and exists (select from ${staged} s where ${ofGroups})`
    const gone = `where t.tenant_id = '${companyId}' and not exists (select from ${staged} s where s.id = t.id) ${limited}`
    await rememberRows(session, table, 'removed', gone)
    removed = (await session.unsafe(`delete from ${table} t ${gone}`)).count
  }
  const differs = `${same} and (${columns.map((column) => `t.${column}`).join(', ')}) is distinct from (${columns.map(value).join(', ')})`
  await rememberRows(session, table, 'changed', `join ${staged} s on ${same} ${from} where ${differs}`)
  const changed = await session.unsafe(
    `update ${table} t set ${columns.map((column) => `${column} = ${value(column)}`).join(', ')} from ${staged} s ${from} where ${differs}`,
  )
  const added = await addRows(session, table, `${insert} where not exists (select from ${table} t where ${same})`)
  return { added, changed: changed.count, removed }
}

/** Whether a table has any row of the company. */
export async function holdsRows(session: postgres.TransactionSql, table: string, companyId: string): Promise<boolean> {
  const [row] = await session.unsafe(`select 1 from ${table} where tenant_id = '${companyId}' limit 1`)
  return row !== undefined
}
