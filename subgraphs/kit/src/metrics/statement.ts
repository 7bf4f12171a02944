import { type SQL, sql } from 'drizzle-orm'
import { cellColumns, cellParts, changeParts, knownFacts } from './cells.ts'
import type { Layout } from './columns.ts'
import { boundsOf, limits } from './plan.ts'
import type { MetricsQuery } from './query.ts'
import type { Resolved } from './resolved.ts'
import { type CompiledPart, type CompiledScan, compileScan } from './scan.ts'
import { and, commas, list, name, unionAll } from './sql.ts'
import type { MetricWithheld, WithheldCells } from './withholding.ts'

/**
 * One statement for a whole table: a scan per fact, their rows laid beside each other by member and bucket, cells out of
 * their raw parts, then order and limit. The first row of the result is the totals.
 */
export function compileTable<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  { scans, metrics }: Layout<Metric, Dimension>,
  withheld: ReadonlyMap<Metric, MetricWithheld>,
): SQL {
  const { query } = resolved
  const asked = [...metrics.keys()]
  const keys = (query.by ?? []).map((_, index) => name(`key${index}`))
  const compiled = scans.map(compileScan)
  const split = commas([name('total'), name('place'), ...keys])
  const keptBack = asked.map((metric, index) => keptBackOf(withheld.get(metric), keys, index))
  const known = knownFacts()
  const cells = [...metrics].flatMap(([metric, own], index) =>
    cellParts(resolved, metric, own, keptBack[index] ?? { value: null, previous: null }, known.of, index),
  )
  const changes = [...metrics.values()].flatMap(changeParts)
  const kept = [sql`not total`, ...having(resolved, asked)]
  if (query.first != null) kept.push(...keys.map((key) => sql`${key} <> ''`))
  const tables = compiled.map((scan) => sql`${name(scan.name)} as (\n    ${scan.body})`)
  return sql`with ${commas([...tables, ...known.tables()])},
  parts as (
    select * from (
    ${unionAll(compiled.flatMap(({ parts }) => parts.flatMap((part) => partsOf(part, compiled, keys))))}) parts
    where total or ${holdsFacts(compiled)}),
  merged as (
    ${mergedParts(resolved, compiled, keys)}),
  cells as (
    select ${commas([split, ...cells])} from merged ${sql.join(
      keptBack.flatMap((each) => each.joins),
      sql` `,
    )}),
  compared as (
    select ${commas([sql`*`, ...changes])} from cells),
  ${shownRows(resolved, asked, and(kept))}`
}

/** The rows of the answer, in their order; the first one is the totals. */
function shownRows<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  asked: readonly Metric[],
  kept: SQL,
): SQL {
  const { query } = resolved
  const byFigure = query.orderBy?.metric != null
  const { names, joins } = memberNames(resolved, { oneByOne: byFigure })
  const most = sql.raw(String(query.first ?? resolved.mostRows ?? limits.rowsByDefault))
  // Of many members only those that may be shown are named, where the order is by a figure: names tell equals apart.
  const among = byFigure
    ? sql`ranked as (
    select *, rank() over (order by ${orderOfFigure(query.orderBy, asked)}) as rank from compared where ${kept}),
  candidates as (
    select * from ranked where rank <= ${most})`
    : sql`candidates as (
    select *, 0::bigint as rank from compared where ${kept})`
  return sql`${among},
  named as (
    select ${commas([sql`candidates.*`, ...names])} from candidates ${sql.join([...joins], sql` `)}),
  kept as (
    select *, row_number() over (order by ${order(resolved, asked)}) as ordinal, (select count(*) from compared where ${kept}) as row_count
    from named)
  select *, ${commas([sql`0::bigint as rank`, ...names.map((_, index) => sql`null as ${name(`name${index}`)}`), sql`0 as ordinal`, sql`0 as row_count`])},
    ${lag(resolved)} as lag from compared where total
  union all
  select *, null from kept where ordinal <= ${most}
  order by ordinal`
}

const figuresOf = (compiled: readonly CompiledScan[]) => compiled.flatMap(({ parts }) => parts.flatMap(({ figures }) => figures))

