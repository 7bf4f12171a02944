'use client'
import { Suspense, use, useState } from 'react'
import { add, type Decimal, decimal, subtract, text, zero } from '../format/decimal.ts'
import { cellText, currencySymbol, type Measure } from '../format/figure.ts'
import type { SalesMetric } from '../gql/graphql.ts'
import { cell, column, type Table } from '../sales/table.ts'
import { Proof } from './Proof.tsx'
import { firstRecords, type RecordScope, type Records } from './readRecords.ts'
import type { RecordList, RecordSource } from './records.ts'

const shownRows = 5

interface RecordLedgerProps {
  readonly metric: SalesMetric
  /** Where its records stand; null where that is not known. */
  readonly source: RecordSource | null
  readonly scope: RecordScope
  /** The figure itself, as the graph gave it. */
  readonly table: Table
}

/** The largest records behind a figure, the rest as one line, and the sum that ties to it. */
export function RecordLedger({ metric, source, scope, table }: RecordLedgerProps) {
  const [records] = useState(() => source && firstRecords(source, scope, shownRows).catch(() => null))
  if (!source || !records) return <p className="muted">No list tells the rows behind it. The figure above holds.</p>
  return (
    <Suspense fallback={<span className="skeleton" style={{ height: 260 }} />}>
      <Ledger metric={metric} source={source} scope={scope} table={table} records={records} />
    </Suspense>
  )
}

interface LedgerProps extends RecordLedgerProps {
  readonly source: RecordSource
  readonly records: Promise<Records | null>
}

function Ledger({ metric, source, scope, table, records }: LedgerProps) {
  const found = use(records)
  if (!found) return <p className="muted">The rows did not answer. The figure above holds.</p>
  if (found.totalCount === 0) return <p className="muted">No rows in these days.</p>
  const figure = cell(table.totals, metric).value
  return (
    <>
      <RecordTable
        found={found}
        source={source}
        measure={column(table, metric)}
        figure={figure == null ? null : decimal(figure)}
      />
      {figure != null && <Proof source={source} scope={scope} figure={figure} totalCount={found.totalCount} />}
    </>
  )
}

interface RecordTableProps {
  readonly found: Records
  readonly source: RecordSource
  readonly measure: Measure
  readonly figure: Decimal | null
}

function RecordTable({ found, source, measure, figure }: RecordTableProps) {
  const sums = source.sums !== null && figure !== null
  const money: Measure = measure.unit === 'MONEY' || sums ? measure : { unit: 'MONEY' }
  const hasAmounts = found.rows.some((row) => row.amount !== null)
  const shown = found.rows.reduce((sum, row) => add(sum, decimal(row.amount ?? '0')), zero)
  const others = found.totalCount - found.rows.length
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{nouns[source.list].one}</th>
          <th scope="col">{nouns[source.list].of}</th>
          {hasAmounts && (
            <th scope="col" className="n">
              {money.unit === 'MONEY' ? `Amount${money.currency ? `, ${currencySymbol(money.currency).trim()}` : ''}` : 'Units'}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="whitespace-nowrap">
              {row.name}
            </th>
            <td>{row.of}</td>
            {hasAmounts && <td className="n">{row.amount === null ? '–' : cellText(row.amount, money, 'exact')}</td>}
          </tr>
        ))}
        {others > 0 && (
          <tr>
            <td colSpan={2} className="muted">
              {count(others)} more
            </td>
            {hasAmounts && <td className="n">{sums ? cellText(text(subtract(figure, shown)), money, 'exact') : ''}</td>}
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{sums ? `Sum of ${count(found.totalCount)} rows` : `${count(found.totalCount)} rows`}</td>
          {hasAmounts && <td className="n">{sums ? cellText(text(figure), money, 'exact') : ''}</td>}
        </tr>
      </tfoot>
    </table>
  )
}

const nouns: Record<RecordList, { readonly one: string; readonly of: string }> = {
  orderLines: { one: 'Order line', of: 'Product' },
  orders: { one: 'Order', of: 'Customer' },
  opportunities: { one: 'Opportunity', of: 'Customer' },
  customers: { one: 'Customer', of: 'Name' },
  salesTargets: { one: 'Target of', of: 'Days' },
}

function count(value: number): string {
  return value.toLocaleString('en')
}
