import { type SQL, sql } from 'drizzle-orm'
import { type Expression, type Fact, type Measure, measuresOf, type Shift, type Source, type WindowSql } from './definition.ts'
import { isAsOfADay } from './fact-rows.ts'
import { neededMetrics, standardOf } from './plan.ts'
import type { Resolved } from './resolved.ts'
import { rolledUp } from './rollups.ts'
import type { Scan, ScanPart } from './scan.ts'
import { framed, type JoinedSides, joined, type Side, shifted, upToToday } from './windows.ts'

/** A column of figures that a scan fills. */
export interface Column {
  readonly name: string
  /** Places of the buckets that have a figure at all. */
  readonly places: readonly number[]
  /** Whether there are any such facts at all. */
  readonly known: SQL
}

/** A figure in a cell: a measure's column, by the facts that it is about; or what is computed out of others. */
export type Figure<Dimension extends string> =
  | { readonly kind: 'column'; readonly measure: Measure<Dimension>; readonly source: Source<Dimension>; readonly column: Column }
  | {
      readonly kind: 'formula'
      readonly parts: Readonly<Record<string, Figure<Dimension>>>
      readonly value: (parts: Readonly<Record<string, SQL>>, window: WindowSql) => SQL
      /** The days that it is computed over. */
      readonly side: Side
    }

/** The figures that a metric's cells show. */
export interface MetricFigures<Dimension extends string> {
  readonly value: Figure<Dimension>
  readonly previous: Figure<Dimension> | null
  /** The budget, forecast or target that it is held against. */
  readonly standard: Figure<Dimension> | null
}

/** The columns that a figure is computed out of. */
export const columnsOf = <Dimension extends string>(
  figure: Figure<Dimension>,
): Extract<Figure<Dimension>, { kind: 'column' }>[] =>
  figure.kind === 'column' ? [figure] : Object.values(figure.parts).flatMap(columnsOf)

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
  readonly parts: (ScanPart & { readonly columns: { column: string; of: string }[] })[]
}

/** Which scans fill the columns of every metric needed. */
export interface Layout<Metric extends string, Dimension extends string> {
  readonly scans: readonly Scan<Dimension>[]
  readonly metrics: ReadonlyMap<Metric, MetricFigures<Dimension>>
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
  const sides = derivedSides(asOf)
  const kept = rolledUp(resolved.rollups)
  const grouped = factsOfGroups(resolved)
  const joins = (source: Source<Dimension>) => source.kind === 'sum' && !grouped.has(source.fact)
  let count = 0

  function fill(measure: Measure<Dimension>, metric: Metric, asked: Side): Figure<Dimension> {
    const where = resolved.where.filter((condition) => condition.limits(metric))
    const dimensions = [...by, ...where.map(({ dimension }) => dimension)]
    const ofFacts = sourceFor(measure, dimensions)
    // Whether a group is marked in the whole does not follow from its buckets.
    const whole = ofFacts.kind === 'grouped' && ofFacts.marks !== undefined ? sides.framed(asked) : asked
    const side = isAsOfADay(ofFacts.fact) ? sides.upToToday(whole) : whole
    const both = joins(ofFacts) ? sides.joined(ofFacts.fact, resolved) : null
    const atOnce = both !== null && (asked === resolved.current || asked === resolved.previous) ? both : null
    const read = atOnce?.side ?? side
    const source = kept(ofFacts, dimensions, read) ?? ofFacts
    // Of what the smallest source reads, or what is kept summed of it.
    const known = source === ofFacts ? measure.sources[0].fact.known : source.fact.known
    const places = side.windows.map(({ place }) => place).filter((place) => place > 0)
    const scan = scanOf(source, where, { read, whole: atOnce?.side ?? whole })
    const after = asked === resolved.previous ? (atOnce?.after ?? 0) : 0
    const column = columnOf(scan, source, { side, after })
    return { kind: 'column', measure, source: ofFacts, column: { name: column, places, known } }
  }

  /** The scan that reads the source's rows, an open one where it may share it. */
  function scanOf(source: Source<Dimension>, where: Scan<Dimension>['where'], { read, whole }: { read: Side; whole: Side }) {
    const open = scans.find(
      (each) =>
        each.whole === whole &&
        each.where.length === where.length &&
        each.where.every((condition, index) => condition === where[index]) &&
        each.columns.every((other) => shareRows(other.source, source)),
    )
    if (open !== undefined) return open
    const scan: OpenScan<Dimension> = {
      id: scans.length,
      fact: source.fact,
      side: read,
      whole,
      by,
      where,
      columns: [],
      parts: [],
    }
    scans.push(scan)
    return scan
  }

