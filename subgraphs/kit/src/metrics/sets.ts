import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type Cover, cover, type Edge, type Segment } from './cover.ts'
import type { Fact, Grouped, Reach } from './definition.ts'
import { keyOf, reach, rowsOf } from './fact-rows.ts'
import { and, commas, name, unionAll } from './sql.ts'
import { type Side, within } from './windows.ts'

/** Sets of whom facts are about, kept by months and one dimension at a time: distinct ones are counted in their union. */
export interface DistinctSets<Dimension extends string> {
  /** The table of sets: `dimension`, `month`, `member`, `chunk`, `facts`, and the set's bits. */
  readonly sets: { readonly name: string; readonly table: SQLWrapper; readonly bits: string; readonly size: number }
  /** The months whose sets hold, as a query. Of others, the facts are read. */
  readonly months: SQL
  readonly splits: readonly SetSplit<Dimension>[]
  /** Joins each fact's bearer to its number, as column `number` of `numbered`. */
  readonly numbers: SQL
}

/** Sets by one dimension, or by none. */
export interface SetSplit<Dimension extends string> {
  /** What sets call the dimension; empty: none. */
  readonly dimension: string
  /** Whether members are ids. */
  readonly byId?: boolean
  /** The dimensions that are reached from the member. */
  readonly reaches: (member: SQL) => { readonly [Name in Dimension]?: Reach }
}

/** The same figure as the source's, a count of its groups, out of sets; null where no whole month is asked about. */
export function fromSets<Dimension extends string>(
  distinct: DistinctSets<Dimension>,
  split: SetSplit<Dimension>,
  source: Grouped<Dimension>,
  side: Side,
): Grouped<Dimension> | null {
  const covered = cover(side, ['month'])
  if (covered === null) return null
  const bits = name('rolled.bits')
  return {
    kind: 'grouped',
    fact: setFacts(distinct, split, covered, source),
    per: [name('rolled.part')],
    union: bits,
    counts: name('rolled.facts'),
    aggregate: ({ union }) => sql`coalesce(sum(bit_count(${union})), 0)`,
  }
}

/**
 * Sets of whole months that hold, each on the month's first day; and of other days the facts, each as a set of one. Whoever
 * has no number yet is a part of their own.
 */
function setFacts<Dimension extends string>(
  { sets, months, numbers }: DistinctSets<Dimension>,
  split: SetSplit<Dimension>,
  { segments, edges }: Cover,
  source: Grouped<Dimension>,
): Fact<Dimension> {
  const { fact: of, per } = source
  if (of.timing.kind !== 'on') throw new TypeError(`${of.name} do not count on a day.`)
  const day = of.timing.day
  const days = [day, ...(of.timing.sameDays ?? [])]
  const dimension = Object.keys(of.dimensions).find((each): each is Dimension => each === split.dimension)
  const rows = rowsOf(of, [], dimension === undefined ? [] : [dimension])
  const key = dimension === undefined ? sql`null` : keyOf(reach(of, dimension))
  const type = sql.raw(split.byId === true ? 'uuid' : 'text')
  const size = sql.raw(String(sets.size))
  const one = sql`set_bit(0::bit(${size}), coalesce(numbered.number % ${size}, 0), 1)`
  const during = (ranges: readonly (Segment | Edge)[]) =>
    sql`(${sql.join(
      ranges.map((range) => and(days.flatMap((each) => within(sql`${each}`, range)))),
      sql` or `,
    )})`
  const facts = (conditions: readonly SQL[]) => sql`select ${day} as day, ${key}::${type} as member,
      coalesce((numbered.number / ${size})::text, ${commas(per.map((each) => sql`${each}::text`))}) as part, 1 as facts, ${one} as bits
    from ${rows.from} ${numbers} where ${and([...conditions, ...rows.where])}`
  const wanted = sql`select month::date from (${unionAll(segments.map(({ from, to }) => monthsOf(day, of.from, from, to)))}) wanted (month)`
  const dimensionName = sql.raw(`'${split.dimension}'`)
  const cellMember = sql`case when dimension = ${dimensionName} then nullif(member, '')::${type} end`
  const parts = [
    sql`select month as day, ${cellMember} as member, chunk::text as part, facts, ${name(sets.bits)} as bits from ${sets.table}
      where dimension = ${dimensionName} and month in (select month from held)`,
    facts([
      sql`(select exists (select from missing))`,
      during(segments),
      sql`date_trunc('month', ${day})::date in (select month from missing)`,
    ]),
    ...(edges.length === 0 ? [] : [facts([during(edges)])]),
  ]
  return {
    name: `${of.name}, as sets by ${split.dimension === '' ? 'month' : `${split.dimension} and month`}`,
    tables: [`${sets.name} by ${split.dimension === '' ? '' : `${split.dimension}, `}month`, ...of.tables],
    from: sql`(
      with wanted as materialized (${wanted}),
      held as materialized (select month from (${months}) made where month in (select month from wanted)),
      missing as materialized (select month from wanted except select month from held)
      ${unionAll(parts)}) rolled`,
    timing: { kind: 'on', day: name('rolled.day') },
    dimensions: split.reaches(name('rolled.member')),
    ...(of.unless && { unless: { ...of.unless, where: sql`true` } }),
    known: of.known,
  }
}

/** The months of a segment; an open one reaches from the first fact, or to the last. */
function monthsOf(day: SQLWrapper, from: SQL, first: string | null, last: string | null): SQL {
  const begin = first === null ? sql`(select min(${day}) from ${from})` : sql`${first}::date`
  const end = last === null ? sql`(select max(${day}) from ${from})` : sql`${last}::date`
  return sql`select generate_series(date_trunc('month', ${begin}), ${end}, interval '1 month')`
}
