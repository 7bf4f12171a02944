import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { DimensionDefinition } from './definition.ts'
import { unionAll } from './sql.ts'

export interface Member {
  readonly value: string
  readonly id: string | null
}

/** Members whose name begins with or holds the words, best match first: the name itself, then its beginning, then within. */
export async function findMembers(
  tx: ViewerTransaction,
  { members }: DimensionDefinition,
  search: string,
  first: number,
): Promise<Member[]> {
  const every = unionAll(
    members.map(({ table, value, id }) =>
      id === undefined
        ? sql`select distinct ${value} as value, null::text as id from ${table} where ${value} is not null`
        : sql`select ${value} as value, ${id}::text as id from ${table}`,
    ),
  )
  const rows = await tx.execute<{ value: string; id: string | null }>(sql`
    select distinct value, id, ${rank(search)} as rank from (${every}) every
    where ${rank(search)} < 3 order by rank, value, id limit ${first}`)
  return rows.map(({ value, id }) => ({ value, id }))
}

/** 0: the name itself; 1: it begins so; 2: it holds it; 3: not at all. */
function rank(search: string): SQL {
  if (search === '') return sql`0`
  const pattern = search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')
  return sql`case when lower(value) = ${search.toLowerCase()} then 0
    when lower(value) like ${`${pattern}%`} then 1 when lower(value) like ${`%${pattern}%`} then 2 else 3 end`
}
