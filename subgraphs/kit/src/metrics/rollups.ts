import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Viewer } from '../viewer.ts'
import { cover, type Grain, type Segment, spanOf } from './cover.ts'
import type { Fact, Measure, Reach, Source, Sum } from './definition.ts'
import { listed } from './plan.ts'
import { name, unionAll } from './sql.ts'
import { type Side, within } from './windows.ts'

/** Sums that a domain keeps of its facts, by units of time and one dimension at a time. */
export interface Rollup<Dimension extends string> {
  /** The table of cells: `dimension`, `grain`, `bucket`, `member`, and a column for each sum. */
  readonly cells: { readonly name: string; readonly table: SQLWrapper }
  /** What writers have appended since it was folded in: `day`, the dimensions beside each other, and the same sums. */
  readonly deltas: SQLWrapper
  /** Smallest first. */
  readonly splits: readonly RollupSplit<Dimension>[]
  /** Which columns hold what a source sums. */
  readonly sums: ReadonlyMap<Source<Dimension>, RolledSum>
  /** Whether a viewer sees all facts that the cells were summed from. Whoever sees some of them is served from the facts. */
  readonly serves: (viewer: Viewer) => boolean
}

/** Cells by one dimension, or by none. */
export interface RollupSplit<Dimension extends string> {
  /** What cells call the dimension; empty: none. */
  readonly dimension: string
  readonly grains: readonly Grain[]
  /** Which deltas count, and which member they are of: absent where the split is by none. */
  readonly deltas: { readonly member?: SQLWrapper; readonly where?: SQL }
  /** Whether members are ids. */
  readonly byId?: boolean
  /** The dimensions that are reached from the member. */
  readonly reaches: (member: SQL) => { readonly [Name in Dimension]?: Reach }
}

/** Columns of cells and deltas. */
export interface RolledSum {
  readonly value: string
  /** How many facts count. */
  readonly facts: string
  /** Of these, those that have the value; absent where all have. */
  readonly known?: string
}

/** Pairs of a measure and, for each of its sources in order that is rolled up, the columns that hold it. */
export function rolledSums<Dimension extends string>(
  pairs: readonly (readonly [Measure<Dimension>, ...(RolledSum | null)[]])[],
): Map<Source<Dimension>, RolledSum> {
  const found = new Map<Source<Dimension>, RolledSum>()
  for (const [measure, ...columns] of pairs) {
    for (const [index, source] of measure.sources.entries()) {
      const rolled = columns[index]
      if (rolled != null) found.set(source, rolled)
    }
  }
  return found
}

/** Finds the rollup of a source over some days; the same object for the same question, so that figures share a scan. */
export type RolledUp<Dimension extends string> = (
  source: Source<Dimension>,
  asked: readonly Dimension[],
  side: Side,
) => Sum<Dimension> | null

const member = name('rolled.member')

/** Reads rollups instead of facts where one reaches all that is asked for, in units that make up the days asked for. */
export function rolledUp<Dimension extends string>(rollups: readonly Rollup<Dimension>[]): RolledUp<Dimension> {
  const facts = new Map<Side, Map<RollupSplit<Dimension>, Fact<Dimension> | null>>()
  const sums = new Map<Fact<Dimension>, Map<Source<Dimension>, Sum<Dimension>>>()

  function factOf(
    rollup: Rollup<Dimension>,
    split: RollupSplit<Dimension>,
    side: Side,
    of: Fact<Dimension>,
  ): Fact<Dimension> | null {
    const made = facts.get(side) ?? new Map<RollupSplit<Dimension>, Fact<Dimension> | null>()
    facts.set(side, made)
    const found = made.get(split)
    if (found !== undefined) return found
    const segments = cover(side, split.grains)
    const fact = segments && cellFacts(rollup, split, segments, of)
    made.set(split, fact)
    return fact
  }

  return (source, asked, side) => {
    if (source.fact.timing.kind !== 'on') return null
    for (const rollup of rollups) {
      const columns = rollup.sums.get(source)
      if (columns === undefined) continue
      for (const split of rollup.splits) {
        const reached = split.reaches(member)
        if (!asked.every((dimension) => reached[dimension] !== undefined)) continue
        const fact = factOf(rollup, split, side, source.fact)
        if (fact === null) continue
        const made = sums.get(fact) ?? new Map<Source<Dimension>, Sum<Dimension>>()
        sums.set(fact, made)
        const sum = made.get(source) ?? sumOf(fact, columns)
        made.set(source, sum)
        return sum
      }
    }
    return null
  }
}

const column = (text: string): SQL => name(`rolled.${text}`)

const sumOf = <Dimension extends string>(fact: Fact<Dimension>, { value, facts, known }: RolledSum): Sum<Dimension> => ({
  kind: 'sum',
  fact,
  value: () => column(value),
  counts: { facts: column(facts), known: column(known ?? facts) },
})

/** Cells and deltas as facts: each on the first day of its unit, which lies in one bucket as a whole. */
function cellFacts<Dimension extends string>(
  { cells, deltas, sums }: Rollup<Dimension>,
  split: RollupSplit<Dimension>,
  segments: readonly Segment[],
  of: Fact<Dimension>,
): Fact<Dimension> {
  const columns = [...new Set([...sums.values()].flatMap(({ value, facts, known }) => [value, facts, known ?? facts]))]
  const summed = sql.raw(columns.join(', '))
  const day = name('day')
  const units = segments.map(
    (segment) => sql`(${sql.join([sql`grain = ${segment.grain}`, ...within(name('bucket'), segment)], sql` and `)})`,
  )
  const counted = [...within(day, spanOf(segments)), ...(split.deltas.where === undefined ? [] : [split.deltas.where])]
  const type = sql.raw(split.byId === true ? 'uuid' : 'text')
  // Members of other dimensions may not be ids: nothing but the case keeps them from being read as such.
  const cellMember = sql`case when dimension = ${split.dimension} then nullif(member, '')::${type} end`
  const parts = [
    sql`select bucket as day, ${cellMember} as member, ${summed} from ${cells.table}
      where dimension = ${split.dimension} and (${sql.join(units, sql` or `)})`,
    sql`select day, ${split.deltas.member ?? sql`null`}::${type} as member, ${summed} from ${deltas}
      ${counted.length === 0 ? sql`` : sql`where ${sql.join(counted, sql` and `)}`}`,
  ]
  const grains = [...new Set(segments.map(({ grain }) => grain))]
  const by = [...(split.dimension === '' ? [] : [split.dimension]), listed(grains)].join(', ')
  return {
    name: `${of.name}, summed by ${by}`,
    tables: [`${cells.name} by ${by}`],
    from: sql`(${unionAll(parts)}) rolled`,
    timing: { kind: 'on', day: column('day') },
    dimensions: split.reaches(member),
    // What the fact leaves out unasked is left out of the cells already.
    ...(of.unless && { unless: { ...of.unless, where: sql`true` } }),
    known: of.known,
  }
}
