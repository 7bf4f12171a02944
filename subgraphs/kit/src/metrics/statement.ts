import { type SQL, sql } from 'drizzle-orm'
import type { Column, Layout, MetricColumns } from './columns.ts'
import { type Measure, measuresOf } from './definition.ts'
import { boundsOf, limits } from './plan.ts'
import type { Resolved } from './resolved.ts'
import { compileScan } from './scan.ts'
import { and, commas, name, unionAll } from './sql.ts'

/** The names of a metric's columns in the statement's result. */
export const cellColumns = (index: number) => ({
  value: `value${index}`,
  previous: `previous${index}`,
  target: `target${index}`,
  change: `change${index}`,
  changeRatio: `change_ratio${index}`,
  facts: `facts${index}`,
})

/**
 * One statement for a whole table: a scan per fact, their rows laid beside each other by member and bucket, cells out of
 * their raw parts, then order and limit. The first row of the result is the totals.
 */
export function compileTable<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
  { scans, metrics }: Layout<Metric, Dimension>,
): SQL {
  const { query } = resolved
  const by = query.by ?? []
  const keys = by.map((_, index) => name(`key${index}`))
  const compiled = scans.map(compileScan)
  const columns = compiled.flatMap(({ values }) => values.flatMap(({ column }) => [column, `${column}_facts`]))

  const parts = compiled.flatMap((scan) => {
    const own = new Map(
      scan.values.flatMap(({ column, row, total, count, rowCount }) => [
        [column, { row, total }] as const,
        [`${column}_facts`, { row: rowCount, total: count }] as const,
      ]),
    )
    const figures = (part: 'row' | 'total') =>
      columns.map((column) => sql`(${own.get(column)?.[part] ?? sql`null`})::numeric as ${name(column)}`)
    const memberKeys = keys.map((key) => sql`coalesce(${key}::text, '') as ${key}`)
    const noKeys = keys.map((key) => sql`null::text as ${key}`)
    return [
      sql`select false as total, place, ${commas([...memberKeys, ...figures('row')])} ${scan.rows}`,
      sql`select true as total, null::int as place, ${commas([...noKeys, ...figures('total')])} ${scan.total}`,
    ]
  })
  const split = commas([name('total'), name('place'), ...keys])
  const places = resolved.current.windows.length
  const members =
    by.length === 0 ? sql`(select) members` : sql`(select distinct ${commas(keys)} from parts where not total) members`
  const frame = sql`select false as total, place::int, ${commas([...keys, ...columns.map((column) => sql`null::numeric as ${name(column)}`)])}
    from ${members} cross join generate_series(1, ${sql.raw(String(places))}) as place`
  // Without a split and without a grain the one row is there even if it holds nothing.
  const needsFrame = by.length === 0 || query.grain != null
  const all = needsFrame ? sql`(select * from parts union all ${frame}) framed` : sql`parts`
  const merged = sql`select ${commas([split, ...columns.map((column) => sql`max(${name(column)}) as ${name(column)}`)])}
    from ${all} group by ${split}`

  const needed = [...metrics]
  const cells = needed.flatMap(([metric, own], index) => cellParts(resolved, metric, own, index))
  const changes = needed.flatMap(([, own], index) => changeParts(own, index))
  const { names, joins } = memberNames(resolved)
  const kept = [sql`not total`, ...having(resolved, [...metrics.keys()])]
  if (query.first != null) kept.push(...keys.map((key) => sql`${key} <> ''`))
  return sql`with ${commas(
    compiled.map(
      (scan) => sql`${name(scan.name)} as (
    ${scan.body})`,
    ),
  )},
  parts as (
    ${unionAll(parts)}),
  merged as (
    ${merged}),
  cells as (
    select ${commas([split, ...names, ...cells])} from merged ${sql.join(joins, sql` `)}),
  compared as (
    select ${commas([sql`*`, ...changes])} from cells),
  kept as (
    select *, row_number() over (order by ${order(resolved, [...metrics.keys()])}) as ordinal, count(*) over () as row_count
    from compared where ${and(kept)})
  select *, 0 as ordinal, 0 as row_count, ${lag(resolved)} as lag from compared where total
  union all
  select *, null from kept where ordinal <= ${sql.raw(String(query.first ?? limits.rowsByDefault))}
  order by ordinal`
}

