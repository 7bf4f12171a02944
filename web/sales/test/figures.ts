import type { Cell, Table } from '../table.ts'

export interface Moved {
  readonly value: string | null
  readonly change?: string
  readonly changeRatio?: string
}

/** A table of net revenue for March 2014 against February: its total, and its members by name. */
export function revenue(total: Moved, members: Readonly<Record<string, Moved>> = {}): Table {
  return {
    columns: [{ metric: 'NET_REVENUE', label: 'Net revenue', unit: 'MONEY', better: 'HIGHER', currency: 'USD' }],
    rows: Object.entries(members).map(([name, moved]) => ({
      keys: [{ dimension: 'TERRITORY', value: name, label: name, id: `id of ${name}` }],
      period: null,
      cells: [cellOf('NET_REVENUE', moved.value, moved.change, moved.changeRatio)],
    })),
    totals: [cellOf('NET_REVENUE', total.value, total.change, total.changeRatio)],
    rowCount: Object.keys(members).length,
    period: { from: '2014-03-01', to: '2014-03-31' },
    comparedTo: { from: '2014-02-01', to: '2014-02-28' },
    asOf: '2014-04-02',
  }
}

/** A cell as the graph sends it. */
export function cellOf(metric: string, value: string | null, change?: string, changeRatio?: string): Cell {
  return { metric, value, previous: null, change: change ?? null, changeRatio: changeRatio ?? null }
}
