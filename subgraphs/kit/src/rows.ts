import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { type Column, getTableColumns, type InferSelectModel, type SQL, sql, type Table } from 'drizzle-orm'
import { type LoadOne, loadOne } from './loaders.ts'
import { commas, list } from './metrics/sql.ts'

/** Reads in one transaction as the viewer. */
export type Read = <Result>(work: (tx: ViewerTransaction) => Promise<Result>) => Promise<Result>

/** Every column of a table under its own name in the code. */
export function columnsOf(table: Table): SQL {
  return commas(Object.entries(getTableColumns(table)).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`))
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text can be an id at all; what cannot finds nothing, and is no error. */
export const isId = (text: string): boolean => uuid.test(text)

/** Rows of a table by their ids. */
export function loadById<Rows extends Table & { readonly id: Column }>(
  read: Read,
  table: Rows,
): LoadOne<string, InferSelectModel<Rows>> {
  const load = loadOne<string, InferSelectModel<Rows>>(
    async (ids) => {
      const found = await read((tx) =>
        tx.execute(sql`select ${columnsOf(table)} from ${table} where ${table.id} = any(${list(ids, 'uuid')})`),
      )
      // The columns were selected from the table's own, by the names that its model gives them.
      return [...found] as InferSelectModel<Rows>[]
    },
    (row) => String(row['id']),
  )
  return async (id) => (isId(id) ? load(id.toLowerCase()) : null)
}
