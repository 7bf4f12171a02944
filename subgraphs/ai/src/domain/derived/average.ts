import Big from 'big.js'
import { cellOf, memberKey, type PartCell, type PartTable } from './table.ts'

/** A figure as of a day, at the days that a mean over a period is taken of. */
export interface Ends {
  /** As of the last day of the period, and of each unit of time. */
  readonly end: PartTable
  /** As of the eve of the period; null where it has no first day. */
  readonly eve: PartTable | null
  /** As of the eve of the period compared with. */
  readonly comparedEve: PartTable | null
}

/** The figure of a row or of the totals, for the period and for the one compared with. */
export interface Averages {
  total(): Average
  /** @param from first day of the row's unit of time; null without a grain. */
  row(members: string, from: string | null): Average
}

export interface Average {
  readonly value: string | null
  readonly previous: string | null
}

/** The mean of what it was on the eve and on the last day; where one of them is not known, the other. */
function mean(eve: string | null, end: string | null): string | null {
  if (eve === null || end === null) return end ?? eve
  return Big(eve).plus(end).div(2).toFixed()
}

/**
 * Means of a metric as of a day, such as the average headcount. A unit of time begins where the one before it ended, so
 * that its eve is the end of that one, and the first one's is the eve of the period.
 */
export function averagesOf(metric: string, { end, eve, comparedEve }: Ends): Averages {
  const figureAt = (table: PartTable | null, members: string | null): string | null => {
    const cells = members === null ? table?.totals : table?.rows.find((row) => memberKey(row) === members)?.cells
    return cellOf(cells, metric).value
  }
  const series = new Map<string, { from: string | null; cell: PartCell }[]>()
  for (const row of end.rows) {
    const key = memberKey(row)
    series.set(key, [...(series.get(key) ?? []), { from: row.period?.from ?? null, cell: cellOf(row.cells, metric) }])
  }
  const averaged = (before: PartCell | undefined, cell: PartCell, members: string | null): Average => ({
    value: mean(before ? before.value : figureAt(eve, members), cell.value),
    previous: mean(before ? before.previous : figureAt(comparedEve, members), cell.previous),
  })
  return {
    total: () => averaged(undefined, cellOf(end.totals, metric), null),
    row: (members, from) => {
      const own = (series.get(members) ?? []).toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
      const at = own.findIndex((each) => each.from === from)
      return averaged(own[at - 1]?.cell, own[at]?.cell ?? cellOf(undefined, metric), members)
    },
  }
}

/** The same for a metric that adds up over time: its figures as they are. */
export function figuresOf(metric: string, table: PartTable): Averages {
  const rows = new Map(table.rows.map((row) => [`${memberKey(row)}\n${row.period?.from ?? ''}`, cellOf(row.cells, metric)]))
  return {
    total: () => cellOf(table.totals, metric),
    row: (members, from) => rows.get(`${members}\n${from ?? ''}`) ?? cellOf(undefined, metric),
  }
}
