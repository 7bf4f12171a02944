import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Viewer } from '../viewer.ts'
import { type Cover, cover, daysOf, type Edge, type Grain, type Segment } from './cover.ts'
import type { Fact, Grouped, Measure, Reach, Source, Sum } from './definition.ts'
import { always, keyOf, reach, rowsOf } from './fact-rows.ts'
import { listed } from './plan.ts'
import { type DistinctSets, fromSets } from './sets.ts'
import { and, commas, name, unionAll } from './sql.ts'
import { type Side, within } from './windows.ts'

/** Sums that a domain keeps of its facts, by units of time and one dimension at a time. */
export interface Rollup<Dimension extends string> {
  /** The table of cells: `dimension`, `grain`, `bucket`, `member`, the keys, and a column for each sum. */
  readonly cells: { readonly name: string; readonly table: SQLWrapper }
  /** What writers have appended since it was folded in: `day`, the dimensions beside each other, and the same keys and sums. */
  readonly deltas: SQLWrapper
  /** Columns that every cell has beside its member, and what they are in the facts. */
  readonly keys?: Readonly<Record<string, SQLWrapper>>
  /** Joined to whatever is read; `rolled` is what was read. */
  readonly join?: SQL
  /** What the facts' usual condition is of cells; absent where cells leave out what it leaves out. */
  readonly unless?: SQL
  /** Whether there are any cells or deltas; absent where the facts tell as soon. */
  readonly known?: SQL
  /** Smallest first. */
  readonly splits: readonly RollupSplit<Dimension>[]
  /** Which columns hold what a source sums. */
  readonly sums: ReadonlyMap<Source<Dimension>, RolledSum>
  /** What a fact adds to each column; absent where that follows from the sources: each has columns of its own. */
  readonly adds?: Readonly<Record<string, SQLWrapper>>
  /** For figures that count distinct groups: sets of them. */
  readonly distinct?: ReadonlyMap<Source<Dimension>, DistinctSets<Dimension>>
  /** Whether there may be facts without a day, which no cell holds: they are told of everything there is alone. */
  readonly leavesOutUndated?: boolean
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
  /** Or what is summed of them: columns of `rolled`, and of what is joined to it. */
  readonly value: string | SQL
  /** The cells that count. */
  readonly where?: SQL
  /** How many facts count. */
  readonly facts: string
  /** Of these, those that have the value; absent where all have. */
  readonly known?: string | SQL
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
) => Source<Dimension> | null

const member = name('rolled.member')

/** Reads rollups instead of facts where one reaches all that is asked for, in units that make up the days asked for. */
export function rolledUp<Dimension extends string>(rollups: readonly Rollup<Dimension>[]): RolledUp<Dimension> {
  const found = keptFor<Fact<Dimension> | null>()
  const sums = keptFor<Sum<Dimension>>()
  const sets = keptFor<Grouped<Dimension> | null>()

  function factOf(rollup: Rollup<Dimension>, split: RollupSplit<Dimension>, side: Side, of: Fact<Dimension>) {
    const covered = cover(of.timing.kind === 'upTo' ? upTo(side) : side, split.grains)
    if (covered === null) return null
    // Where facts are read beside cells, those of one kind alone; else all kinds share what is read.
    const kind = covered.edges.length > 0 || rollup.unless !== undefined ? of : rollup
    return found([side, split, kind], () => cellFacts(rollup, split, covered, of))
  }

  function setsOf(source: Grouped<Dimension>, asked: readonly Dimension[], side: Side): Grouped<Dimension> | null {
    for (const { distinct } of rollups) {
      const kept = distinct?.get(source)
      const split = kept?.splits.find(({ reaches }) => asked.every((dimension) => reaches(member)[dimension] !== undefined))
      if (kept && split) return sets([source, side, split], () => fromSets(kept, split, source, side))
    }
    return null
  }

  return (source, asked, side) => {
    if (source.kind === 'grouped') return setsOf(source, asked, side)
    if (source.fact.timing.kind !== 'on' && source.fact.timing.kind !== 'upTo') return null
    for (const rollup of rollups) {
      const columns = rollup.sums.get(source)
      if (columns === undefined || (rollup.leavesOutUndated === true && isEverything(side))) continue
      for (const split of rollup.splits) {
        const reached = split.reaches(member)
        if (!asked.every((dimension) => reached[dimension] !== undefined)) continue
        const fact = factOf(rollup, split, side, source.fact)
        if (fact !== null) return sums([fact, source], () => sumOf(fact, columns))
      }
    }
    return null
  }
}

/** What is made for some objects, made once. */
function keptFor<Made>(): (objects: readonly object[], make: () => Made) => Made {
  const ids = new Map<object, number>()
  const made = new Map<string, { readonly made: Made }>()
  return (objects, make) => {
    const key = objects.map((each) => ids.get(each) ?? ids.set(each, ids.size).get(each)).join(' ')
    const kept = made.get(key) ?? { made: make() }
    made.set(key, kept)
    return kept.made
  }
}

const isEverything = ({ range }: Side): boolean => range.from === null && range.to === null

/** The same buckets, each from the beginning. */
const upTo = (side: Side): Side => ({
  range: { from: null, to: side.range.to },
  windows: side.windows.map((window) => ({ ...window, from: null })),
})

const column = (text: string): SQL => name(`rolled.${text}`)

const summed = (value: string | SQL): SQL => (typeof value === 'string' ? column(value) : value)

const sumOf = <Dimension extends string>(fact: Fact<Dimension>, { value, facts, known, where }: RolledSum): Sum<Dimension> => ({
  kind: 'sum',
  fact,
  value: () => summed(value),
  counts: { facts: column(facts), known: summed(known ?? facts) },
  ...(where && { where }),
})

