import type postgres from 'postgres'

/** How many rows are to be written, and who hears how many of them are. */
export interface Writing {
  readonly rows: number
  readonly onRows: (written: number) => void
}

/** A statement of so many rows takes some ten seconds; between two of them progress is told and a stop is heard. */
const rowsPerStatement = 1_500_000

/**
 * Runs a statement on the rows of a staging table, of many rows a part at a time: blocks that lie beside each other, so that
 * no part reads what is another's.
 * @param statement the SQL for the rows of which a condition holds.
 * @returns how many rows it wrote in all.
 */
export async function inSlices(
  session: postgres.TransactionSql,
  staged: string,
  { rows, onRows }: Writing,
  statement: (condition: string) => string,
): Promise<number> {
  const parts = Math.ceil(rows / rowsPerStatement)
  if (parts <= 1) return (await session.unsafe(statement('true'))).count
  const [size] = await session.unsafe<{ blocks: number }[]>(
    `select (pg_relation_size('${staged}') / current_setting('block_size')::integer)::integer as blocks`,
  )
  const blocks = size?.blocks ?? 0
  let written = 0
  for (let part = 0; part < parts; part += 1) {
    const [first, next] = [part, part + 1].map((each) => Math.ceil((blocks * each) / parts))
    const slice = `s.ctid >= '(${first},0)'::tid ${part + 1 < parts ? `and s.ctid < '(${next},0)'::tid` : ''}`
    written += (await session.unsafe(statement(slice))).count
    onRows(Math.round((rows * (part + 1)) / parts))
  }
  return written
}
