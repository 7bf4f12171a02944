import { type SQL, sql } from 'drizzle-orm'
import type { Fact, Grouped, GroupSql, Source, Sum, WindowSql } from './definition.ts'
import { type AskedRows, isAsOfADay, keyOf, reach, rowsOf } from './fact-rows.ts'
import type { Range } from './periods.ts'
import { and, commas, name } from './sql.ts'
import {
  bucketEnds,
  endOf,
  hull,
  lastPlace,
  placeOf,
  rowBase,
  rowWindow,
  type Side,
  windowAt,
  windowOf,
  windowRows,
  within,
} from './windows.ts'

/** What one scan of a fact computes: figures over the same rows. */
export interface Scan<Dimension extends string> extends AskedRows<Dimension> {
  readonly id: number
  /** The days that are read, in the buckets of all parts. */
  readonly side: Side
  /** The side before it was cut to what the fact can tell. */
  readonly whole: Side
  /** Names of the columns that it fills, each by a source over the fact. Those that are grouped are grouped alike. */
  readonly columns: readonly { readonly column: string; readonly source: Source<Dimension> }[]
  /** The sides of the table that it reads at once: one, unless all that it fills are sums. */
  readonly parts: readonly ScanPart[]
}

/** One side of the table among those that a scan reads. */
export interface ScanPart {
  readonly side: Side
  /** Its first bucket stands in the scan after so many places. */
  readonly after: number
  /** Which of the scan's columns hold its figures, and what they are called in the statement. */
  readonly columns: readonly { readonly column: string; readonly of: string }[]
}

/** Place of the bucket, tables, conditions and days of a fact's rows on one side. */
function timed<Dimension extends string>({ fact, side, by, where }: Scan<Dimension>) {
  const { timing } = fact
  if (timing.kind === 'on' && !side.framed) {
    const place = placeOf(sql`${timing.day}`, side)
    const window = windowAt(place, side.windows)
    const [only, second] = side.windows
    const base = only?.base !== undefined && second === undefined ? windowOf(only.base) : window
    const rows = rowsOf(fact, where, by, window)
    return { place, from: rows.from, where: [...daysWithin(timing, side.range), ...rows.where], window, base }
  }
  if (timing.kind === 'upTo') {
    const day = sql`${timing.day}`
    const rows = rowsOf(fact, where, by)
    const upTo = within(day, { from: null, to: hull(side).to })
    return { place: endOf(day, side), from: rows.from, where: [...upTo, ...rows.where], window: rowWindow, base: rowBase }
  }
  const rows = rowsOf(fact, where, by, rowWindow)
  return {
    place: name('w.place'),
    from: sql`${windowRows(side.windows)} cross join ${rows.from}`,
    where: [...countsInRow(timing, side), ...rows.where],
    window: rowWindow,
    base: rowBase,
  }
}

type Timing<Kind extends Fact<string>['timing']['kind']> = Extract<Fact<string>['timing'], { kind: Kind }>

/** That the day of a fact lies in the range, as far as each table that holds it can tell. */
const daysWithin = ({ day, sameDays }: Timing<'on'>, range: Range): SQL[] =>
  [day, ...(sameDays ?? [])].flatMap((each) => within(sql`${each}`, range))

/** That a fact counts in the bucket of its row. */
function countsInRow(timing: Exclude<Fact<string>['timing'], { kind: 'upTo' }>, side: Side): SQL[] {
  switch (timing.kind) {
    case 'on':
      return [...daysWithin(timing, hull(side)), sql`${timing.day} between ${rowWindow.from} and ${rowWindow.to}`]
    case 'asOf':
      return [timing.counts(rowWindow.to)]
    case 'over':
      return [sql`${timing.first} <= ${rowWindow.to} and ${timing.last} >= ${rowWindow.from}`]
  }
}

const keyNames = (count: number): SQL[] => Array.from({ length: count }, (_, index) => name(`key${index}`))
const firstColumns = (count: number): SQL => commas(Array.from({ length: count }, (_, index) => name(String(index + 1))))
const factsOf = (column: string): SQL => name(`${column}_facts`)
const knownOf = (column: string): SQL => name(`${column}_known`)

/** Where nothing is left of what was added and taken away, there is no sum, rather than one of zero. */
const whereKnown = (known: SQL, sum: SQL): SQL => sql`case when ${known} <> 0 then ${sum} end`

/** A scan as a common table, and how its rows by member and bucket and its totals are read from it. */
export interface CompiledScan {
  readonly name: string
  readonly body: SQL
  readonly parts: readonly CompiledPart[]
}

/** How one side's figures are read from the common table. */
export interface CompiledPart {
  /** The place of a row's bucket among those of the side. */
  readonly place: SQL
  /** What stands after the columns, for rows, for totals, and for rows and the whole where it is a bucket. */
  readonly rows: SQL
  readonly everyRow: SQL
  readonly totals: SQL
  readonly figures: readonly {
    readonly column: string
    readonly row: SQL
    readonly total: SQL
    /** How many facts are behind each. */
    readonly rowFacts: SQL
    readonly totalFacts: SQL
  }[]
}

