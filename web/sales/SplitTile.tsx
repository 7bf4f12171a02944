import { AsTable } from '../components/charts/AsTable.tsx'
import { RankedBars } from '../components/charts/RankedBars.tsx'
import { SignedChange } from '../components/figures/Delta.tsx'
import { Tile, type TileState } from '../components/tile/Tile.tsx'
import { FigureButton } from '../explain/FigureButton.tsx'
import { changeRatioText } from '../format/change.ts'
import { cellText, currencySymbol, scaledText, sharedScale } from '../format/figure.ts'
import type { SalesDimension } from '../gql/graphql.ts'
import { baseName, byValue, causeOf, type Money, splitFinding } from './findings.ts'
import { cell, column, memberName, type Row, rowKey, type Table } from './table.ts'

interface SplitTileProps {
  readonly name: string
  readonly dimension: SalesDimension
  readonly result: TileState<Table>
  readonly money: Money
}

const most = 12

/** Money by the members of a dimension: ranked, with the period before and the change. */
export function SplitTile({ name, dimension, result, money }: SplitTileProps) {
  const ready = result.state === 'ready' ? result.data : null
  const base = ready ? baseName(ready) : undefined
  return (
    <Tile
      title={ready ? splitFinding(ready, money) : name}
      meta={
        ready &&
        `By ${name.toLowerCase()}, ${currencySymbol(column(ready, money).currency).trim()}${base ? ` · line: ${base}` : ''}`
      }
      result={result}
      height={290}
    >
      {(table) => <Split table={table} name={name} dimension={dimension} money={money} />}
    </Tile>
  )
}

function Split({ table, name, dimension, money }: { readonly table: Table } & Omit<SplitTileProps, 'result'>) {
  const measure = column(table, money)
  const cause = causeOf(table, money)
  const compared = table.comparedTo != null
  const ranked = byValue(table.rows, money)
  const scale = sharedScale(
    ranked.map((row) => cell(row, money).value),
    measure,
  )
  const rows = ranked.slice(0, most).map((row) => ({
    key: rowKey(row),
    name: memberName(row),
    value: cell(row, money).value ?? null,
    previous: cell(row, money).previous,
    named: row === cause?.row,
    figure: (
      <SplitFigure
        row={row}
        dimension={dimension}
        money={money}
        label={measure.label}
        text={scaledText(cell(row, money).value ?? '0', scale)}
      />
    ),
    change: <SignedChange cell={cell(row, money)} measure={measure} better={measure.better} as={scale} />,
  }))
  return (
    <figure>
      <RankedBars rows={rows} compared={compared} />
      {ranked.length > most && (
        <p className="meta mt-2">
          The {most} largest of {ranked.length}; the table has all.
        </p>
      )}
      <AsTable
        caption={`${measure.label} by ${name.toLowerCase()}`}
        head={[name, `${measure.label}, ${measure.currency ?? ''}`, ...(compared ? ['Before', 'Change'] : [])]}
        rows={ranked.map((row) => asCells(row, money, measure, compared))}
      />
    </figure>
  )
}

function asCells(row: Row, money: Money, measure: ReturnType<typeof column>, compared: boolean): string[] {
  const { value, previous, changeRatio } = cell(row, money)
  const shown = (figure: string | null | undefined) => (figure == null ? '–' : cellText(figure, measure))
  return [
    memberName(row),
    shown(value),
    ...(compared ? [shown(previous), changeRatio == null ? '–' : changeRatioText(changeRatio)] : []),
  ]
}

interface SplitFigureProps {
  readonly row: Row
  readonly dimension: SalesDimension
  readonly money: Money
  readonly label: string
  readonly text: string
}

function SplitFigure({ row, dimension, money, label, text }: SplitFigureProps) {
  const member = row.keys[0]
  if (member?.value == null) return text
  return (
    <FigureButton
      subject={{
        metric: money,
        title: `${label}, ${member.label}`,
        only: { dimension, in: [member.id ?? member.value] },
        value: cell(row, money).value,
      }}
    >
      {text}
    </FigureButton>
  )
}
