import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import postgres from 'postgres'
import { z } from 'zod'
import { companyId } from '../ids.ts'
import { appRole } from '../roles.ts'
import { type CsvRow, readCsv } from './csv.ts'
import type { Directory } from './directory.ts'
import type { Faults } from './faults.ts'
import type { Changes } from './upsert.ts'
import { complaint, toCopy } from './values.ts'

/** A company as company.csv describes it. */
export interface Company {
  readonly id: string
  readonly key: string
  readonly name: string
  /** ISO 4217. */
  readonly currency: string
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number
  /** IANA. */
  readonly timeZone: string
  /** The day that today means for it; null: the real one. */
  readonly asOf: string | null
  /** SHA-256 of company.csv. */
  readonly hash: string
}

/** The import is refused as a whole; the message says why and what to do. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
}

/** Reads company.csv. `key` takes the place of the one that it names. */
export async function readCompany({ sources }: Directory, key: string | undefined, faults: Faults): Promise<Company | undefined> {
  const source = sources.find(({ format }) => format.name === 'company.csv')
  if (source === undefined || source.header.length === 0) return undefined
  const before = faults.count
  const rows: CsvRow[] = []
  const hash = createHash('sha256')
  for await (const batch of readCsv(source.records)) {
    hash.update(batch.bytes)
    // Of a file that holds more than it may, no more is kept than it takes to say so.
    for (const row of batch.rows) if (rows.length < 3) rows.push(row)
  }
  const [, row, second] = rows
  const fault = (line: number, column: string | null, message: string) => faults.add('company.csv', line, column, message)
  if (row === undefined) return void fault(1, null, 'has no row; it needs one, for the company')
  if (second !== undefined) fault(second.line, null, 'is a second company; a directory holds one')
  if (row.malformed !== undefined) return void fault(row.line, null, row.malformed)
  const value = (column: string) => row.fields[source.header.indexOf(column)] ?? ''
  for (const [name, column] of Object.entries(source.format.columns)) {
    const written = value(name)
    if (written === '' && column.required) fault(row.line, name, 'is empty; it is required')
    if (written === '' || column.type.kind === 'ref') continue
    if (toCopy(column.type)(written) === null) fault(row.line, name, complaint(written, column))
  }
  const timeZone = value('time_zone') || 'UTC'
  if (!isTimeZone(timeZone)) fault(row.line, 'time_zone', `"${timeZone}" is not a time zone (IANA, such as Europe/Berlin)`)
  if (faults.count > before) return undefined
  const chosen = key ?? value('key')
  return {
    id: companyId(chosen),
    key: chosen,
    name: value('name'),
    currency: value('currency'),
    fiscalYearStartMonth: Number(value('fiscal_year_start_month') || '1'),
    timeZone,
    asOf: value('as_of') || null,
    hash: hash.digest('hex'),
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * Whether someone may import into a company: a member whose role allows it, one that comes with the product or one of the
 * company's own, or a partner tool's key that does.
 */
const mayImport = (session: postgres.TransactionSql, companyId: string, userId: string) => session`(
  exists (select from auth.memberships m where m.tenant_id = ${companyId} and m.user_id = ${userId} and m.suspended_at is null
    and (m.roles && '{owner,administrator}' or exists (select from auth.roles r
      where r.tenant_id = m.tenant_id and r.name = any(m.roles) and 'import:write' = any(r.scopes))))
  or exists (select from auth.api_keys k where k.tenant_id = ${companyId} and k.id = ${userId}
    and k.ended_at is null and k.expires_at > now() and 'import:write' = any(k.scopes)))`

/**
 * Makes sure that the user may load the company: one that is new, or one whose imports are theirs to run.
 */
export async function admit(session: postgres.TransactionSql, company: Company, userId: string): Promise<void> {
  await session.unsafe(`set local role ${appRole('auth')}`)
  const [known] = await session<{ currency: string; admitted: boolean }[]>`
    select currency, ${mayImport(session, company.id, userId)} as admitted from auth.companies where id = ${company.id}`
  await session`set local role none`
  if (known === undefined) return
  if (!known.admitted) {
    throw new ImportRefused(
      `The company ${company.key} is there already, and you may not import into it; ask its owner, or choose another key.`,
    )
  }
  if (known.currency !== company.currency) {
    throw new ImportRefused(
      `The company ${company.key} keeps its books in ${known.currency}, and company.csv names ${company.currency}; a currency can not be changed by an import.`,
    )
  }
}

/**
 * Makes sure that the user may roll back what was imported into a company.
 * @throws {ImportRefused} they may not.
 */
export async function requireImporter(session: postgres.TransactionSql, id: string, key: string, userId: string): Promise<void> {
  const [found] = await session<{ admitted: boolean }[]>`select ${mayImport(session, id, userId)} as admitted`
  if (!found?.admitted) {
    throw new ImportRefused(`What was imported into ${key} can be rolled back by those alone who may import into it.`)
  }
}

/**
 * A company as it is, for rows that are loaded into it without a company.csv.
 * @throws {ImportRefused} there is none.
 */
export async function keptCompany({ url, companyId }: { readonly url: string; readonly companyId: string }): Promise<Company> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const company = await client.begin(async (session) => {
      await session.unsafe(`set local role ${appRole('auth')}`)
      const [found] = await session<Omit<Company, 'hash'>[]>`
        select id, key, name, currency, fiscal_year_start_month as "fiscalYearStartMonth", time_zone as "timeZone", as_of::text as "asOf"
        from auth.companies where id = ${companyId}`
      return { found }
    })
    if (company.found === undefined) throw new ImportRefused('There is no such company.')
    return { ...company.found, hash: '' }
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** What of a company's own row an import writes. */
export const companyRowSchema = z.object({
  name: z.string(),
  fiscal_year_start_month: z.number(),
  time_zone: z.string(),
  as_of: z.string().nullable(),
})

type CompanyRow = z.infer<typeof companyRowSchema>

/** What an import did to the company's own row: made it, or changed it from what it was before. */
export type CompanyChange = { readonly made: true } | { readonly before: CompanyRow; readonly after: CompanyRow }

/** The company's own row as it is. */
export async function companyRow(session: postgres.TransactionSql, id: string): Promise<CompanyRow | undefined> {
  const [row] = await session<
    CompanyRow[]
  >`select name, fiscal_year_start_month, time_zone, as_of::text from auth.companies where id = ${id}`
  return row
}

/** Writes the company's own row; whoever imports a new company becomes its owner. */
export async function writeCompany(
  session: postgres.TransactionSql,
  company: Company,
  userId: string,
): Promise<Changes & { readonly change: CompanyChange | null }> {
  await session.unsafe(`set local role ${appRole('auth')}`)
  const { before, after } = await beforeAndAfter(session, company)
  const change =
    before === undefined ? { made: true as const } : isDeepStrictEqual({ ...before }, after) ? null : { before, after }
  if (before === undefined) {
    await session`insert into auth.companies ${session({ id: company.id, key: company.key, currency: company.currency, ...after })}`
    await session`insert into auth.memberships ${session({ tenant_id: company.id, user_id: userId, roles: ['owner'] })}`
  } else if (change !== null) await session`update auth.companies set ${session(after)} where id = ${company.id}`
  await session`set local role none`
  return { added: before === undefined ? 1 : 0, changed: change !== null && before !== undefined ? 1 : 0, removed: 0, change }
}

/** What writing the company's own row would do, without writing it. */
export async function companyDifference(session: postgres.TransactionSql, company: Company): Promise<Changes> {
  await session.unsafe(`set local role ${appRole('auth')}`)
  const { before, after } = await beforeAndAfter(session, company)
  await session`set local role none`
  return {
    added: before === undefined ? 1 : 0,
    changed: before !== undefined && !isDeepStrictEqual({ ...before }, after) ? 1 : 0,
    removed: 0,
  }
}

async function beforeAndAfter(session: postgres.TransactionSql, company: Company) {
  const after = {
    name: company.name,
    fiscal_year_start_month: company.fiscalYearStartMonth,
    time_zone: company.timeZone,
    as_of: company.asOf,
  }
  return { before: await companyRow(session, company.id), after }
}
