import { type SQL, sql } from 'drizzle-orm'
import type { Column, MetricColumns } from './columns.ts'
import { type Measure, measuresOf } from './definition.ts'
import type { Resolved } from './resolved.ts'
import { name } from './sql.ts'

/** The names of a metric's columns in the statement's result. */
export const cellColumns = (index: number) => ({
  value: `value${index}`,
  previous: `previous${index}`,
  target: `target${index}`,
  change: `change${index}`,
  changeRatio: `change_ratio${index}`,
  facts: `facts${index}`,
})

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

/** A metric's cell out of the columns of its measures. */
export function cellParts<Metric extends string, Dimension extends string>(
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
export function changeParts({ target }: MetricColumns, index: number): SQL[] {
  const columns = cellColumns(index)
  const base = name(target === null ? columns.previous : columns.target)
  const change = sql`${name(columns.value)} - ${base}`
  return [sql`${change} as ${name(columns.change)}`, sql`(${change}) / nullif(abs(${base}), 0) as ${name(columns.changeRatio)}`]
}