/** What the measure gives in a cell: zero where it counts or sums over nothing, nothing where it isn't known at all. */
function cell<Dimension extends string>(measure: Measure<Dimension>, { name: column, places }: Column, all: number): SQL {
  const figure = name(column)
  if (measure.empty === 'absent') return sql`${figure}`
  // Facts without the amount that is summed give no sum: that is unknown, not zero.
  const zero = sql`case when coalesce(${name(`${column}_facts`)}, 0) = 0 and (select ${measure.sources[0].fact.known}) then 0 end`
  const value = sql`coalesce(${figure}, ${zero})`
  if (places.length === all) return value
  if (places.length === 0) return sql`null::numeric`
  return sql`case when total or place in (${sql.raw(places.join(', '))}) then ${value} end`
}

function metricValue<Dimension extends string>(
  measures: readonly Measure<Dimension>[],
  columns: readonly Column[],
  all: number,
): SQL {
  const [of, to] = measures.map((measure, index) => {
    const column = columns[index]
    if (column === undefined) throw new TypeError('A measure without a column.')
    return cell(measure, column, all)
  })
  if (of === undefined) throw new TypeError('A metric without a measure.')
  return to === undefined ? of : sql`${of} / nullif(${to}, 0)`
}

function cellParts<Metric extends string, Dimension extends string>(
  { catalogue, current }: Resolved<Metric, Dimension>,
  metric: Metric,
  { values, previous, target }: MetricColumns,
  index: number,
): SQL[] {
  const definition = catalogue.metrics[metric]
  const measures = measuresOf(definition)
  const all = current.windows.length
  const columns = cellColumns(index)
  const facts = values.at(-1)
  return [
    sql`${metricValue(measures, values, all)} as ${name(columns.value)}`,
    sql`${previous === null ? sql`null::numeric` : metricValue(measures, previous, all)} as ${name(columns.previous)}`,
    sql`${target === null || definition.target === undefined ? sql`null::numeric` : cell(definition.target, target, all)} as ${name(columns.target)}`,
    sql`${facts === undefined ? sql`null::numeric` : name(`${facts.name}_facts`)} as ${name(columns.facts)}`,
  ]
}

/** Change against what the figure is held against; as a fraction of its size, so that a rise is positive from below zero too. */
function changeParts({ target }: MetricColumns, index: number): SQL[] {
  const columns = cellColumns(index)
  const base = name(target === null ? columns.previous : columns.target)
  const change = sql`${name(columns.value)} - ${base}`
  return [sql`${change} as ${name(columns.change)}`, sql`(${change}) / nullif(abs(${base}), 0) as ${name(columns.changeRatio)}`]
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

/** Names of the members, beside their keys. */
function memberNames<Metric extends string, Dimension extends string>({ catalogue, query }: Resolved<Metric, Dimension>) {
  const names: SQL[] = []
  const joins: SQL[] = []
  for (const [index, dimension] of (query.by ?? []).entries()) {
    const { kind, members } = catalogue.dimensions[dimension]
    const key = name(`key${index}`)
    const [source] = members
    if (kind === 'entity' && source?.id !== undefined) {
      const alias = name(`names${index}`)
      joins.push(sql`left join (select ${source.id} as id, ${source.value} as name from ${source.table}) ${alias}
        on ${alias}.id = nullif(${key}, '')::uuid`)
      names.push(sql`${alias}.name as ${name(`name${index}`)}`)
    } else {
      names.push(sql`nullif(${key}, '') as ${name(`name${index}`)}`)
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
  const direction = orderBy?.direction === 'ASC' ? sql`asc` : sql`desc`
  if (orderBy == null) return commas(byKey(sql`asc`))
  if (orderBy.metric == null) return commas(byKey(direction))
  const columns = cellColumns(metrics.indexOf(orderBy.metric))
  const parts = { VALUE: columns.value, CHANGE: columns.change, CHANGE_RATIO: columns.changeRatio }
  return commas([sql`${name(parts[orderBy.of ?? 'VALUE'])} ${direction} nulls last`, ...byKey(sql`asc`)])
}