/** The columns of all scans: each figure, and how many facts are behind it. */
const figureColumns = (compiled: readonly CompiledScan[]): SQL[] =>
  figuresOf(compiled).flatMap(({ column }) => [name(column), name(`${column}_facts`)])

/**
 * Whether a part stands for any fact of its figures. Scans are shared, so one may meet members that no fact of its figures
 * has: won opportunities, where lost ones are split by the reason. Those make no row.
 */
const holdsFacts = (compiled: readonly CompiledScan[]): SQL =>
  sql`greatest(${commas(figuresOf(compiled).map(({ column }) => name(`${column}_facts`)))}) > 0`

/** A part's rows and its totals, with nothing in the columns of the others. Facts without a member have an empty key. */
function partsOf(part: CompiledPart, compiled: readonly CompiledScan[], keys: readonly SQL[]): SQL[] {
  const columns = (kind: 'row' | 'total') =>
    figuresOf(compiled).flatMap((figure) => {
      const [value, facts] = kind === 'row' ? [figure.row, figure.rowFacts] : [figure.total, figure.totalFacts]
      const own = (expression: SQL) => (part.figures.includes(figure) ? sql`(${expression})::numeric` : sql`null::numeric`)
      return [sql`${own(value)} as ${name(figure.column)}`, sql`${own(facts)} as ${name(`${figure.column}_facts`)}`]
    })
  const members = keys.map((key) => sql`coalesce(${key}::text, '') as ${key}`)
  const everyone = keys.map((key) => sql`null::text as ${key}`)
  return [
    sql`select false as total, ${part.place} as place, ${commas([...members, ...columns('row')])} ${part.rows}`,
    sql`select true as total, null::int as place, ${commas([...everyone, ...columns('total')])} ${part.totals}`,
  ]
}

/** What all scans say of each member and bucket, in one row. */
function mergedParts<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  compiled: readonly CompiledScan[],
  keys: readonly SQL[],
): SQL {
  const split = commas([name('total'), name('place'), ...keys])
  const isFramed = keys.length === 0 || resolved.query.grain != null
  const [, second] = compiled.flatMap(({ parts }) => parts)
  // One part has each member and bucket once.
  if (second === undefined && !isFramed) return sql`select * from parts`
  return sql`select ${commas([split, ...figureColumns(compiled).map((column) => sql`max(${column}) as ${column}`)])}
    from ${isFramed ? withEmptyRows(resolved, compiled, keys) : sql`parts`} group by ${split}`
}

/** The parts, and a row of nothing for each member and bucket; without split and grain, for the one row that there is. */
function withEmptyRows<Metric extends string, Dimension extends string>(
  { current }: Resolved<Metric, Dimension>,
  compiled: readonly CompiledScan[],
  keys: readonly SQL[],
): SQL {
  const members = keys.length === 0 ? sql`(select)` : sql`(select distinct ${commas(keys)} from parts where not total)`
  const nothing = figureColumns(compiled).map(() => sql`null::numeric`)
  return sql`(select * from parts union all
      select false, place::int, ${commas([...keys, ...nothing])}
      from ${members} members cross join generate_series(1, ${sql.raw(String(current.windows.length))}) as place) framed`
}

/** How rows are told whose cell of a metric is kept back. */
function keptBackOf(withheld: MetricWithheld | undefined, keys: readonly SQL[], index: number) {
  const joins: SQL[] = []
  const condition = (cells: WithheldCells | null | undefined, part: string): SQL | null => {
    if (cells == null) return null
    const alias = name(`${part}${index}`)
    const columns = keys.map((_, key) => name(`withheld_key${key}`))
    const places = list(
      cells.rows.map(({ place }) => place),
      'int',
    )
    const members = keys.map((_, key) =>
      list(
        cells.rows.map((row) => row.keys[key] ?? ''),
        'text',
      ),
    )
    const on = keys.map((key, at) => sql`${alias}.${columns[at]} = ${key}`)
    joins.push(sql`left join unnest(${commas([places, ...members])}) as ${alias} (${commas([name('withheld_place'), ...columns])})
      on ${and([sql`not total`, sql`${alias}.withheld_place = place`, ...on])}`)
    return sql`(${alias}.withheld_place is not null or (total and ${sql.raw(String(cells.totals))}))`
  }
  return { value: condition(withheld?.value, 'few'), previous: condition(withheld?.previous, 'few_before'), joins }
}

