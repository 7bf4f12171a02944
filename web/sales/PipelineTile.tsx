import { AsTable } from '../components/charts/AsTable.tsx'
import { percentScale } from '../components/charts/scale.ts'
import { Tile, type TileState } from '../components/tile/Tile.tsx'
import { FigureButton } from '../explain/FigureButton.tsx'
import { approximate } from '../format/decimal.ts'
import { cellText, figureText } from '../format/figure.ts'
import { dateName } from '../format/period.ts'
import { byValue, pipelineFinding, stageName } from './findings.ts'
import { cell, column, type Row, rowKey, type Table } from './table.ts'

/** What is open, by stage, as of the period's last day. */
export function PipelineTile({ result, beyond }: { readonly result: TileState<Table>; readonly beyond: string }) {
  const ready = result.state === 'ready' ? result.data : null
  return (
    <Tile
      title={ready ? pipelineFinding(ready) : 'Pipeline'}
      meta={ready?.period.to && `By stage, as of ${dateName(ready.period.to)}${beyond && ` · ${beyond}`}`}
      result={result}
      height={240}
    >
      {(table) => <Stages table={table} />}
    </Tile>
  )
}

function Stages({ table }: { readonly table: Table }) {
  const rows = byValue(table.rows, 'OPEN_OPPORTUNITIES')
  const [amount, count] = [column(table, 'PIPELINE'), column(table, 'OPEN_OPPORTUNITIES')]
  const x = percentScale(0, Math.max(1, ...rows.map(countOf)) * 1.3)
  const amountText = (row: Row) =>
    cell(row, 'PIPELINE').value == null ? 'amount unknown' : figureText(cell(row, 'PIPELINE').value ?? '0', amount)
  return (
    <figure>
      <ol className="bars funnel">
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <span className="name">{stageName(row)}</span>
            <svg height="18" aria-hidden="true">
              <rect className="bar" width={`${x(countOf(row))}%`} height="18" />
              <text className="count" x={`${x(countOf(row))}%`} dx="8" y="14">
                {cellText(cell(row, 'OPEN_OPPORTUNITIES').value ?? '0', count)}
              </text>
            </svg>
            <span className="value muted">
              <span className="sr-only">{cellText(cell(row, 'OPEN_OPPORTUNITIES').value ?? '0', count)} open, </span>
              <StageFigure row={row} label={amount.label} text={amountText(row)} />
            </span>
          </li>
        ))}
      </ol>
      <AsTable
        caption="Open opportunities by stage"
        head={['Stage', 'Open', `Amount, ${amount.currency ?? ''}`]}
        rows={rows.map((row) => [
          stageName(row),
          cellText(cell(row, 'OPEN_OPPORTUNITIES').value ?? '0', count),
          cell(row, 'PIPELINE').value == null ? '–' : cellText(cell(row, 'PIPELINE').value ?? '0', amount),
        ])}
      />
    </figure>
  )
}

function StageFigure({ row, label, text }: { readonly row: Row; readonly label: string; readonly text: string }) {
  const member = row.keys[0]
  const { value } = cell(row, 'PIPELINE')
  if (member?.value == null || value == null) return text
  return (
    <FigureButton
      subject={{
        metric: 'PIPELINE',
        title: `${label}, ${member.label}`,
        only: { dimension: 'STAGE', in: [member.value] },
        value,
      }}
    >
      {text}
    </FigureButton>
  )
}

function countOf(row: Row): number {
  return approximate(cell(row, 'OPEN_OPPORTUNITIES').value ?? '0')
}
