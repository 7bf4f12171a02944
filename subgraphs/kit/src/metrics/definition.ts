import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Rollup } from './rollups.ts'

/** A table that a fact joins only where something asked for needs it: `left join … on …`. */
export interface Join {
  readonly table: string
  readonly sql: SQL
  /** Joins that stand before it. */
  readonly after?: readonly Join[]
}

/** How a fact reaches a dimension. */
export interface Reach {
  /**
   * The member's id, or its value where members are values. A function where it depends on the days asked about, such as
   * the age of an invoice at their end.
   */
  readonly key: SQLWrapper | ((window: WindowSql) => SQLWrapper)
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
  /** As of the last day of the period or bucket too: all facts up to it, such as a balance. Each is read once, however many buckets. */
  | {
      readonly kind: 'upTo'
      readonly day: SQLWrapper
      /** The first day of all, where that is not the least of the facts' days. */
      readonly earliest?: SQL
    }
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
  /** Where a row stands for several facts, or takes some away: how many, and how many of these have the value. */
  readonly counts?: { readonly facts: SQLWrapper; readonly known: SQLWrapper }
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
  /** Of each group, the number of the fact whose day is the last, such as the latest rating. */
  readonly latest?: { readonly value: SQLWrapper; readonly on: SQLWrapper }
  /**
   * Conditions that any fact of a group meets or none does, such as: ordered before the period. `window` holds the days that
   * are read, `base` those of the period or bucket itself; they differ where the measure is taken `reachingBack`.
   */
  readonly marks?: (window: WindowSql, base: WindowSql) => Readonly<Record<string, SQL>>
  /** Sets as strings of bits, of which a group is the union. */
  readonly union?: SQLWrapper
  /** Where a row stands for several facts: how many. */
  readonly counts?: SQLWrapper
  /** Joins to each group what is known of it, one row at most: `left join … on …`. Far fewer than joins to facts. */
  readonly beside?: { readonly table: string; readonly join: (per: readonly SQL[]) => SQL }
  /** Aggregates groups, of which the columns are at hand. */
  readonly aggregate: (group: GroupSql, window: WindowSql) => SQL
}

/** Columns of a group of facts. */
export interface GroupSql {
  readonly per: readonly SQL[]
  readonly sum: SQL
  readonly latest: SQL
  readonly union: SQL
  /** Whether any fact of the group met the condition of that name. */
  readonly marked: (mark: string) => SQL
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

/** One figure divided by another; absent where that is zero. */
export interface Ratio<Dimension extends string> {
  readonly kind: 'ratio'
  readonly of: Expression<Dimension>
  readonly to: Expression<Dimension>
}

/** Arithmetic over several figures, the same for rows and totals. */
export interface Formula<Dimension extends string> {
  readonly kind: 'formula'
  readonly parts: Readonly<Record<string, Expression<Dimension>>>
  /** Out of the parts, by their names. `window` is the period or bucket, to the company's today at the latest. */
  value(parts: Readonly<Record<string, SQL>>, window: WindowSql): SQL
}

/** Other days, derived from those of the period or bucket, to the company's today at the latest. */
export type Shift =
  /** The day before its first day. */
  | { readonly to: 'eve' }
  /** So many months that end with it. */
  | { readonly to: 'trailing'; readonly months: number }
  /** So many months that end on its eve. */
  | { readonly to: 'before'; readonly months: number }
  /** Itself and so many months before it. */
  | { readonly to: 'reachingBack'; readonly months: number }

/** A figure over other days than those asked about. */
export interface Shifted<Dimension extends string> {
  readonly kind: 'shifted'
  readonly of: Expression<Dimension>
  readonly shift: Shift
}

/** A figure: computed from facts in one go, or out of such. */
export type Expression<Dimension extends string> = Measure<Dimension> | Ratio<Dimension> | Formula<Dimension> | Shifted<Dimension>

/** What a metric is held against, for each comparison that is not with other days. */
export interface Standards<Dimension extends string> {
  /** What it should be, where there are targets for it. */
  readonly target?: Expression<Dimension>
  readonly budget?: Expression<Dimension>
  /** What was expected of it, as planned by people; not what the engine forecasts. */
  readonly forecast?: Expression<Dimension>
}

/** When a figure is kept back: it, and what would give it away, where it is about too few people. */
export interface Withholding<Dimension extends string> {
  /** How many people a figure is about; several where there must be enough of each kind, such as of either gender. */
  readonly people: readonly [Measure<Dimension>, ...Measure<Dimension>[]]
  readonly fewerThan: number
}

/** What a metric is. Its label, unit and description stand in the SDL; nothing is said twice. */
export type MetricDefinition<Dimension extends string> = Expression<Dimension> &
  Standards<Dimension> & { readonly withhold?: Withholding<Dimension> }

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
  /** The relation that puts members beneath others, all told by what facts know them by: a condition takes in all beneath. */
  readonly hierarchy?: { readonly table: SQLWrapper; readonly id: SQLWrapper; readonly parent: SQLWrapper }
  /** When a copy of another domain's members was made: a timestamp expression. */
  readonly projectedAt?: SQLWrapper
}

