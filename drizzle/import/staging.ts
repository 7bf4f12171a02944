import { pipeline } from 'node:stream/promises'
import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { type ConversionContext, convertFile, type Reading } from './conversion.ts'
import type { Crew } from './crew.ts'
import type { SourceFile } from './directory.ts'
import type { Faults } from './faults.ts'
import type { ColumnType } from './format/column.ts'
import { storedAs } from './format/file.ts'
import { fileNamed, type LoadedFile } from './format.ts'
import { stagedColumns } from './rows.ts'

/** The temporary table that holds a file's rows until they are checked. */
export const stagingTable = (format: LoadedFile): string => `pg_temp.staged_${format.name.replace('.csv', '')}`

/** Who reads files, and where what is wrong with them goes. */
export interface StagingContext extends ConversionContext {
  readonly faults: Faults
  /** Threads that help; null: none. */
  readonly crew: Crew | null
}

/** Reads a file into its own temporary table. `onRows` hears of progress: rows and bytes so far. */
export async function stage(
  session: postgres.TransactionSql,
  source: SourceFile,
  { faults, crew, companyId }: StagingContext,
  onRows: (rows: number, bytes: number) => void,
): Promise<Reading> {
  const { format } = source
  await session.unsafe(`create temporary table ${stagingTable(format)} (${definition(format)}) on commit drop`)
  // Temporary tables are this session's alone; each domain checks its references and fills its projections from them.
  await session.unsafe(`grant select on ${stagingTable(format)} to ${domains.map(appRole).join(', ')}`)
  let reading: Reading | undefined
  async function* texts() {
    reading = yield* convertFile(source, { companyId }, faults, crew, onRows)
  }
  const copy = await session.unsafe(`copy ${stagingTable(format)} (${stagedColumns(source).join(', ')}) from stdin`).writable()
  await pipeline(texts(), copy)
  if (format.noun !== undefined && format.key.length === 0) await tellTwinsApart(session, format)
  await session.unsafe(`analyze ${stagingTable(format)}`)
  return reading ?? { rows: 0, hash: '' }
}

/** Rows that are alike to the last column have one id between them; each but the first gets another, by its number. */
async function tellTwinsApart(session: postgres.TransactionSql, format: LoadedFile): Promise<void> {
  await session.unsafe(
    `update ${stagingTable(format)} staged set id = md5(staged.id::text || twins.nth)::uuid
     from (select ctid, row_number() over (partition by id order by line_number) as nth from ${stagingTable(format)}) twins
     where staged.ctid = twins.ctid and twins.nth > 1`,
  )
}

function definition(format: LoadedFile): string {
  const columns = Object.entries(format.columns).map(([name, { type }]) => `${storedAs(name)} ${sqlType(type)}`)
  const filled = Object.entries(format.filled ?? {}).map(([name, type]) => `${name} ${type}`)
  return ['line_number integer', ...(format.noun === undefined ? [] : ['id uuid']), ...columns, ...filled, 'custom jsonb'].join(
    ', ',
  )
}

function sqlType(type: ColumnType): string {
  switch (type.kind) {
    case 'text':
    case 'choice':
      return 'text'
    case 'decimal':
      return `numeric(${type.whole + type.places}, ${type.places})`
    case 'instant':
      return 'timestamptz'
    case 'ref':
      return fileNamed(type.to)?.noun === undefined ? 'text' : 'uuid'
    case 'date':
    case 'integer':
    case 'boolean':
      return type.kind
  }
}
