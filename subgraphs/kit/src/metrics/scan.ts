import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Fact, Grouped, GroupSql, Join, Source, Sum, WindowSql } from './definition.ts'
import { and, commas, name } from './sql.ts'
import { placeOf, rowWindow, type Side, windowAt, windowOf, windowRows, within } from './windows.ts'

/** What one scan of a fact computes: figures over the same rows. */
export interface Scan<Dimension extends string> {
  readonly id: number
  readonly fact: Fact<Dimension>
  readonly side: Side
  /** The side before it was cut to what the fact can tell. */
  readonly whole: Side
  readonly by: readonly Dimension[]
  readonly where: readonly FactCondition<Dimension>[]
  /** Names of the columns that it fills, each by a source over the fact. All are sums, or all are grouped alike. */
  readonly columns: readonly { readonly column: string; readonly source: Source<Dimension> }[]
}

/** A condition on a fact, whose members are known. */
export interface FactCondition<Dimension extends string> {
  readonly dimension: Dimension
  readonly holds: (key: SQLWrapper) => SQL
}

/** Joins in the order in which they stand, each once. */
function joinsInOrder(joins: readonly Join[]): Join[] {
  const found = new Set<Join>()
  const add = (join: Join) => {
    for (const before of join.after ?? []) add(before)
    found.add(join)
  }
  for (const join of joins) add(join)
  return [...found]
}

/** How the fact reaches a dimension that has been checked to be reached. */
export function reach<Dimension extends string>(fact: Fact<Dimension>, dimension: Dimension) {
  const found = fact.dimensions[dimension]
  if (found === undefined) throw new TypeError(`${fact.name} does not reach ${dimension}.`)
  return found
}

/** Whether the fact's usual condition is lifted: what it would hide was asked for by name. */
const isLifted = <Dimension extends string>(fact: Fact<Dimension>, asked: readonly Dimension[]): boolean =>
  fact.unless?.dimensions.some((dimension) => asked.includes(dimension)) ?? true

const askedOf = <Dimension extends string>(by: readonly Dimension[], where: readonly FactCondition<Dimension>[]): Dimension[] => [
  ...by,
  ...where.map(({ dimension }) => dimension),
]

/** The tables that a scan joins to its fact's own. */
export function joinsFor<Dimension extends string>(rows: {
  readonly fact: Fact<Dimension>
  readonly by: readonly Dimension[]
  readonly where: readonly FactCondition<Dimension>[]
}): Join[] {
  const { fact, by, where } = rows
  return joinsInOrder([
    ...(fact.always ?? []),
    ...askedOf(by, where).flatMap((dimension) => reach(fact, dimension).through ?? []),
  ])
}

/** What a scan leaves out unasked, as a sentence. */
export function remarkOf<Dimension extends string>(rows: Pick<Scan<Dimension>, 'fact' | 'by' | 'where'>): string | null {
  const { fact, by, where } = rows
  return fact.unless && !isLifted(fact, askedOf(by, where)) ? fact.unless.inWords : null
}

/** The tables and conditions of a fact's rows, shared by figures and by the lists of the records behind them. */
export function rowsOf<Dimension extends string>(
  fact: Fact<Dimension>,
  where: readonly FactCondition<Dimension>[],
  by: readonly Dimension[] = [],
): { readonly from: SQL; readonly where: SQL[] } {
  const asked = askedOf(by, where)
  const joins = joinsFor({ fact, by, where }).map((join) => join.sql)
  return {
    from: sql.join([fact.from, ...joins], sql` `),
    where: [
      ...(fact.unless && !isLifted(fact, asked) ? [fact.unless.where] : []),
      ...where.map(({ dimension, holds }) => holds(reach(fact, dimension).key)),
    ],
  }
}

/** Place of the bucket, tables and conditions of a fact's rows on one side. */
function timed<Dimension extends string>({ fact, side, by, where }: Scan<Dimension>) {
  const rows = rowsOf(fact, where, by)
  const { timing } = fact
  if (timing.kind === 'on') {
    const day = sql`${timing.day}`
    const bounds = [day, ...(timing.sameDays ?? [])].flatMap((each) => within(sql`${each}`, side.range))
    return { place: placeOf(day, side), from: rows.from, where: [...bounds, ...rows.where] }
  }
  const counts =
    timing.kind === 'asOf'
      ? timing.counts(rowWindow.to)
      : sql`${timing.first} <= ${rowWindow.to} and ${timing.last} >= ${rowWindow.from}`
  return {
    place: name('w.place'),
    from: sql`${windowRows(side.windows)} cross join ${rows.from}`,
    where: [counts, ...rows.where],
  }
}

const keys = (count: number): SQL[] => Array.from({ length: count }, (_, index) => name(`key${index}`))
const numbered = (count: number): SQL => commas(Array.from({ length: count }, (_, index) => name(String(index + 1))))

