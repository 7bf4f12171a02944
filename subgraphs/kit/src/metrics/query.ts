import type { PeriodInput, TimeUnit } from './periods.ts'

type Maybe<Value> = Value | null | undefined

export type Comparison = 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR' | 'BUDGET' | 'FORECAST' | 'TARGET'
export type CellPart = 'VALUE' | 'CHANGE' | 'CHANGE_RATIO'

/** `<Domain>Condition` of the graph. */
export interface Condition<Metric extends string, Dimension extends string> {
  readonly dimension: Dimension
  readonly in?: Maybe<readonly string[]>
  readonly notIn?: Maybe<readonly string[]>
  readonly metrics?: Maybe<readonly Metric[]>
}

/** `<Domain>Threshold` of the graph. */
export interface Threshold<Metric extends string> {
  readonly metric: Metric
  readonly atLeast?: Maybe<string>
  readonly atMost?: Maybe<string>
  readonly over?: Maybe<string>
  readonly under?: Maybe<string>
}

/** `<Domain>Order` of the graph. */
export interface RowOrder<Metric extends string> {
  readonly metric?: Maybe<Metric>
  readonly of?: Maybe<CellPart>
  readonly direction?: Maybe<'ASC' | 'DESC'>
}

/** `<Domain>MetricsQuery` of the graph: the same for every domain but for the names of metrics and dimensions. */
export interface MetricsQuery<Metric extends string, Dimension extends string> {
  readonly metrics: readonly Metric[]
  readonly period: PeriodInput
  readonly asOf?: Maybe<string>
  readonly grain?: Maybe<TimeUnit>
  readonly by?: Maybe<readonly Dimension[]>
  readonly where?: Maybe<readonly Condition<Metric, Dimension>[]>
  readonly having?: Maybe<readonly Threshold<Metric>[]>
  readonly compare?: Maybe<Comparison>
  readonly forecast?: Maybe<{ readonly n: number; readonly unit: TimeUnit }>
  readonly orderBy?: Maybe<RowOrder<Metric>>
  readonly first?: Maybe<number>
}
