import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/** A list as one parameter, whose type the database is told. */
export function list(values: readonly (string | number)[], type: 'text' | 'uuid' | 'date' | 'int' | 'bigint'): SQL {
  const written = values.map((value) => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`).join(',')
  return sql`${`{${written}}`}::${sql.raw(type)}[]`
}

export const commas = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `)

export const and = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)

export const unionAll = (selects: readonly SQL[]): SQL => sql.join([...selects], sql`\n  union all\n  `)

/** A name of the compiler's own; never one that was asked for. */
export const name = (text: string): SQL => sql.raw(text)

const dialect = new PgDialect()

/** The same statement as one list of texts and parameters: written out in no time, where one of many parts takes milliseconds. */
export function flat(statement: SQL): SQL {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return sql.join(
    text.split(/\$(\d+)/).map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${params[Number(part) - 1]}`)),
  )
}