export function compileScan<Dimension extends string>(scan: Scan<Dimension>): CompiledScan {
  const { fact, by, columns } = scan
  const { place, from, where, window, base } = timed(scan)
  const members = by.map((dimension, index) => sql`${keyOf(reach(fact, dimension), window)} as ${name(`key${index}`)}`)
  const group = columns.map(({ source }) => source).find((source) => source.kind === 'grouped')
  const per = (group?.per ?? []).map((expression, index) => sql`${expression} as ${name(`per${index}`)}`)
  const split = [...members, sql`${place} as place`, ...per]
  const isPart = isAccumulated(scan)
  const parts = columns.flatMap(({ column, source }) =>
    source.kind === 'sum' ? sumColumns(column, source, window, isPart) : groupedColumns(column, source, window, base),
  )
  const conditions = group?.where === undefined ? where : [...where, sql`${group.where}`]
  const read = sql`select ${commas([...split, ...parts])}
    from ${from}
    where ${and(conditions)}
    group by ${firstColumns(split.length)}`
  const body = isPart ? accumulated(read, scan, per.length) : read
  return { name: `scan${scan.id}`, body, parts: group === undefined ? readSums(scan) : [readGroups(scan, group)] }
}

/** Whether facts are read by the ends of buckets first. */
const isAccumulated = <Dimension extends string>({ fact, side }: Scan<Dimension>): boolean =>
  fact.timing.kind === 'upTo' && side.windows.length > 1

/** What was read by the ends of buckets, as all that lies up to the end of each bucket. */
function accumulated<Dimension extends string>(read: SQL, { side, by, columns }: Scan<Dimension>, per: number): SQL {
  const groups = Array.from({ length: per }, (_, index) => name(`per${index}`))
  const split = [...keyNames(by.length), name('ends.place'), ...groups]
  const summed = columns.flatMap(({ column, source }) => regroupedColumns(column, source))
  return sql`select ${commas([...split, ...summed])}
    from (${read}) entered join ${bucketEnds(side)} on entered.place <= ends.ordinal
    group by ${firstColumns(split.length)}`
}

/** The rows that make up the total: those of the whole where it is a bucket; of figures as of a day, those of the last bucket. */
function totalled({ fact }: Pick<Scan<string>, 'fact'>, side: Side, after = 0): SQL | null {
  if (side.framed) return sql`place = 0`
  return isAsOfADay(fact) ? sql`place = ${number(after + (side.windows.at(-1)?.place ?? 0))}` : null
}

const number = (value: number): SQL => sql.raw(String(value))

/** Sums add up. */
function readSums<Dimension extends string>(scan: Scan<Dimension>): CompiledPart[] {
  const table = name(`scan${scan.id}`)
  const sources = new Map(scan.columns.map(({ column, source }) => [column, source]))
  const isOnly = scan.parts.length === 1
  return scan.parts.map(({ side, after, columns }) => {
    const own = isOnly ? sql`place > 0` : sql`place between ${number(after + 1)} and ${number(after + lastPlace(side))}`
    return {
      place: after === 0 ? name('place') : sql`place - ${number(after)}`,
      rows: sql`from ${table} where ${own}`,
      everyRow: sql`from ${table} where place is not null`,
      totals: sql`from ${table} where ${totalled(scan, side, after) ?? (isOnly ? sql`true` : own)}`,
      figures: columns.map(({ column, of }) => ({
        column,
        row: name(of),
        total: sql`sum(${name(of)})`,
        rowFacts: factsOf(of),
        totalFacts: spanned(scan, sources.get(of)) ?? sql`sum(${factsOf(of)})`,
      })),
    }
  })
}

/** How many facts lie in the whole period, where one may lie in several buckets. */
function spanned<Dimension extends string>({ fact, by, where, side }: Scan<Dimension>, source?: Source<Dimension>): SQL | null {
  const { timing } = fact
  if (timing.kind !== 'over' || side.windows.length < 2 || side.framed) return null
  const { from, to } = windowOf(side.range)
  const rows = rowsOf(fact, where, by, { from, to })
  const only = source?.where === undefined ? [] : [sql`${source.where}`]
  return sql`(select count(*) from ${rows.from}
    where ${and([sql`${timing.first} <= ${to}`, sql`${timing.last} >= ${from}`, ...rows.where, ...only])})`
}