/** Cells and deltas as facts, each on the first day of its unit, which lies in one bucket as a whole; and the facts themselves of days that no unit holds. */
function cellFacts<Dimension extends string>(
  rollup: Rollup<Dimension>,
  split: RollupSplit<Dimension>,
  { segments, edges }: Cover,
  of: Fact<Dimension>,
): Fact<Dimension> {
  const { cells, deltas, join } = rollup
  const grains = [...new Set(segments.map(({ grain }) => grain))]
  const keys = Object.keys(rollup.keys ?? {})
  const read = sql.raw([...keys, ...summedColumns(rollup)].join(', '))
  const days = daysOf(segments).map((each) => and([...within(name('day'), each), sql`true`]))
  const type = sql.raw(split.byId === true ? 'uuid' : 'text')
  // Members of other dimensions may not be ids: nothing but the case keeps them from being read as such.
  const dimension = literal(split.dimension)
  const cellMember = sql`case when dimension = ${dimension} then nullif(member, '')::${type} end`
  const counted = [either(days), ...(split.deltas.where === undefined ? [] : [split.deltas.where])]
  const parts = [
    // Grain by grain, and not as parameters: each is then one span of the cells' key, whatever else the plan is kept for.
    ...grains.map(
      (grain) => sql`select bucket as day, ${cellMember} as member, ${read} from ${cells.table}
      where dimension = ${dimension} and grain = ${literal(grain)} and ${either(bucketsOf(segments, grain))}`,
    ),
    sql`select day, ${split.deltas.member ?? sql`null`}::${type} as member, ${read} from ${deltas} where ${and(counted)}`,
    ...(edges.length === 0 ? [] : [edgeFacts(rollup, split, edges, of)]),
  ]
  const by = [...(split.dimension === '' ? [] : [split.dimension]), listed(grains)].join(', ')
  return {
    name: `${of.name}, summed by ${by}`,
    tables: [`${cells.name} by ${by}`, ...(edges.length === 0 ? [] : of.tables)],
    from: sql`(${unionAll(parts)}) rolled ${join ?? sql``}`,
    timing: { kind: of.timing.kind === 'upTo' ? 'upTo' : 'on', day: column('day') },
    dimensions: split.reaches(member),
    ...(of.unless && { unless: { ...of.unless, where: rollup.unless ?? sql`true` } }),
    known: rollup.known ?? of.known,
  }
}

/** A name of the catalogue's own as it stands in the statement. */
const literal = (text: string): SQL => sql.raw(`'${text}'`)

const bucketsOf = (segments: readonly Segment[], grain: Grain): SQL[] =>
  segments.filter((segment) => segment.grain === grain).map((segment) => and(within(name('bucket'), segment)))

const either = (conditions: readonly SQL[]): SQL => sql`(${sql.join([...conditions], sql` or `)})`

/** The columns of sums, each once, in an order of their own. */
const summedColumns = <Dimension extends string>({ sums, adds }: Rollup<Dimension>): string[] =>
  adds === undefined
    ? [
        ...new Set(
          [...sums.values()].flatMap(({ value, facts, known }) =>
            [value, facts, known ?? facts].filter((each) => typeof each === 'string'),
          ),
        ),
      ]
    : Object.keys(adds)

/** Facts of some days, as rows like those of cells. */
function edgeFacts<Dimension extends string>(
  rollup: Rollup<Dimension>,
  split: RollupSplit<Dimension>,
  edges: readonly Edge[],
  of: Fact<Dimension>,
): SQL {
  const { unless, ...all } = of
  const { timing } = of
  if (timing.kind !== 'on' && timing.kind !== 'upTo') throw new TypeError(`${of.name} do not count on a day.`)
  const dimension = Object.keys(of.dimensions).find((each): each is Dimension => each === split.dimension)
  // Where cells tell apart what is left out unasked, that is left out of both later.
  const fact: Fact<Dimension> = { ...all, ...(unless && rollup.unless === undefined && { unless }) }
  const rows = rowsOf(fact, [], dimension === undefined ? [] : [dimension])
  const key = dimension === undefined ? sql`null` : keyOf(reach(of, dimension))
  const adds = rollup.adds ?? addedBy(rollup, of)
  const columns = summedColumns(rollup).map((each) => sql`${adds[each] ?? sql`0`} as ${name(each)}`)
  const keys = Object.entries(rollup.keys ?? {}).map(([each, value]) => sql`${value} as ${name(each)}`)
  const sameDays = timing.kind === 'on' ? (timing.sameDays ?? []) : []
  const days = edges.map((edge) => and([timing.day, ...sameDays].flatMap((day) => within(sql`${day}`, edge))))
  return sql`select ${timing.day} as day, ${key}::${sql.raw(split.byId === true ? 'uuid' : 'text')} as member,
      ${commas([...keys, ...columns])} from ${rows.from} where ${and([either(days), ...rows.where])}`
}

/** What a fact adds to each column, by the sources over it. */
function addedBy<Dimension extends string>({ sums }: Rollup<Dimension>, fact: Fact<Dimension>): Record<string, SQL> {
  const adds: Record<string, SQL> = {}
  for (const [source, { value, facts, known }] of sums) {
    if (source.kind !== 'sum' || source.fact !== fact) continue
    const when = (then: SQLWrapper) =>
      source.where === undefined ? sql`${then}` : sql`case when ${source.where} then ${then} end`
    const added = when(source.value(always))
    adds[facts] ??= sql`coalesce(${when(sql`1`)}, 0)`
    if (typeof known === 'string') adds[known] ??= sql`case when ${added} is null then 0 else 1 end`
    if (typeof value === 'string') adds[value] ??= sql`coalesce(${added}, 0)`
  }
  return adds
}
