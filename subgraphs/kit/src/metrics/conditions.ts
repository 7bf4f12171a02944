import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { badInput } from '../errors.ts'
import { type Catalogue, dimensionLabel, reaches } from './catalogue.ts'
import { countryCode, countryNames } from './countries.ts'
import type { DimensionDefinition } from './definition.ts'
import { findMembers } from './members.ts'
import { nearest } from './nearest.ts'
import { listed, unreached } from './plan.ts'
import type { Condition } from './query.ts'
import type { KnownCondition } from './resolved.ts'
import { list, unionAll } from './sql.ts'

/** A member that a condition names, and the keys of facts that it stands for: several where several share a name. */
interface Asked {
  readonly written: string
  readonly dimension: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Keys that facts have for what was written: ids for entities, values for the rest. */
function keysQuery(place: number, definition: DimensionDefinition, written: readonly string[]): SQL[] {
  const { kind, members, hierarchy } = definition
  if (kind === 'country') return []
  const found = members.flatMap(({ table, value, id }) => {
    const names = list(written, 'text')
    if (id === undefined) {
      const asked = sql`unnest(${names}) as asked (name)`
      return [
        sql`select ${place}::int as place, asked.name as written, asked.name as key from ${asked}
          where exists (select from ${table} where ${value} = asked.name)`,
      ]
    }
    const ids = list(
      written.filter((each) => uuid.test(each)),
      'uuid',
    )
    return [
      sql`select ${place}::int as place, ${value} as written, ${id}::text as key from ${table} where ${value} = any(${names})`,
      sql`select ${place}::int as place, ${id}::text as written, ${id}::text as key from ${table} where ${id} = any(${ids})`,
    ]
  })
  return hierarchy === undefined || found.length === 0 ? found : [withAllBeneath(unionAll(found), hierarchy)]
}

/** Each member once, however it is reached, so that members beneath themselves end the search too. */
const withAllBeneath = (found: SQL, { table, id, parent }: NonNullable<DimensionDefinition['hierarchy']>): SQL =>
  sql`select * from (with recursive beneath (place, written, key) as (
    (${found})
    union
    select beneath.place, beneath.written, ${id}::text from beneath join ${table} on ${parent}::text = beneath.key)
  select * from beneath) beneath`

/** The key of a country, or of a member of which all are known beforehand. */
function keyWithoutAsking({ kind, all }: DimensionDefinition, written: string): string | undefined {
  if (kind === 'country') return countryCode(written)
  return all?.find((member) => member.toLowerCase() === written.toLowerCase())
}

/** The members that conditions name, found in one statement. Keys by the condition's place and what was written. */
async function findKeys<Dimension extends string>(
  tx: ViewerTransaction,
  catalogue: Catalogue<string, Dimension>,
  conditions: readonly Condition<string, Dimension>[],
): Promise<Map<string, string[]>[]> {
  const found = conditions.map(() => new Map<string, string[]>())
  const queries = conditions.flatMap((condition, place) => {
    const definition = catalogue.dimensions[condition.dimension]
    const written = writtenIn(condition)
    for (const each of written) {
      const key = keyWithoutAsking(definition, each)
      if (key !== undefined) found[place]?.set(each.toLowerCase(), [key])
    }
    return keysQuery(place, definition, written)
  })
  if (queries.length === 0) return found
  const rows = await tx.execute<{ place: number; written: string; key: string }>(unionAll(queries))
  for (const { place, written, key } of rows) {
    const keys = found[place]
    keys?.set(written.toLowerCase(), [...(keys.get(written.toLowerCase()) ?? []), key])
  }
  return found
}

const writtenIn = ({ in: within, notIn }: Condition<string, string>): string[] => [...(within ?? []), ...(notIn ?? [])]

/**
 * Finds the members that conditions name.
 * @throws {GraphError} BAD_INPUT where there is no such member (naming the nearest), or no metric reaches the dimension.
 */
export async function resolveConditions<Metric extends string, Dimension extends string>(
  tx: ViewerTransaction,
  catalogue: Catalogue<Metric, Dimension>,
  conditions: readonly Condition<Metric, Dimension>[],
  metrics: readonly Metric[],
): Promise<KnownCondition<Metric, Dimension>[]> {
  for (const condition of conditions) checkCondition(catalogue, condition, metrics)
  const found = await findKeys(tx, catalogue, conditions)
  const known: KnownCondition<Metric, Dimension>[] = []
  for (const [place, condition] of conditions.entries()) {
    const definition = catalogue.dimensions[condition.dimension]
    const keysOf = async (written: readonly string[]): Promise<string[]> => {
      const keys = new Set<string>()
      for (const each of written) {
        const members = found[place]?.get(each.toLowerCase())
        if (members === undefined) throw await unknownMember(tx, catalogue, { written: each, dimension: condition.dimension })
        for (const key of members) keys.add(key)
      }
      return [...keys]
    }
    const type = definition.kind === 'entity' ? 'uuid' : 'text'
    const within = condition.in == null ? null : await keysOf(condition.in)
    const without = condition.notIn == null ? null : await keysOf(condition.notIn)
    known.push({
      dimension: condition.dimension,
      holds: (key: SQLWrapper) => membership(key, within, without, type),
      limits: (metric) =>
        (condition.metrics == null || condition.metrics.includes(metric)) && reaches(catalogue, metric, condition.dimension),
    })
  }
  return known
}

/** Facts without a member are kept by `notIn`: they are none of the members left out. */
function membership(key: SQLWrapper, within: string[] | null, without: string[] | null, type: 'uuid' | 'text'): SQL {
  const isIn = within === null ? [] : [sql`${key} = any(${list(within, type)})`]
  const isNotIn = without === null ? [] : [sql`(${key} is null or ${key} <> all(${list(without, type)}))`]
  return sql.join([...isIn, ...isNotIn], sql` and `)
}

function checkCondition<Metric extends string, Dimension extends string>(
  catalogue: Catalogue<Metric, Dimension>,
  condition: Condition<Metric, Dimension>,
  metrics: readonly Metric[],
): void {
  const { dimension } = condition
  if (condition.in == null && condition.notIn == null) {
    throw badInput(`The condition on ${dimension} names no members; give in or notIn.`)
  }
  if (condition.in?.length === 0 || condition.notIn?.length === 0) {
    throw badInput(`The condition on ${dimension} has an empty list of members; name at least one, or leave the condition out.`)
  }
  if (condition.metrics != null) {
    for (const metric of condition.metrics) {
      if (!reaches(catalogue, metric, dimension)) throw unreached(catalogue, metric, dimension, 'limited to')
    }
    return
  }
  const [first] = metrics
  if (first !== undefined && !metrics.some((metric) => reaches(catalogue, metric, dimension))) {
    throw unreached(catalogue, first, dimension, 'limited to')
  }
}

async function unknownMember<Dimension extends string>(
  tx: ViewerTransaction,
  catalogue: Catalogue<string, Dimension>,
  { written, dimension }: Asked & { readonly dimension: Dimension },
) {
  const definition = catalogue.dimensions[dimension]
  const known = definition.kind === 'country' ? countryNames() : await knownNames(tx, definition, written)
  const near = nearest(written, known, 3)
  const label = dimensionLabel(catalogue, dimension).toLowerCase()
  const remedy =
    near.length === 0
      ? 'The company has none at all.'
      : `The nearest are ${listed(
          near.map((each) => `“${each}”`),
          'and',
        )}.`
  return badInput(`There is no ${label} “${written}”. ${remedy}`)
}

/** Names to find the nearest among: those that begin alike, and as many others as can be looked through at once. */
async function knownNames(tx: ViewerTransaction, definition: DimensionDefinition, written: string): Promise<string[]> {
  const alike = await findMembers(tx, definition, written.slice(0, 2), 500)
  const some = await findMembers(tx, definition, '', 1_000)
  return [...alike, ...some].map(({ value }) => value)
}
