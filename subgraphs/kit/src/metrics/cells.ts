import { type SQL, sql } from 'drizzle-orm'
import { type Column, columnsOf, type Figure, type MetricFigures } from './columns.ts'
import type { Measure, WindowSql } from './definition.ts'
import type { Resolved } from './resolved.ts'
import { commas, name } from './sql.ts'
import { type Side, windowAt, windowOf } from './windows.ts'

/** The names of a metric's columns in the statement's result. */
export const cellColumns = (index: number) => ({
  value: `value${index}`,
  previous: `previous${index}`,
  target: `target${index}`,
  change: `change${index}`,
  changeRatio: `change_ratio${index}`,
  facts: `facts${index}`,
  withheld: `withheld${index}`,
})

/** Whether the company has any facts of a kind, as a column that is worked out once. */
export type KnownFacts = (known: SQL) => SQL

/** Columns for the kinds of facts that are asked about, and the table that holds them, if there are any. */
export function knownFacts(): { of: KnownFacts; tables: () => SQL[] } {
  const columns = new Map<SQL, SQL>()
  return {
    of: (known) => {
      const column = columns.get(known) ?? name(`known${columns.size}`)
      columns.set(known, column)
      return sql`(select ${column} from known)`
    },
    tables: () =>
      columns.size === 0
        ? []
        : [sql`known as (select ${commas([...columns].map(([known, column]) => sql`${known} as ${column}`))})`],
  }
}

/** What the measure gives in a cell: zero where it counts or sums over nothing, nothing where it isn't known at all. */
function cell<Dimension extends string>(
  measure: Measure<Dimension>,
  { name: column, places, known: any }: Column,
  all: number,
  known: KnownFacts,
): SQL {
  const figure = name(column)
  if (measure.empty === 'absent') return sql`${figure}`
  // Facts without the amount that is summed give no sum: that is unknown, not zero.
  const zero = sql`case when coalesce(${name(`${column}_facts`)}, 0) = 0 and ${known(any)} then 0 end`
  const value = sql`coalesce(${figure}, ${zero})`
  if (places.length === all) return value
  if (places.length === 0) return sql`null::numeric`
  return sql`case when total or place in (${sql.raw(places.join(', '))}) then ${value} end`
}

/** A figure out of the columns of its measures. */
function figureValue<Dimension extends string>(figure: Figure<Dimension>, all: number, known: KnownFacts): SQL {
  if (figure.kind === 'column') return sql`(${cell(figure.measure, figure.column, all, known)})`
  const parts = Object.entries(figure.parts).map(([part, each]) => [part, figureValue(each, all, known)] as const)
  return sql`(${figure.value(Object.fromEntries(parts), cellWindow(figure.side))})`
}

/** The days of the cell that a row holds. */
function cellWindow({ range, windows }: Side): WindowSql {
  const whole = windowOf(range)
  const bucket = windowAt(name('place'), windows)
  const days = (end: 'from' | 'to') => sql`case when total then ${whole[end]} else ${bucket[end]} end`
  return { from: sql`(${days('from')})`, to: sql`(${days('to')})` }
}

/** How many facts are behind a figure; those that it takes as of several days count once. */
function factsBehind<Dimension extends string>(figure: Figure<Dimension>): SQL {
  const bySource = Map.groupBy(columnsOf(figure), ({ source }) => source)
  const counts = [...bySource.values()].map(
    (columns) => sql`greatest(${commas(columns.map(({ column }) => name(`${column.name}_facts`)))})`,
  )
  return sql.join(
    counts.map((count) => sql`coalesce(${count}, 0)`),
    sql` + `,
  )
}

/** The cells of a metric that are kept back, as conditions on the table's rows; null where none can be. */
export interface KeptBack {
  readonly value: SQL | null
  readonly previous: SQL | null
}

/** A metric's cell out of the columns of its measures. */
export function cellParts<Metric extends string, Dimension extends string>(
  { catalogue, current }: Resolved<Metric, Dimension>,
  metric: Metric,
  { value, previous, standard }: MetricFigures<Dimension>,
  keptBack: KeptBack,
  known: KnownFacts,
  index: number,
): SQL[] {
  const all = current.windows.length
  const columns = cellColumns(index)
  const shown = (figure: Figure<Dimension> | null, unless: SQL | null = null) => {
    const found = figure === null ? sql`null::numeric` : figureValue(figure, all, known)
    return unless === null ? found : sql`case when not ${unless} then ${found} end`
  }
  // A ratio is about what it divides by: an order value about orders.
  const about = catalogue.metrics[metric].kind === 'ratio' && value.kind === 'formula' ? (value.parts['to'] ?? value) : value
  return [
    sql`${shown(value, keptBack.value)} as ${name(columns.value)}`,
    sql`${shown(previous, keptBack.previous)} as ${name(columns.previous)}`,
    sql`${shown(standard)} as ${name(columns.target)}`,
    sql`${factsBehind(about)} as ${name(columns.facts)}`,
    sql`${keptBack.value ?? sql`false`} as ${name(columns.withheld)}`,
  ]
}

/** Change against what the figure is held against; as a fraction of its size, so that a rise is positive from below zero too. */
export function changeParts({ standard }: MetricFigures<string>, index: number): SQL[] {
  const columns = cellColumns(index)
  const base = name(standard === null ? columns.previous : columns.target)
  const change = sql`${name(columns.value)} - ${base}`
  return [sql`${change} as ${name(columns.change)}`, sql`(${change}) / nullif(abs(${base}), 0) as ${name(columns.changeRatio)}`]
}
