import type { Meaning } from '../meaning.ts'
import { alias, domainsOf } from '../operation.ts'
import { divided } from './decimal.ts'
import type { AnswerRow, Cell, Column, Figures, Table, TableRow, Values } from './figures.ts'

const values = (cells: readonly Cell[], part: 'value' | 'previous' | 'change' | 'changeRatio'): Values =>
  Object.fromEntries(cells.map((cell) => [cell.metric, cell[part]]))

function rowOf(row: Pick<TableRow, 'keys' | 'period' | 'cells'>, compared: boolean): AnswerRow {
  const cells = row.cells.map((cell) => (cell.target == null ? cell : { ...cell, previous: cell.target }))
  const part = (name: 'previous' | 'change' | 'changeRatio'): Values | null => (compared ? values(cells, name) : null)
  return {
    keys: Object.fromEntries(row.keys.map((key) => [key.dimension, key.value])),
    labels: Object.fromEntries(row.keys.map((key) => [key.dimension, key.label])),
    ids: Object.fromEntries(row.keys.map((key) => [key.dimension, key.id])),
    period: row.period,
    values: values(row.cells, 'value'),
    previous: part('previous'),
    change: part('change'),
    changeRatio: part('changeRatio'),
  }
}

const idOf = (row: AnswerRow): string => JSON.stringify([row.keys, row.ids, row.period])

/** Rows of several domains side by side: those with the same members and the same days are one. */
function joinedRows(tables: readonly Table[], compared: boolean): AnswerRow[] {
  const rows = new Map<string, AnswerRow>()
  for (const table of tables) {
    for (const row of table.rows.map((one) => rowOf(one, compared))) {
      const known = rows.get(idOf(row))
      rows.set(idOf(row), known ? mergedRow(known, row) : row)
    }
  }
  return [...rows.values()]
}

function mergedRow(a: AnswerRow, b: AnswerRow): AnswerRow {
  const both = (left: Values | null, right: Values | null): Values | null => (left || right ? { ...left, ...right } : null)
  return {
    ...a,
    values: { ...a.values, ...b.values },
    previous: both(a.previous, b.previous),
    change: both(a.change, b.change),
    changeRatio: both(a.changeRatio, b.changeRatio),
  }
}

const extra = (name: 'share' | 'quotient'): Column => ({
  name,
  label: name === 'share' ? 'Share' : 'Quotient',
  unit: 'RATIO',
  better: 'NEITHER',
  currency: null,
})

/**
 * Puts the tables of an operation together as the answer's rows, columns and totals.
 * A share is of the whole that the operation asked for beside it, else of the total; a quotient is the first metric by the second.
 * @param tables by alias, as `operationOf` named them.
 */
export function assembled(meaning: Meaning, tables: ReadonlyMap<string, Table>): Figures {
  const compared = meaning.compare !== null
  const own = domainsOf(meaning).flatMap((domain) => tables.get(alias(domain)) ?? [])
  const wholes = domainsOf(meaning).flatMap((domain) => tables.get(alias(domain, true)) ?? [])
  const [first] = own
  if (!first) throw new Error('The operation answered for no domain')
  const columns: Column[] = own.flatMap((table) => table.columns.map(({ metric, ...column }) => ({ name: metric, ...column })))
  const totalRow = own.map((table) => rowOf({ keys: [], period: null, cells: table.totals }, compared)).reduce(mergedRow)
  const rows = joinedRows(own, compared)
  const base: Figures = {
    columns,
    rows: rows.length === 0 && meaning.by.length === 0 && meaning.grain === null ? [totalRow] : rows,
    totals: totalRow.values,
    totalRow,
    rowCount: Math.max(...own.map((table) => table.rowCount)),
    period: first.period,
    comparedTo: first.comparedTo,
    explain: own.flatMap((table) => table.explain),
  }
  if (meaning.intent === 'forecast') return foreseen(base, meaning, own)
  if (meaning.intent === 'share') return withShare(base, meaning, wholes)
  return meaning.intent === 'quotient' ? withQuotient(base, meaning) : base
}

/** The rows that lie in the days asked for, each figure with the bounds of its forecast; nothing is summed over them. */
function foreseen(base: Figures, { period, metrics }: Meaning, tables: readonly Table[]): Figures {
  const [lead] = base.columns
  const bounds = (cell: Cell | undefined): Values => ({ low: cell?.low ?? null, high: cell?.high ?? null })
  const rows = tables.flatMap((table) =>
    table.rows
      .filter((row) => row.forecast === true && isWithin(row.period, period))
      .map((row) => {
        const plain = rowOf(row, false)
        return metrics.length === 1 ? { ...plain, values: { ...plain.values, ...bounds(row.cells[0]) } } : plain
      }),
  )
  const column = (name: string, label: string): Column[] => (lead && metrics.length === 1 ? [{ ...lead, name, label }] : [])
  const totals = Object.fromEntries(base.columns.map(({ name }) => [name, null]))
  return {
    ...base,
    columns: [...base.columns, ...column('low', 'At least (95 %)'), ...column('high', 'At most (95 %)')],
    rows,
    totals,
    totalRow: { ...base.totalRow, values: totals },
    rowCount: rows.length,
    period: { from: period.from, to: period.to },
  }
}

const isWithin = (row: TableRow['period'], { from, to }: Meaning['period']): boolean =>
  row !== null && (from === null || (row.to ?? from) >= from) && (to === null || (row.from ?? to) <= to)

function withShare(base: Figures, meaning: Meaning, wholes: readonly Table[]): Figures {
  const metric = meaning.metrics[0]?.name ?? ''
  const wholeRows = joinedRows(wholes, false)
  const whole =
    wholes.length > 0
      ? (wholes.flatMap((table) => table.totals).find((cell) => cell.metric === metric)?.value ?? null)
      : (base.totals[metric] ?? null)
  const isSplitAlike =
    wholes.length > 0 &&
    (meaning.by.length > 0 || meaning.grain !== null) &&
    !meaning.by.some(({ name }) => name === meaning.part)
  const wholeOf = (row: AnswerRow): string | null =>
    isSplitAlike ? (wholeRows.find((other) => idOf(other) === idOf(row))?.values[metric] ?? null) : whole
  const add = (row: AnswerRow, of: string | null): AnswerRow => ({
    ...row,
    values: { ...row.values, share: divided(row.values[metric] ?? null, of) },
  })
  const totalRow = add(base.totalRow, whole)
  return {
    ...base,
    columns: [...base.columns, extra('share')],
    rows: base.rows.map((row) => add(row, wholeOf(row))),
    totals: totalRow.values,
    totalRow,
  }
}

function withQuotient(base: Figures, meaning: Meaning): Figures {
  const [of = '', per = ''] = meaning.metrics.map(({ name }) => name)
  const add = (row: AnswerRow): AnswerRow => ({
    ...row,
    values: { ...row.values, quotient: divided(row.values[of] ?? null, row.values[per] ?? null) },
  })
  const totalRow = add(base.totalRow)
  return { ...base, columns: [...base.columns, extra('quotient')], rows: base.rows.map(add), totals: totalRow.values, totalRow }
}
