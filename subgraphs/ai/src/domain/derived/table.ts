/** A day, or none where the period is open. */
interface Days {
  readonly from: string | null
  readonly to: string | null
}

export interface PartKey {
  readonly dimension: string
  readonly value: string | null
  readonly label: string
  readonly id: string | null
}

/** One figure of a part, exact. */
export interface PartCell {
  readonly metric: string
  readonly value: string | null
  readonly previous: string | null
}

export interface PartRow {
  readonly keys: readonly PartKey[]
  readonly period: Days | null
  readonly cells: readonly PartCell[]
}

export interface PartExplanation {
  readonly metric: string
  readonly formula: string
  readonly sql: string | null
  readonly sources: readonly string[]
  readonly recordCount: number | null
  readonly lag: number | null
}

/** The figures of one domain that a quotient is made of, as the graph gives them. */
export interface PartTable {
  readonly columns: readonly { readonly metric: string; readonly currency: string | null }[]
  readonly rows: readonly PartRow[]
  readonly totals: readonly PartCell[]
  readonly period: Days
  readonly comparedTo: Days | null
  readonly asOf: string
  readonly explain: readonly PartExplanation[]
}

/** Tells a row from others of the same question: by its members, and by the first day of its unit of time. */
export const memberKey = ({ keys }: Pick<PartRow, 'keys'>): string =>
  keys.map(({ dimension, id, value }) => `${dimension}=${id ?? value ?? ''}`).join('\n')

/** The cell of a metric; an absent one where the row has none. */
export const cellOf = (cells: readonly PartCell[] | undefined, metric: string): PartCell =>
  cells?.find((cell) => cell.metric === metric) ?? { metric, value: null, previous: null }
