import type { Catalogue } from './catalogue.ts'
import type { FactCondition } from './fact-rows.ts'
import type { MetricsQuery } from './query.ts'
import type { Rollup } from './rollups.ts'
import type { Side } from './windows.ts'

/** A condition whose members are known, and the metrics that it limits. */
export interface KnownCondition<Metric extends string, Dimension extends string> extends FactCondition<Dimension> {
  readonly limits: (metric: Metric) => boolean
}

/** A question whose period and members are resolved. */
export interface Resolved<Metric extends string, Dimension extends string> {
  readonly catalogue: Catalogue<Metric, Dimension>
  readonly query: MetricsQuery<Metric, Dimension>
  readonly where: readonly KnownCondition<Metric, Dimension>[]
  readonly asOf: string
  readonly current: Side
  /** The days compared with; their buckets bear the places of the current ones. */
  readonly previous: Side | null
  /** How many rows to read at most, where the question doesn't say. */
  readonly mostRows?: number
  /** Those that may serve the viewer. */
  readonly rollups: readonly Rollup<Dimension>[]
}