/** Groups are aggregated within rows; for the totals, the parts of each group are brought together first. */
function readGroups<Dimension extends string>(scan: Scan<Dimension>, { per }: Grouped<Dimension>): CompiledPart {
  const { fact, side, by } = scan
  const table = name(`scan${scan.id}`)
  const { columns } = scan
  const joined = new Set(columns.flatMap(({ source }) => (source.kind === 'grouped' && source.beside) || []))
  const perColumns = per.map((_, index) => name(`per${index}`))
  const beside = sql.join(
    [...joined].map(({ join }) => join(perColumns)),
    sql` `,
  )
  const regrouped = commas([...perColumns, ...columns.flatMap(({ column, source }) => regroupedColumns(column, source))])
  const last = isAsOfADay(fact) && !side.framed ? side.windows.at(-1) : undefined
  const whole = windowOf(last ?? side.range)
  const grouping = commas([...keyNames(by.length), name('place')])
  const rows = (where: SQL) => sql`from ${table} ${beside} where ${where} group by ${grouping}`
  return {
    place: name('place'),
    rows: rows(sql`place > 0`),
    everyRow: rows(sql`place is not null`),
    totals: sql`from (select ${regrouped} from ${table} where ${totalled(scan, side) ?? sql`true`} group by ${firstColumns(per.length)}) regrouped ${beside}`,
    figures: columns.map(({ column, source }) => ({
      column,
      row: aggregate(column, source, windowAt(name('place'), side.windows)),
      total: aggregate(column, source, whole),
      rowFacts: sql`sum(${factsOf(column)})`,
      totalFacts: sql`sum(${factsOf(column)})`,
    })),
  }
}

function sumColumns<Dimension extends string>(
  column: string,
  { value, where, counts }: Sum<Dimension>,
  window: WindowSql,
  isPart: boolean,
): SQL[] {
  const only = where === undefined ? sql`` : sql` filter (where ${where})`
  if (counts !== undefined) {
    const known = sql`sum(${counts.known})${only}`
    const sum = sql`sum(${value(window)})${only}`
    return [
      sql`${isPart ? sum : whereKnown(known, sum)} as ${name(column)}`,
      sql`coalesce(sum(${counts.facts})${only}, 0) as ${factsOf(column)}`,
      ...(isPart ? [sql`${known} as ${knownOf(column)}`] : []),
    ]
  }
  return [sql`sum(${value(window)})${only} as ${name(column)}`, sql`count(*)${only} as ${factsOf(column)}`]
}

/** What is kept of each group, by column: how it comes from facts, and from parts of the group. */
function groupParts<Dimension extends string>(column: string, source: Grouped<Dimension>, window: WindowSql, base: WindowSql) {
  const { sums, latest, marks, union, counts } = source
  const marked = Object.entries(marks?.(window, base) ?? {})
  return [
    ...(sums === undefined ? [] : [{ name: name(`${column}_sum`), of: sql`sum(${sums})`, merge: sql`sum` }]),
    // Arrays compare by their first element, the day, then by the second.
    ...(latest === undefined
      ? []
      : [
          {
            name: name(`${column}_latest`),
            of: sql`max(array[(${latest.on} - date '2000-01-01')::numeric, ${latest.value}::numeric])`,
            merge: sql`max`,
          },
        ]),
    ...marked.map(([mark, condition]) => ({
      name: name(`${column}_is_${mark}`),
      of: sql`bool_or(${condition})`,
      merge: sql`bool_or`,
    })),
    ...(union === undefined ? [] : [{ name: name(`${column}_union`), of: sql`bit_or(${union})`, merge: sql`bit_or` }]),
    { name: factsOf(column), of: counts === undefined ? sql`count(*)` : sql`sum(${counts})`, merge: sql`sum` },
  ]
}

const groupedColumns = <Dimension extends string>(
  column: string,
  source: Grouped<Dimension>,
  window: WindowSql,
  base: WindowSql,
): SQL[] => groupParts(column, source, window, base).map((part) => sql`${part.of} as ${part.name}`)

/** A figure out of groups; a sum is the sum of the groups' sums. */
const aggregate = <Dimension extends string>(column: string, source: Source<Dimension>, window: WindowSql): SQL =>
  source.kind === 'sum' ? sql`sum(${name(column)})` : source.aggregate(groupColumns(column, source), window)

function regroupedColumns<Dimension extends string>(column: string, source: Source<Dimension>): SQL[] {
  if (source.kind === 'grouped') {
    return groupParts(column, source, rowWindow, rowBase).map((part) => sql`${part.merge}(${part.name}) as ${part.name}`)
  }
  const sum = sql`sum(${name(column)})`
  const whole = source.counts === undefined ? sum : whereKnown(sql`sum(${knownOf(column)})`, sum)
  return [sql`${whole} as ${name(column)}`, sql`sum(${factsOf(column)}) as ${factsOf(column)}`]
}

const groupColumns = <Dimension extends string>(column: string, { per }: Grouped<Dimension>): GroupSql => ({
  per: per.map((_, index) => name(`per${index}`)),
  sum: name(`${column}_sum`),
  latest: sql`(${name(`${column}_latest`)})[2]`,
  union: name(`${column}_union`),
  marked: (mark) => name(`${column}_is_${mark}`),
})