/** Milliseconds since the projections that are read were last written to; as many as fit into 32 bits. */
function lag<Metric extends string, Dimension extends string>({ catalogue, query, where }: Resolved<Metric, Dimension>): SQL {
  const dimensions = [...(query.by ?? []), ...where.map(({ dimension }) => dimension)]
  const ages = dimensions.flatMap((dimension) => {
    const { projectedAt, members } = catalogue.dimensions[dimension]
    const [source] = members
    return projectedAt && source ? [sql`(select extract(epoch from now() - max(${projectedAt})) from ${source.table})`] : []
  })
  return ages.length === 0 ? sql`null::bigint` : sql`least(1000 * greatest(${commas(ages)}), 2147483647)::bigint`
}

/**
 * Names of the members, as columns and what they are joined by. `oneByOne`: each is looked up by itself, for few members of
 * many, whom no plan that is kept could tell from many.
 */
function memberNames<Metric extends string, Dimension extends string>(
  { catalogue, query }: Resolved<Metric, Dimension>,
  { oneByOne }: { oneByOne: boolean },
) {
  const names: SQL[] = []
  const joins: SQL[] = []
  for (const [index, dimension] of (query.by ?? []).entries()) {
    const { kind, members } = catalogue.dimensions[dimension]
    const key = name(`key${index}`)
    const column = name(`name${index}`)
    const [source] = members
    if (kind !== 'entity' || source?.id === undefined) {
      names.push(sql`nullif(${key}, '') as ${column}`)
    } else if (oneByOne) {
      names.push(sql`(select ${source.value} from ${source.table} where ${source.id} = nullif(${key}, '')::uuid) as ${column}`)
    } else {
      const alias = name(`names${index}`)
      joins.push(sql`left join (select ${source.id} as id, ${source.value} as name from ${source.table}) ${alias}
        on ${alias}.id = nullif(${key}, '')::uuid`)
      names.push(sql`${alias}.name as ${column}`)
    }
  }
  return { names, joins }
}

function having<Metric extends string>({ query }: Resolved<Metric, string>, metrics: readonly Metric[]): SQL[] {
  return (query.having ?? []).flatMap((threshold) => {
    const value = name(cellColumns(metrics.indexOf(threshold.metric)).value)
    return boundsOf(threshold).map(({ operator, bound }) => sql`${value} ${sql.raw(operator)} ${bound}::numeric`)
  })
}

function order<Metric extends string>({ query }: Resolved<Metric, string>, metrics: readonly Metric[]): SQL {
  const { orderBy } = query
  const byKey = (direction: SQL) => [
    ...(query.by ?? []).flatMap((_, index) => [
      sql`${name(`name${index}`)} ${direction} nulls last`,
      sql`${name(`key${index}`)} ${direction}`,
    ]),
    sql`place ${direction}`,
  ]
  if (orderBy == null) return commas(byKey(sql`asc`))
  if (orderBy.metric == null) return commas(byKey(directionOf(orderBy)))
  return commas([orderOfFigure(orderBy, metrics), ...byKey(sql`asc`)])
}

const directionOf = ({ direction }: NonNullable<MetricsQuery<string, string>['orderBy']>): SQL =>
  direction === 'ASC' ? sql`asc` : sql`desc`

/** By what a cell shows; rows without it come last. */
function orderOfFigure<Metric extends string>(
  orderBy: NonNullable<MetricsQuery<Metric, string>['orderBy']>,
  metrics: readonly Metric[],
): SQL {
  const columns = cellColumns(orderBy.metric == null ? 0 : metrics.indexOf(orderBy.metric))
  const parts = { VALUE: columns.value, CHANGE: columns.change, CHANGE_RATIO: columns.changeRatio }
  return sql`${name(parts[orderBy.of ?? 'VALUE'])} ${directionOf(orderBy)} nulls last`
}