/** The scan as two queries over one common table: its rows by member and bucket, and its total. */
export function compileScan<Dimension extends string>(
  scan: Scan<Dimension>,
): {
  readonly name: string
  readonly body: SQL
  readonly rows: SQL
  readonly total: SQL
  readonly values: readonly {
    readonly column: string
    readonly row: SQL
    readonly total: SQL
    readonly rowCount: SQL
    readonly count: SQL
  }[]
} {
  const { fact, by, side, columns } = scan
  const { place, from, where } = timed(scan)
  const table = `scan${scan.id}`
  const grouped = columns.flatMap(({ source }) => (source.kind === 'grouped' ? [source] : []))
  const [group] = grouped
  const members = by.map((dimension, index) => sql`${reach(fact, dimension).key} as ${name(`key${index}`)}`)
  const per = (group?.per ?? []).map((expression, index) => sql`${expression} as ${name(`per${index}`)}`)
  const split = [...members, sql`${place} as place`, ...per]
  const parts = columns.flatMap(({ column, source }) => columnsOf(column, source))
  const condition = group?.where === undefined ? where : [...where, sql`${group.where}`]
  const body = sql`select ${commas([...split, ...parts])}
    from ${from}
    where ${and(condition)}
    group by ${numbered(split.length)}`
  const isAsOf = fact.timing.kind === 'asOf'
  const lastPlace = side.windows.at(-1)?.place ?? 0
  const total = isAsOf ? sql`place = ${sql.raw(String(lastPlace))}` : sql`true`
  const whole = isAsOf ? windowOf(side.windows.at(-1) ?? side.range) : windowOf(side.range)
  const rowDays = windowAt(name('place'), side.windows)
  const regrouped = sql`(select ${commas([
    ...(group?.per ?? []).map((_, index) => name(`per${index}`)),
    ...columns.flatMap(({ column, source }) => regroupedColumns(column, source)),
  ])} from ${name(table)} where ${total} group by ${numbered(group?.per.length ?? 0)}) regrouped`
  return {
    name: table,
    body,
    rows: group
      ? sql`from ${name(table)} where place is not null group by ${commas([...keys(by.length), name('place')])}`
      : sql`from ${name(table)} where place is not null`,
    total: group ? sql`from ${regrouped}` : sql`from ${name(table)} where ${total}`,
    values: columns.map(({ column, source }) =>
      source.kind === 'sum'
        ? {
            column,
            row: name(column),
            total: sql`sum(${name(column)})`,
            rowCount: name(`${column}_facts`),
            count: sql`sum(${name(`${column}_facts`)})`,
          }
        : {
            column,
            row: source.aggregate(groupColumns(column, source), rowDays),
            total: source.aggregate(groupColumns(column, source), whole),
            rowCount: sql`sum(${name(`${column}_facts`)})`,
            count: sql`sum(${name(`${column}_facts`)})`,
          },
    ),
  }
}

function columnsOf<Dimension extends string>(column: string, source: Source<Dimension>): SQL[] {
  return source.kind === 'sum' ? sumColumns(column, source, rowWindow) : groupedColumns(column, source)
}

function sumColumns<Dimension extends string>(column: string, { value, where }: Sum<Dimension>, window: WindowSql): SQL[] {
  const only = where === undefined ? sql`` : sql` filter (where ${where})`
  return [sql`sum(${value(window)})${only} as ${name(column)}`, sql`count(*)${only} as ${name(`${column}_facts`)}`]
}

function groupedColumns<Dimension extends string>(column: string, { sums, same }: Grouped<Dimension>): SQL[] {
  return [
    ...(sums === undefined ? [] : [sql`sum(${sums}) as ${name(`${column}_sum`)}`]),
    ...(same === undefined ? [] : [sql`min(${same}) as ${name(`${column}_same`)}`]),
    sql`count(*) as ${name(`${column}_facts`)}`,
  ]
}

function regroupedColumns<Dimension extends string>(column: string, source: Source<Dimension>): SQL[] {
  if (source.kind === 'sum') return []
  return [
    ...(source.sums === undefined ? [] : [sql`sum(${name(`${column}_sum`)}) as ${name(`${column}_sum`)}`]),
    ...(source.same === undefined ? [] : [sql`min(${name(`${column}_same`)}) as ${name(`${column}_same`)}`]),
    sql`sum(${name(`${column}_facts`)}) as ${name(`${column}_facts`)}`,
  ]
}

const groupColumns = <Dimension extends string>(column: string, { per }: Grouped<Dimension>): GroupSql => ({
  per: per.map((_, index) => name(`per${index}`)),
  sum: name(`${column}_sum`),
  same: name(`${column}_same`),
})
