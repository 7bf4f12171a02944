import { AsTable } from '../components/charts/AsTable.tsx'
import { Bullets } from '../components/charts/Bullets.tsx'
import { Tile, type TileState } from '../components/tile/Tile.tsx'
import { FigureButton } from '../explain/FigureButton.tsx'
import { compare, decimal } from '../format/decimal.ts'
import { cellText, percentText } from '../format/figure.ts'
import { baseName, byValue, quotaFinding } from './findings.ts'
import { cell, column, memberName, type Row, rowKey, type Table } from './table.ts'

/** Each seller against their quota. */
export function QuotaTile({ result, beyond }: { readonly result: TileState<Table>; readonly beyond: string }) {
  const ready = result.state === 'ready' ? result.data : null
  const base = ready ? baseName(ready) : undefined
  return (
    <Tile
      title={ready ? quotaFinding(ready) : 'Quota'}
      meta={ready && `Bar: net revenue · line: quota${base ? ` · pale: ${base}` : ''}${beyond && ` · quota: ${beyond}`}`}
      result={result}
      height={240}
    >
      {(table) => <Quotas table={table} />}
    </Tile>
  )
}

function Quotas({ table }: { readonly table: Table }) {
  const rows = byValue(table.rows, 'QUOTA')
  const revenue = column(table, 'NET_REVENUE')
  return (
    <figure>
      <Bullets
        rows={byValue(rows, 'NET_REVENUE').map((row) => ({
          key: rowKey(row),
          name: memberName(row),
          value: cell(row, 'NET_REVENUE').value ?? '0',
          goal: cell(row, 'QUOTA').value ?? '0',
          previous: cell(row, 'NET_REVENUE').previous,
          figure: <Attainment row={row} />,
        }))}
      />
      <AsTable
        caption="Net revenue and quota by seller"
        head={['Seller', `Net revenue, ${revenue.currency ?? ''}`, `Quota, ${revenue.currency ?? ''}`, 'Reached']}
        rows={rows.map((row) => [
          memberName(row),
          shown(row, 'NET_REVENUE', table),
          shown(row, 'QUOTA', table),
          cell(row, 'QUOTA_ATTAINMENT').value == null ? '–' : percentText(decimal(cell(row, 'QUOTA_ATTAINMENT').value ?? '0')),
        ])}
      />
    </figure>
  )
}

function shown(row: Row, metric: 'NET_REVENUE' | 'QUOTA', table: Table): string {
  const { value } = cell(row, metric)
  return value == null ? '–' : cellText(value, column(table, metric))
}

/** `111 %`: good from the quota on, bad below four fifths of it. */
function Attainment({ row }: { readonly row: Row }) {
  const { value } = cell(row, 'QUOTA_ATTAINMENT')
  const member = row.keys[0]
  if (value == null || member?.value == null) return '–'
  const reached = decimal(value)
  const tone = compare(reached, decimal('1')) >= 0 ? 'good' : compare(reached, decimal('0.8')) < 0 ? 'bad' : undefined
  return (
    <FigureButton
      subject={{
        metric: 'QUOTA_ATTAINMENT',
        title: `Quota attainment, ${member.label}`,
        only: { dimension: 'SALES_PERSON', in: [member.id ?? member.value] },
        value,
      }}
    >
      <span className={tone}>{percentText(reached)}</span>
    </FigureButton>
  )
}
