import type { Comparison, PeriodInput, SalesCondition, SalesMetric } from '../gql/graphql.ts'

/** What a page of figures has in common: days, comparison, conditions. */
export interface FigureScope {
  readonly period: PeriodInput
  readonly compare: Comparison | null
  readonly where: readonly SalesCondition[]
}

/** One figure, by what it is: enough to ask the graph for it again, with its working. */
export interface Subject {
  readonly metric: SalesMetric
  /** As a reader would say it: `Net revenue, Northwest`. */
  readonly title: string
  /** What limits it beyond the page's own conditions. */
  readonly only?: SalesCondition | undefined
  /** Its days, where they are not the page's. */
  readonly period?: PeriodInput | undefined
  /** The figure as it stands there, for copying. */
  readonly value?: string | null | undefined
}

/** Identifies a figure among those of its page. */
export function subjectKey({ metric, only, period }: Subject): string {
  return JSON.stringify([metric, only?.dimension ?? null, only?.in ?? null, period ?? null])
}
