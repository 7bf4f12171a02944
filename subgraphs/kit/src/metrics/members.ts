import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { type SQL, sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { escapedForLike, fold, folded } from '../folding.ts'
import { rowViewer } from '../row-viewer.ts'
import type { Viewer } from '../viewer.ts'
import { checkDimension } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import { countryName } from './countries.ts'
import type { DimensionDefinition } from './definition.ts'
import { unionAll } from './sql.ts'
import type { MetricKey } from './table.ts'

export interface Member {
  readonly value: string
  readonly id: string | null
}

const most = 1_000

/**
 * Members of a dimension that the viewer may see, best match first: the name itself, then names that begin so, then
 * those in which a word does, then those that hold it anywhere. Case and accents do not matter.
 * @throws {GraphError} BAD_INPUT where `first` is out of bounds.
 */
export async function memberKeys<Metric extends string, Dimension extends string>(
  database: DomainDatabase,
  catalogue: Catalogue<Metric, Dimension>,
  viewer: Viewer,
  asked: {
    readonly dimension: Dimension
    readonly search?: string | null | undefined
    readonly first?: number | null | undefined
  },
): Promise<MetricKey[]> {
  const { dimension } = asked
  const first = asked.first ?? 20
  if (first < 1 || first > most) throw badInput(`first is ${first}; it must be from 1 to ${most.toLocaleString('en')}.`)
  checkDimension(catalogue, dimension, viewer.scopes)
  const definition = catalogue.dimensions[dimension]
  const search = fold(asked.search ?? '').trim()
  const found = await database.asViewer(rowViewer(viewer), (tx) =>
    definition.kind === 'country' ? findCountries(tx, definition, search, first) : findMembers(tx, definition, search, first),
  )
  return found.map(({ value, id }) => ({
    dimension,
    value,
    label: definition.kind === 'country' ? countryName(value) : value,
    id,
  }))
}

/** Countries are stored as codes and sought by code or name; there are a few hundred at most. */
async function findCountries(
  tx: ViewerTransaction,
  definition: DimensionDefinition,
  search: string,
  first: number,
): Promise<Member[]> {
  const all = await findMembers(tx, definition, '', most)
  const rank = ({ value }: Member): number => {
    const name = fold(countryName(value))
    if (search === '' || value.toLowerCase() === search || name === search) return 0
    if (name.startsWith(search)) return 1
    return name.includes(search) ? 2 : 3
  }
  return all
    .filter((member) => rank(member) < 3)
    .sort((a, b) => rank(a) - rank(b) || countryName(a.value).localeCompare(countryName(b.value)))
    .slice(0, first)
}

/** Members whose name holds the words; `search` is folded. */
export async function findMembers(
  tx: ViewerTransaction,
  { members }: DimensionDefinition,
  search: string,
  first: number,
): Promise<Member[]> {
  const every = unionAll(
    members.map(({ table, value, id }) =>
      id === undefined ? distinctValues(table, value) : sql`select ${value} as value, ${id}::text as id from ${table}`,
    ),
  )
  const rows = await tx.execute<{ value: string; id: string | null }>(
    search === ''
      ? sql`select distinct value, id from (${every}) every order by value, id limit ${first}`
      : sql`select distinct value, id, rank from (${every}) every, lateral (select ${rank(search)} as rank) ranked
          where rank < 4 order by rank, value, id limit ${first}`,
  )
  return rows.map(({ value, id }) => ({ value, id }))
}

/**
 * The different values of a column, each found by one step down an index that begins with it, however many rows there are
 * (a loose index scan).
 */
function distinctValues(
  table: DimensionDefinition['members'][number]['table'],
  value: DimensionDefinition['members'][number]['value'],
): SQL {
  return sql`select value, null::text as id from (
    with recursive found (value) as (
      (select ${value} from ${table} where ${value} is not null order by ${value} limit 1)
      union all
      select (select ${value} from ${table} where ${value} > found.value order by ${value} limit 1) from found where found.value is not null)
    select value from found where value is not null) steps`
}

/** 0: the name itself; 1: it begins so; 2: a word of it does; 3: it holds it; 4: not at all. */
function rank(search: string): SQL {
  const pattern = escapedForLike(search)
  const name = folded(sql`value`)
  return sql`case when ${name} not like ${`%${pattern}%`} then 4 when ${name} = ${search} then 0
    when ${name} like ${`${pattern}%`} then 1 when ${name} like ${`% ${pattern}%`} then 2 else 3 end`
}
