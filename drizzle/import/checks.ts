import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { type Records, readCsv } from './csv.ts'
import type { SourceFile } from './directory.ts'
import { type Faults, keptFaults } from './faults.ts'
import { storedAs } from './format/file.ts'
import { type LoadedFile, loadedFiles } from './format.ts'
import { stagingTable } from './staging.ts'
import { loadingDomain, type Reference, references } from './tables.ts'

/** What the checks go by. */
export interface CheckContext {
  readonly companyId: string
  readonly sources: readonly SourceFile[]
  /** Whether rows that the directory no longer has are removed, so that they can't be referred to. */
  readonly replaces: boolean
  readonly faults: Faults
}

interface Finding {
  readonly line_number: number
  /** A line that it is about as well. */
  readonly other: number | null
}

/** Checks what no row can tell by itself: that no key is there twice, and that every reference leads somewhere. */
export async function checkStaged(session: postgres.TransactionSql, source: SourceFile, context: CheckContext): Promise<void> {
  await session.unsafe(`set local role ${appRole(loadingDomain(source.format))}`)
  await checkDuplicates(session, source, context.faults)
  await checkRefsAreFree(session, source, context)
  for (const reference of references(source.format)) {
    if (source.header.includes(reference.column)) await checkReference(session, source, reference, context)
  }
  await session`set local role none`
}

async function checkDuplicates(session: postgres.TransactionSql, { format, records, header }: SourceFile, faults: Faults) {
  if (format.key.length === 0) return
  const key = format.noun === undefined ? format.key.map(storedAs).join(', ') : 'id'
  const staged = stagingTable(format)
  const [twice] = await session.unsafe(`select 1 from ${staged} group by ${key} having count(*) > 1 limit 1`)
  if (!twice) return
  const found = await findings(
    session,
    `select line_number, first as other from (
       select line_number, min(line_number) over same as first, row_number() over same as nth
       from ${staged} where (${key}) is not null
       window same as (partition by ${key} order by line_number rows between unbounded preceding and unbounded following)) each
     where nth > 1`,
  )
  const values = await valuesAt(records, new Set(found.kept.map((each) => each.line_number)))
  for (const { line_number, other } of found.kept) {
    const row = values.get(line_number) ?? []
    const said = format.key.filter((name) => header.includes(name)).map((name) => `${name} "${row[header.indexOf(name)] ?? ''}"`)
    const [only = ''] = format.key
    if (format.key.length === 1)
      faults.add(format.name, line_number, only, `"${row[header.indexOf(only)] ?? ''}" is there twice: first on line ${other}`)
    else faults.add(format.name, line_number, null, `${said.join(', ')} is there twice: first on line ${other}`)
  }
  faults.addUnseen(found.count - found.kept.length)
}

/** A ref leads to the id of an imported row; one that belongs to a row made here, which has another id, can't be imported. */
async function checkRefsAreFree(
  session: postgres.TransactionSql,
  { format, records, header }: SourceFile,
  context: CheckContext,
) {
  if (format.noun === undefined || !header.includes('ref')) return
  const found = await findings(
    session,
    `select line_number, null::integer as other from ${stagingTable(format)} staged
     join ${format.refsIn ?? format.table} made on made.tenant_id = '${context.companyId}' and made.ref = staged.ref and made.id <> staged.id`,
  )
  if (found.count === 0) return
  const values = await valuesAt(records, new Set(found.kept.map((each) => each.line_number)))
  for (const { line_number } of found.kept) {
    const ref = values.get(line_number)?.[header.indexOf('ref')] ?? ''
    context.faults.add(
      format.name,
      line_number,
      'ref',
      `"${ref}" belongs to a row that was not imported but made here; choose another`,
    )
  }
  context.faults.addUnseen(found.count - found.kept.length)
}

/** Where rows are removed that a directory no longer has: whether rows of files that it does not have refer to them. */
export async function checkRemovals(
  session: postgres.TransactionSql,
  { companyId, sources, faults }: CheckContext,
): Promise<void> {
  const has = (format: LoadedFile) => sources.some((each) => each.format.name === format.name)
  for (const referring of loadedFiles.filter((format) => !has(format))) {
    for (const { column, to } of references(referring)) {
      // Lines go with their order.
      if (!has(to) || (referring.name === 'order_lines.csv' && to.name === 'orders.csv')) continue
      await session.unsafe(`set local role ${appRole(loadingDomain(referring))}`)
      const [row] = await session.unsafe<{ count: string }[]>(
        `select count(*) from ${referring.table} kept where kept.tenant_id = '${companyId}' and kept.${storedAs(column)} is not null
         and not exists (select from ${stagingTable(to)} staged where staged.id = kept.${storedAs(column)})`,
      )
      await session`set local role none`
      const count = Number(row?.count ?? 0)
      if (count === 0) continue
      faults.add(
        to.name,
        1,
        null,
        `leaves out rows that ${count} rows of an earlier ${referring.name} refer to by ${column}; to replace, the directory must have ${referring.name} too`,
      )
    }
  }
}

async function checkReference(session: postgres.TransactionSql, source: SourceFile, reference: Reference, context: CheckContext) {
  const { column, to, table, as } = reference
  const here = context.sources.find((each) => each.format.name === to.name)
  const stored = storedAs(column)
  const elsewhere = [
    ...(here ? [`not exists (select from ${stagingTable(to)} there where there.id = staged.${stored})`] : []),
    ...(here && context.replaces
      ? []
      : [`not exists (select from ${table} kept where kept.tenant_id = '${context.companyId}' and kept.id = staged.${stored})`]),
  ]
  // What no projection shows is looked up as whoever owns it; what is staged, every domain may read.
  await session.unsafe(`set local role ${appRole(as)}`)
  const found = await findings(
    session,
    `select line_number, null::integer as other from ${stagingTable(source.format)} staged
     where staged.${stored} is not null and ${elsewhere.join(' and ')}`,
  )
  if (found.count === 0) return
  const values = await valuesAt(source.records, new Set(found.kept.map((each) => each.line_number)))
  const noun = (to.noun ?? 'row').replace('_', ' ')
  const where = [...(here ? [to.name] : []), ...(here && context.replaces ? [] : ['an earlier import'])]
  for (const { line_number } of found.kept) {
    const value = values.get(line_number)?.[source.header.indexOf(column)] ?? ''
    context.faults.add(
      source.format.name,
      line_number,
      column,
      where.length === 2
        ? `"${value}" is no ${noun}: neither ${where.join(' nor ')} has it`
        : `"${value}" is no ${noun}: ${where[0]?.endsWith('.csv') ? `${where[0]} does not have it` : `there is no ${to.name}, and no earlier import has it`}`,
    )
  }
  context.faults.addUnseen(found.count - found.kept.length)
}

/** The first rows that a query finds, by line, and how many there are in all. */
export async function findings(session: postgres.TransactionSql, query: string): Promise<{ kept: Finding[]; count: number }> {
  const rows = await session.unsafe<(Finding & { count: string })[]>(
    `select line_number, other, count(*) over () as count from (${query}) found order by line_number limit ${keptFaults}`,
  )
  return { kept: rows, count: Number(rows[0]?.count ?? 0) }
}

/** Reads the fields of some rows again, by line: what is staged no longer has what the file said, but ids. */
export async function valuesAt(records: Records, lines: ReadonlySet<number>): Promise<Map<number, readonly string[]>> {
  const values = new Map<number, readonly string[]>()
  for await (const { rows } of readCsv(records)) {
    for (const row of rows) if (lines.has(row.line)) values.set(row.line, row.fields)
    if (values.size === lines.size) break
  }
  return values
}