/** A domain's metrics and dimensions, complete: a declared metric without its definition does not compile. */
export interface MetricDefinitions<Metric extends string, Dimension extends string> {
  readonly metrics: Readonly<Record<Metric, MetricDefinition<Dimension>>>
  readonly dimensions: Readonly<Record<Dimension, DimensionDefinition>>
  /** Sums that are kept beside the facts; what they hold is read from them. */
  readonly rollups?: readonly Rollup<Dimension>[]
  /** Names of tables that grow so large that a question which reads them takes its turn, by itself. */
  readonly large?: readonly string[]
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
export function ratio<Dimension extends string>(parts: {
  of: Expression<Dimension>
  to: Expression<Dimension>
}): Ratio<Dimension> {
  return { kind: 'ratio', of: parts.of, to: parts.to }
}

/** Arithmetic over figures; a division must be by `nullif(…, 0)`, since what is divided by zero is absent. */
export function formula<Dimension extends string, Part extends string>(given: {
  parts: Readonly<Record<Part, Expression<Dimension>>>
  value: (parts: Readonly<Record<Part, SQL>>, window: WindowSql) => SQL
}): Formula<Dimension> {
  return { kind: 'formula', parts: given.parts, value: given.value }
}

/** A figure as of the eve of the period or bucket. */
export function opening<Dimension extends string>(of: Expression<Dimension>): Shifted<Dimension> {
  return { kind: 'shifted', of, shift: { to: 'eve' } }
}

/** The mean of a figure as of the eve and as of the last day. */
export function average<Dimension extends string>(of: Expression<Dimension>): Formula<Dimension> {
  return formula({ parts: { eve: opening(of), end: of }, value: ({ eve, end }) => sql`(${eve} + ${end}) / 2` })
}

/** A figure over so many months that end with the period or bucket. */
export function trailing<Dimension extends string>(
  of: Expression<Dimension>,
  { months }: { months: number },
): Shifted<Dimension> {
  return { kind: 'shifted', of, shift: { to: 'trailing', months } }
}

/** A figure over so many months that end on the eve of the period or bucket. */
export function before<Dimension extends string>(of: Expression<Dimension>, { months }: { months: number }): Shifted<Dimension> {
  return { kind: 'shifted', of, shift: { to: 'before', months } }
}

/** A figure over the period or bucket and so many months before it. */
export function reachingBack<Dimension extends string>(
  of: Expression<Dimension>,
  { months }: { months: number },
): Shifted<Dimension> {
  return { kind: 'shifted', of, shift: { to: 'reachingBack', months } }
}

/** The middle value, or the mean of the two middle ones; exact, where percentile_cont would give a float. */
export const median = (value: SQL): SQL =>
  sql`(percentile_disc(0.5) within group (order by ${value}) + percentile_disc(0.5) within group (order by ${value} desc)) / 2`

/** The figures that an expression is computed out of. */
const partsOf = <Dimension extends string>(
  expression: Ratio<Dimension> | Formula<Dimension> | Shifted<Dimension>,
): Expression<Dimension>[] => {
  if (expression.kind === 'ratio') return [expression.of, expression.to]
  return expression.kind === 'shifted' ? [expression.of] : Object.values(expression.parts)
}

/** The measures that a figure is made of, in their order. */
export function measuresOf<Dimension extends string>(expression: Expression<Dimension>): Measure<Dimension>[] {
  return expression.kind === 'measure' ? [expression] : partsOf(expression).flatMap(measuresOf)
}

/** Whether a figure needs to know its first and last day: not that of everything there is, then, but that from the first fact on. */
export function needsDays<Dimension extends string>(expression: Expression<Dimension>): boolean {
  if (expression.kind === 'measure') return false
  return expression.kind !== 'ratio' || partsOf(expression).some(needsDays)
}

/** The dimensions that all facts of a figure reach, by their most detailed source. */
export function dimensionsOf<Dimension extends string>(expression: Expression<Dimension>): Set<string> {
  const reached = measuresOf(expression).map(
    (measure) => new Set(measure.sources.flatMap((source) => Object.keys(source.fact.dimensions))),
  )
  const [first, ...others] = reached
  return others.reduce((all, each) => all.intersection(each), first ?? new Set<string>())
}
