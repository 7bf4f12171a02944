import { type Domain, domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { projections } from '../projections.ts'
import { appRole } from '../roles.ts'
import type { CompanyChange } from './company.ts'
import type { SourceFile } from './directory.ts'
import { loadedFiles } from './format.ts'
import { holdsRows } from './upsert.ts'

/** A table that an import writes. */
export interface WrittenRelation {
  readonly table: string
  readonly domain: Domain
  /** Whether it had no rows of the company before: then whatever it has of the import was added. */
  readonly wasEmpty: boolean
}

/** What an import's record keeps so that the import can be rolled back. */
export interface Written {
  readonly companyChange: CompanyChange | null
  /** In the order in which they were written. */
  readonly relations: readonly WrittenRelation[]
}

/** Files whose rows follow from one another: sums of orders, days of lines, first orders of customers. */
const together = ['customers.csv', 'orders.csv', 'order_lines.csv']

/** The tables that these files write: their own, those that follow from them, and projections of them. */
export async function writtenRelations(
  session: postgres.TransactionSql,
  sources: readonly SourceFile[],
  companyId: string,
): Promise<WrittenRelation[]> {
  const names = new Set(sources.map(({ format }) => format.name))
  if (together.some((name) => names.has(name))) for (const name of together) names.add(name)
  const owned = loadedFiles.filter(({ name }) => names.has(name)).map(({ table }) => table)
  const tables = [...owned, ...projections.filter(({ table }) => owned.includes(table)).map(({ projected }) => projected)]
  const relations: WrittenRelation[] = []
  for (const table of new Set(tables)) {
    const domain = domains.find((each) => table.startsWith(`${each}.`))
    if (domain === undefined || domain === 'auth') continue
    await session.unsafe(`set local role ${appRole(domain)}`)
    relations.push({ table, domain, wasEmpty: !(await holdsRows(session, table, companyId)) })
    await session`set local role none`
  }
  return relations
}
