import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { escapedForLike, fold, folded } from '../folding.ts'
import { rowViewer } from '../row-viewer.ts'
import type { Viewer } from '../viewer.ts'
import { checkDimension } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import { countryName } from './countries.ts'
import type { DimensionDefinition } from './definition.ts'
import { commas } from './sql.ts'
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
  return among(
    all.map(({ value }) => value),
    countryName,
    search,
  ).slice(0, first)
}

/** Of a few members, those that match, best match first. */
function among(values: readonly string[], nameOf: (value: string) => string, search: string): Member[] {
  const rank = (value: string): number => {
    const name = fold(nameOf(value))
    if (search === '' || value.toLowerCase() === search || name === search) return 0
    if (name.startsWith(search)) return 1
    return name.includes(search) ? 2 : 3
  }
  return values
    .filter((value) => rank(value) < 3)
    .sort((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b)))
    .map((value) => ({ value, id: null }))
}

/** Members whose name holds the words, or whose code begins so; `search` is folded. */
export async function findMembers(
  tx: ViewerTransaction,
  { members, all }: DimensionDefinition,
  search: string,
  first: number,
): Promise<Member[]> {
  if (all !== undefined) return among(all, (value) => value, search).slice(0, first)
  const every = sql.join(
    members.map(({ table, value, id, code }) =>
      id === undefined
        ? sql`select value, null::text as id, ${folded(sql`value`)} as name, null::text as code from (${distinctValues(table, value)}) each`
        : sql`select ${value} as value, ${id}::text as id, ${folded(value)} as name, ${code ? sql`lower(${code})` : sql`null::text`} as code from ${table}`,
    ),
    sql` union `,
  )
  // Each name is folded once: without the offset, the planner would fold it anew for each comparison.
  const rows = await tx.execute<{ value: string; id: string | null }>(
    sql`select value, id from (${every} offset 0) every
      where ${matches(search)} order by ${commas([...rank(search), sql`value`, sql`id`])} limit ${first}`,
  )
  return rows.map(({ value, id }) => ({ value, id }))
}

/**
 * The different values of a column, each found by one step down an index that begins with it, however many rows there are
 * (a loose index scan).
 */
function distinctValues(table: SQLWrapper, value: SQLWrapper): SQL {
  return sql`with recursive found (value) as (
      (select ${value} from ${table} where ${value} is not null order by ${value} limit 1)
      union all
      select (select ${value} from ${table} where ${value} > found.value order by ${value} limit 1) from found where found.value is not null)
    select value from found where value is not null`
}

function matches(search: string): SQL {
  if (search === '') return sql`true`
  const pattern = escapedForLike(search)
  return sql`(name like ${`%${pattern}%`} or code like ${`${pattern}%`})`
}

/** 0: the name itself, or the code; 1: the name begins so; 2: a word of it does; 3: it holds it; 4: the code begins so. */
function rank(search: string): SQL[] {
  if (search === '') return []
  const pattern = escapedForLike(search)
  return [
    sql`case when name = ${search} or code = ${search} then 0 when name like ${`${pattern}%`} then 1
    when name like ${`% ${pattern}%`} then 2 when name like ${`%${pattern}%`} then 3 else 4 end`,
  ]
}