  /** What the source's figures on one side are called in the statement. */
  function columnOf(scan: OpenScan<Dimension>, source: Source<Dimension>, { side, after }: Omit<ScanPart, 'columns'>): string {
    const filled = scan.columns.find((each) => each.source === source) ?? { column: `figure${count}`, source }
    if (!scan.columns.includes(filled)) scan.columns.push(filled)
    const part = scan.parts.find((each) => each.after === after) ?? { side, after, columns: [] }
    if (!scan.parts.includes(part)) scan.parts.push(part)
    const there = part.columns.find(({ of }) => of === filled.column)
    if (there !== undefined) return there.column
    const column = `figure${count}`
    count += 1
    part.columns.push({ column, of: filled.column })
    return column
  }

  function lay(expression: Expression<Dimension>, metric: Metric, side: Side): Figure<Dimension> {
    switch (expression.kind) {
      case 'measure':
        return fill(expression, metric, side)
      case 'shifted':
        return lay(expression.of, metric, sides.shifted(side, expression.shift))
      case 'ratio': {
        const parts = { of: lay(expression.of, metric, side), to: lay(expression.to, metric, side) }
        return { kind: 'formula', parts, value: quotient, side }
      }
      case 'formula': {
        const parts = Object.entries(expression.parts).map(([name, part]) => [name, lay(part, metric, side)] as const)
        return { kind: 'formula', parts: Object.fromEntries(parts), value: expression.value, side: sides.upToToday(side) }
      }
    }
  }

  const metrics = new Map<Metric, MetricFigures<Dimension>>()
  for (const metric of neededMetrics(query)) {
    const definition = catalogue.metrics[metric]
    const standard = standardOf(definition, query.compare ?? null)
    const { current, previous } = resolved
    metrics.set(metric, {
      value: lay(definition, metric, current),
      previous: previous && lay(definition, metric, previous),
      standard: standard === undefined ? null : lay(standard, metric, current),
    })
  }
  return {
    scans,
    metrics,
    scansOf: (metric) => {
      const figures = metrics.get(metric)
      const own = new Set((figures === undefined ? [] : columnsOf(figures.value)).map(({ column }) => column.name))
      return scans.filter(({ columns }) => columns.some(({ column }) => own.has(column)))
    },
  }
}

/** Facts that are grouped for some figure: sums over them are read with their groups, on each side apart. */
function factsOfGroups<Metric extends string, Dimension extends string>({
  catalogue,
  query,
  where,
}: Resolved<Metric, Dimension>) {
  const sources = neededMetrics(query).flatMap((metric) => {
    const limiting = where.filter((condition) => condition.limits(metric))
    const dimensions = [...(query.by ?? []), ...limiting.map(({ dimension }) => dimension)]
    return measuresOf(catalogue.metrics[metric]).map((measure) => sourceFor(measure, dimensions))
  })
  return new Set(sources.filter(({ kind }) => kind === 'grouped').map(({ fact }) => fact))
}

const quotient = ({ of, to }: Readonly<Record<string, SQL>>): SQL => sql`${of} / nullif(${to}, 0)`

/** Sides derived from others, each made once, so that figures over the same days are seen to be. */
function derivedSides(asOf: string) {
  const made = new Map<Side, Map<string, Side>>()
  const both = new Map<boolean, { readonly sides: JoinedSides | null }>()
  const once = (side: Side, key: string, make: () => Side): Side => {
    const derived = made.get(side) ?? new Map<string, Side>()
    made.set(side, derived)
    const found = derived.get(key) ?? make()
    derived.set(key, found)
    return found
  }
  return {
    framed: (side: Side) => once(side, 'framed', () => framed(side)),
    /** The period and what it is compared with, where a fact's sums on both are read in one go. */
    joined: ({ timing }: Fact<string>, { current, previous }: Pick<Resolved<string, string>, 'current' | 'previous'>) => {
      if (previous === null || (timing.kind !== 'on' && timing.kind !== 'upTo')) return null
      const wholly = timing.kind === 'upTo'
      const cut = (side: Side) => (wholly ? upToToday(side, asOf) : side)
      const found = both.get(wholly) ?? { sides: joined(cut(current), cut(previous), { wholly }) }
      both.set(wholly, found)
      return found.sides
    },
    upToToday: (side: Side) => once(side, 'upToToday', () => upToToday(side, asOf)),
    shifted: (side: Side, shift: Shift) => once(side, JSON.stringify(shift), () => shifted(upToToday(side, asOf), shift)),
  }
}
