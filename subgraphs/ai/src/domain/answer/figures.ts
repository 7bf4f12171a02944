import type { Better, Unit } from '@aems/schema/catalogue.ts'

/** One figure, as the graph gave it: exact decimals, ratios as fractions. */
export interface Cell {
  readonly metric: string
  readonly value: string | null
  readonly previous: string | null
  readonly change: string | null
  readonly changeRatio: string | null
  /** The budget that it is held against. */
  readonly target?: string | null
  /** Bounds of a forecast, 95 %. */
  readonly low?: string | null
  readonly high?: string | null
}

export interface Column {
  readonly name: string
  readonly label: string
  readonly unit: Unit
  readonly better: Better
  /** ISO 4217; only for money. */
  readonly currency: string | null
}

export interface Days {
  readonly from: string | null
  readonly to: string | null
}

export interface TableRow {
  readonly keys: readonly {
    readonly dimension: string
    readonly value: string | null
    readonly label: string
    readonly id: string | null
  }[]
  readonly period: Days | null
  /** Whether it lies ahead and is forecast. */
  readonly forecast?: boolean
  readonly cells: readonly Cell[]
}

export interface Explanation {
  readonly metric: string
  readonly formula: string
  readonly sql: string | null
  readonly sources: readonly string[]
  readonly recordCount: number | null
  readonly lag: number | null
  /** How far such forecasts were off in the past: symmetric mean absolute percentage error, as a fraction. */
  readonly forecastError?: { readonly smape: string | null; readonly mase: string | null; readonly origins: number } | null
}

/** What one domain's field answered. */
export interface Table {
  readonly columns: readonly {
    readonly metric: string
    readonly label: string
    readonly unit: Unit
    readonly better: Better
    readonly currency: string | null
  }[]
  readonly rows: readonly TableRow[]
  readonly totals: readonly Cell[]
  readonly rowCount: number
  readonly period: Days
  readonly comparedTo: Days | null
  readonly explain: readonly Explanation[]
}

export type Values = Readonly<Record<string, string | null>>

/** One row of an answer. */
export interface AnswerRow {
  /** Members by dimension; null without a member. */
  readonly keys: Values
  readonly labels: Readonly<Record<string, string>>
  /** Ids of members that are things of their own: several may bear one name. */
  readonly ids: Values
  readonly period: Days | null
  readonly values: Values
  readonly previous: Values | null
  readonly change: Values | null
  readonly changeRatio: Values | null
}

/** The figures of an answer. */
export interface Figures {
  readonly columns: readonly Column[]
  readonly rows: readonly AnswerRow[]
  readonly totals: Values
  /** The totals' parts that a comparison adds. */
  readonly totalRow: AnswerRow
  readonly rowCount: number
  readonly period: Days
  readonly comparedTo: Days | null
  readonly explain: readonly Explanation[]
}
