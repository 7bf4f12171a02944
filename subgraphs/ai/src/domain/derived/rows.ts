import type { Averages } from './average.ts'
import { type Bounds, byFigure, meets, type QuotientCell, quotientCell } from './quotient.ts'
import { memberKey, type PartKey } from './table.ts'

/** What a row stands for. */
export interface QuotientRow {
  readonly keys: readonly PartKey[]
  readonly period: { readonly from: string | null; readonly to: string | null } | null
}

/** A metric with the parts that it divides. */
export interface Quotient {
  readonly metric: string
  readonly of: Averages
  readonly per: Averages
}

/** Which rows are kept, and in which order. */
export interface Keeping {
  readonly having: readonly (Bounds & { readonly metric: string })[]
  readonly orderBy: {
    readonly metric?: string | null | undefined
    readonly of?: 'VALUE' | 'CHANGE' | 'CHANGE_RATIO' | null | undefined
    readonly direction?: 'ASC' | 'DESC' | null | undefined
  } | null
  readonly first: number
}

const none = { withheld: false, low: null, high: null, target: null }

/** The rows and totals of a table of quotients; rows of both parts, each once. */
export function quotientTable(rows: readonly QuotientRow[], quotients: readonly Quotient[], { having, orderBy, first }: Keeping) {
  const cell = (part: QuotientCell) => ({ ...part, ...none })
  const distinct = [...new Map(rows.map((row) => [`${memberKey(row)}\n${row.period?.from ?? ''}`, row])).values()]
  const table = distinct.map(({ keys, period }) => {
    const [members, from] = [memberKey({ keys }), period?.from ?? null]
    const cells = quotients.map(({ metric, of, per }) =>
      cell(quotientCell(metric, of.row(members, from), per.row(members, from))),
    )
    return { keys, period, forecast: false, cells }
  })
  const figure = (row: (typeof table)[number], metric: string) => row.cells.find((each) => each.metric === metric)
  const kept = table.filter((row) => having.every((bound) => meets(figure(row, bound.metric)?.value ?? null, bound)))
  const sorted = kept.toSorted(
    (a, b) => memberKey(a).localeCompare(memberKey(b)) || (a.period?.from ?? '').localeCompare(b.period?.from ?? ''),
  )
  const by = orderBy?.metric
  if (by != null) {
    const part = ({ VALUE: 'value', CHANGE: 'change', CHANGE_RATIO: 'changeRatio' } as const)[orderBy?.of ?? 'VALUE']
    const compare = byFigure(orderBy?.direction ?? 'DESC')
    sorted.sort((a, b) => compare(figure(a, by)?.[part] ?? null, figure(b, by)?.[part] ?? null))
  }
  return {
    rows: sorted.slice(0, first),
    totals: quotients.map(({ metric, of, per }) => cell(quotientCell(metric, of.total(), per.total()))),
    rowCount: kept.length,
  }
}
