import { type Measure, measuresOf, type Source } from './definition.ts'
import { neededMetrics, targetOf } from './plan.ts'
import type { Resolved } from './resolved.ts'
import type { Scan } from './scan.ts'
import { type Side, upToToday } from './windows.ts'

/** A column of figures that a scan fills. */
export interface Column {
  readonly name: string
  /** Places of the buckets that have a figure at all. */
  readonly places: readonly number[]
}

/** The columns that make up a metric's cells: one per measure, in the order of `measuresOf`. */
export interface MetricColumns {
  readonly values: readonly Column[]
  readonly previous: readonly Column[] | null
  readonly target: Column | null
}

/** The smallest source that reaches every dimension asked for. */
export function sourceFor<Dimension extends string>(measure: Measure<Dimension>, asked: readonly Dimension[]): Source<Dimension> {
  const found = measure.sources.find(({ fact }) => asked.every((dimension) => fact.dimensions[dimension] !== undefined))
  if (found === undefined) throw new TypeError(`No source reaches ${asked.join(', ')}.`)
  return found
}

/** Whether two sources can be computed in one scan: from the same rows, by the same groups if any. Sums go with any groups. */
function shareRows<Dimension extends string>(a: Source<Dimension>, b: Source<Dimension>): boolean {
  if (a.fact !== b.fact) return false
  if (a.kind === 'grouped' && b.kind === 'grouped') return a.per === b.per && a.where === b.where
  return [a, b].every((source) => source.kind === 'sum' || source.where === undefined)
}

interface OpenScan<Dimension extends string> extends Scan<Dimension> {
  readonly columns: { column: string; source: Source<Dimension> }[]
}

/** Which scans fill the columns of every metric needed. */
export interface Layout<Metric extends string, Dimension extends string> {
  readonly scans: readonly Scan<Dimension>[]
  readonly metrics: ReadonlyMap<Metric, MetricColumns>
  /** The scans behind a metric's own figures. */
  scansOf(metric: Metric): readonly Scan<Dimension>[]
}

/** Decides which scans fill the columns of every metric needed. Figures over the same rows of a fact share one scan. */
export function layOut<Metric extends string, Dimension extends string>(
  resolved: Resolved<Metric, Dimension>,
): Layout<Metric, Dimension> {
  const { catalogue, query, asOf } = resolved
  const by = query.by ?? []
  const scans: OpenScan<Dimension>[] = []
  let count = 0

  function fill(measure: Measure<Dimension>, metric: Metric, whole: Side): Column {
    const where = resolved.where.filter((condition) => condition.limits(metric))
    const source = sourceFor(measure, [...by, ...where.map(({ dimension }) => dimension)])
    const side = source.fact.timing.kind === 'asOf' ? upToToday(whole, asOf) : whole
    const places = side.windows.map(({ place }) => place)
    let scan = scans.find(
      (each) =>
        each.whole === whole &&
        each.where.length === where.length &&
        each.where.every((condition, index) => condition === where[index]) &&
        each.columns.every((other) => shareRows(other.source, source)),
    )
    if (scan === undefined) {
      scan = { id: scans.length, fact: source.fact, side, whole, by, where, columns: [] }
      scans.push(scan)
    }
    const there = scan.columns.find((each) => each.source === source)
    if (there) return { name: there.column, places }
    const column = `figure${count}`
    count += 1
    scan.columns.push({ column, source })
    return { name: column, places }
  }

  const metrics = new Map<Metric, MetricColumns>()
  for (const metric of neededMetrics(query)) {
    const measures = measuresOf(catalogue.metrics[metric])
    const target = query.compare === 'TARGET' ? targetOf(catalogue, metric) : undefined
    const { previous } = resolved
    metrics.set(metric, {
      values: measures.map((measure) => fill(measure, metric, resolved.current)),
      previous: previous && measures.map((measure) => fill(measure, metric, previous)),
      target: target === undefined ? null : fill(target, metric, resolved.current),
    })
  }
  return {
    scans,
    metrics,
    scansOf: (metric) => {
      const own = new Set(metrics.get(metric)?.values.map(({ name }) => name))
      return scans.filter(({ columns }) => columns.some(({ column }) => own.has(column)))
    },
  }
}
