import type { SQL, SQLWrapper } from 'drizzle-orm'

/** A table that a fact joins only where something asked for needs it: `left join … on …`. */
export interface Join {
  readonly table: string
  readonly sql: SQL
  /** Joins that stand before it. */
  readonly after?: readonly Join[]
}

/** How a fact reaches a dimension: the member's id, or its value where members are values. */
export interface Reach {
  readonly key: SQLWrapper
  readonly through?: readonly Join[]
}

/** First and last day of a bucket, or of the whole period where totals are computed, as SQL of type date. */
export interface WindowSql {
  readonly from: SQL
  readonly to: SQL
}

/** When a fact counts. */
export type Timing =
  /** On its day. */
  | {
      readonly kind: 'on'
      readonly day: SQLWrapper
      /** Columns of joined tables that hold the same day: bounding them too spares reading the rest of those tables. */
      readonly sameDays?: readonly SQLWrapper[]
    }
  /** As of the last day of the period or bucket. */
  | { readonly kind: 'asOf'; readonly counts: (day: SQL) => SQL; readonly earliest: SQL }
  /** Over all days of its span that the period or bucket holds. */
  | { readonly kind: 'over'; readonly first: SQLWrapper; readonly last: SQLWrapper }

/** Rows of tables that metrics aggregate, and the dimensions that they reach. */
export interface Fact<Dimension extends string> {
  readonly name: string
  /** Names of its tables, for explanations. */
  readonly tables: readonly string[]
  /** What stands after `from`. */
  readonly from: SQL
  readonly timing: Timing
  readonly dimensions: { readonly [Name in Dimension]?: Reach }
  /** Conditions that hold unless one of the dimensions named is in the split or in a condition. */
  readonly unless?: { readonly dimensions: readonly Dimension[]; readonly where: SQL; readonly inWords: string }
  /** Whether the company has any such data at all: a boolean expression. */
  readonly known: SQL
}

/** A sum over facts; parts of it sum to the whole. */
export interface Sum<Dimension extends string> {
  readonly kind: 'sum'
  readonly fact: Fact<Dimension>
  /** What each fact adds. */
  readonly value: (window: WindowSql) => SQLWrapper
  /** The facts that count. */
  readonly where?: SQLWrapper
}

/** A figure over groups of facts, such as over customers: each group's parts are summed first, then the groups aggregated. */
export interface Grouped<Dimension extends string> {
  readonly kind: 'grouped'
  readonly fact: Fact<Dimension>
  /** What makes a group. */
  readonly per: readonly SQLWrapper[]
  readonly where?: SQLWrapper
  /** What is summed within a group. */
  readonly sums?: SQLWrapper
  /** Joins to each group what is known of it, one row at most: `left join … on …`. Far fewer than joins to facts. */
  readonly beside?: { readonly table: string; readonly join: (per: readonly SQL[]) => SQL }
  /** Aggregates groups, of which the columns are at hand. */
  readonly aggregate: (group: GroupSql, window: WindowSql) => SQL
}

/** Columns of a group of facts. */
export interface GroupSql {
  readonly per: readonly SQL[]
  readonly sum: SQL
}

/** How a measure is computed from one fact. */
export type Source<Dimension extends string> = Sum<Dimension> | Grouped<Dimension>

/** A figure that is computed from facts in one go. */
export interface Measure<Dimension extends string> {
  readonly kind: 'measure'
  /** Smallest first; all give the same figure where they reach the dimensions asked for. */
  readonly sources: readonly [Source<Dimension>, ...Source<Dimension>[]]
  /** What no facts give: zero for counts and sums, nothing for the rest. */
  readonly empty: 'zero' | 'absent'
}

/** One measure divided by another. */
export interface Ratio<Dimension extends string> {
  readonly kind: 'ratio'
  readonly of: Measure<Dimension>
  readonly to: Measure<Dimension>
}

/** What a metric is. Its label, unit and description stand in the SDL; nothing is said twice. */
export type MetricDefinition<Dimension extends string> = (Measure<Dimension> | Ratio<Dimension>) & {
  /** The measure that it is held against as its target, where there are targets for it. */
  readonly target?: Measure<Dimension>
}

/** Where members are found. */
export interface MemberSource {
  readonly table: SQLWrapper
  /** What people call them. */
  readonly value: SQLWrapper
  /** What facts know them by; absent where that is the value itself. */
  readonly id?: SQLWrapper
  /** The source system's key, which people type too. */
  readonly code?: SQLWrapper
}

/** The members of a dimension. */
export interface DimensionDefinition {
  /** `entity`: known by id and name. `value`: known by what stands in a column. `country`: ISO codes. */
  readonly kind: 'entity' | 'value' | 'country'
  /** The tables that hold them; of several, a member may stand in any. None where `all` says them. */
  readonly members: readonly MemberSource[]
  /** All that there can be, where the system itself sets them. */
  readonly all?: readonly string[]
  /** When a copy of another domain's members was made: a timestamp expression. */
  readonly projectedAt?: SQLWrapper
}

/** A domain's metrics and dimensions, complete: a declared metric without its definition does not compile. */
export interface MetricDefinitions<Metric extends string, Dimension extends string> {
  readonly metrics: Readonly<Record<Metric, MetricDefinition<Dimension>>>
  readonly dimensions: Readonly<Record<Dimension, DimensionDefinition>>
}

/** A figure whose parts sum to the whole: a sum or a count. */
export function additive<Dimension extends string>(
  ...sources:
    | [Sum<Dimension>, ...Sum<Dimension>[]]
    | [Grouped<Dimension>, ...Source<Dimension>[]]
    | [Sum<Dimension>, ...Source<Dimension>[]]
): Measure<Dimension> {
  return { kind: 'measure', sources, empty: 'zero' }
}

/** One figure divided by another; both from their parts, never from other ratios. */
export function ratio<Dimension extends string>(parts: { of: Measure<Dimension>; to: Measure<Dimension> }): Ratio<Dimension> {
  return { kind: 'ratio', of: parts.of, to: parts.to }
}

/** The measures that a metric is made of. */
export function measuresOf<Dimension extends string>(definition: MetricDefinition<Dimension>): Measure<Dimension>[] {
  return definition.kind === 'measure' ? [definition] : [definition.of, definition.to]
}

/** The dimensions that all facts of a metric reach, by their most detailed source. */
export function dimensionsOf<Dimension extends string>(definition: MetricDefinition<Dimension>): Set<string> {
  const reached = measuresOf(definition).map(
    (measure) => new Set(measure.sources.flatMap((source) => Object.keys(source.fact.dimensions))),
  )
  const [first, ...others] = reached
  return others.reduce((all, each) => all.intersection(each), first ?? new Set<string>())
}
