import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { domains } from '@aems/schema/sdl.ts'
import type postgres from 'postgres'
import { appRole } from '../roles.ts'
import { readCsv } from './csv.ts'
import type { SourceFile } from './directory.ts'
import type { ColumnType } from './format/column.ts'
import { storedAs } from './format/file.ts'
import { fileNamed, type LoadedFile } from './format.ts'
import { type RowContext, rowConverter } from './rows.ts'

/** What became of a file that was staged. */
export interface Staged {
  readonly rows: number
  /** SHA-256 of the file. */
  readonly hash: string
}

/** The temporary table that holds a file's rows until they are checked. */
export const stagingTable = (format: LoadedFile): string => `pg_temp.staged_${format.name.replace('.csv', '')}`

const pieceLength = 128 * 1024

/** Reads a file into its own temporary table. `onRows` hears of progress: rows and bytes so far. */
export async function stage(
  session: postgres.TransactionSql,
  source: SourceFile,
  context: RowContext,
  onRows: (rows: number, bytes: number) => void,
): Promise<Staged> {
  const { format, path } = source
  await session.unsafe(`create temporary table ${stagingTable(format)} (${definition(format)}) on commit drop`)
  // Temporary tables are this session's alone; each domain checks its references and fills its projections from them.
  await session.unsafe(`grant select on ${stagingTable(format)} to ${domains.map(appRole).join(', ')}`)
  const { columns, convert } = rowConverter(source, context)
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  async function* pieces() {
    let piece = ''
    for await (const batch of readCsv(path)) {
      hash.update(batch.bytes)
      bytes += batch.bytes.length
      for (const row of batch.rows) {
        if (row.line === 1) continue
        rows += 1
        const line = convert(row)
        if (line !== undefined) piece += line
        if (piece.length > pieceLength) {
          yield Buffer.from(piece)
          piece = ''
        }
      }
      onRows(rows, bytes)
    }
    if (piece !== '') yield Buffer.from(piece)
  }
  const copy = await session.unsafe(`copy ${stagingTable(format)} (${columns.join(', ')}) from stdin`).writable()
  await pipeline(pieces(), copy)
  await session.unsafe(`analyze ${stagingTable(format)}`)
  return { rows, hash: hash.digest('hex') }
}

function definition(format: LoadedFile): string {
  const columns = Object.entries(format.columns).map(([name, { type }]) => `${storedAs(name)} ${sqlType(type)}`)
  return ['line_number integer', ...(format.noun === undefined ? [] : ['id uuid']), ...columns, 'custom jsonb'].join(', ')
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
