import type { Measure } from '../format/figure.ts'
import type { Better, CellFragment, FiguresFragment, SalesMetric, Unit } from '../gql/graphql.ts'

export type Table = FiguresFragment
export type Row = FiguresFragment['rows'][number]
export type Cell = CellFragment

/** What a column's figures mean; where the graph left a column out, a plain number. */
export interface Column extends Measure {
  readonly metric: SalesMetric
  readonly label: string
  readonly unit: Unit
  readonly better: Better
}

export function column(table: Table, metric: SalesMetric): Column {
  const found = table.columns.find((each) => each.metric === metric)
  return {
    metric,
    label: found?.label ?? metric,
    unit: found?.unit ?? 'COUNT',
    better: found?.better ?? 'NEITHER',
    currency: found?.currency ?? null,
  }
}

/** The cell of a metric in a row or in the totals; an empty one where there is none. */
export function cell(row: Pick<Row, 'cells'> | readonly Cell[], metric: SalesMetric): Cell {
  const cells = 'cells' in row ? row.cells : row
  return cells.find((each) => each.metric === metric) ?? { metric, value: null, previous: null, change: null, changeRatio: null }
}

/** Name of the member that a row stands for. */
export function memberName(row: Row): string {
  const label = row.keys[0]?.label ?? ''
  return row.keys[0]?.value == null ? `No ${row.keys[0]?.dimension.toLowerCase().replaceAll('_', ' ') ?? 'member'}` : label
}

/** Tells rows apart: by id, since members may share a name. */
export function rowKey(row: Row): string {
  return row.keys.map((key) => key.id ?? key.value ?? '').join('|') + (row.period?.from ?? '')
}

/** Whether the company has any such figures at all. */
function hasFigures(table: Table, metric: SalesMetric): boolean {
  return cell(table.totals, metric).value != null
}

/** Which way the company sells: by orders, or by deals alone; null where it has neither. */
export function leadingMetric(headline: Table | null | undefined): 'NET_REVENUE' | 'WON_AMOUNT' | null {
  if (!headline) return 'NET_REVENUE'
  if (hasFigures(headline, 'NET_REVENUE')) return 'NET_REVENUE'
  return hasFigures(headline, 'WON_AMOUNT') || hasFigures(headline, 'PIPELINE') ? 'WON_AMOUNT' : null
}
