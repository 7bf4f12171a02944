import { Icon } from '../components/controls/Icon.tsx'
import { SignedChange } from '../components/figures/Delta.tsx'
import { Tile, type TileState } from '../components/tile/Tile.tsx'
import { FigureButton } from '../explain/FigureButton.tsx'
import { cellText, currencySymbol, percentText } from '../format/figure.ts'
import type { SalesDimension, SalesMetric } from '../gql/graphql.ts'
import { type Money, moversFinding, restOf, shareOf } from './findings.ts'
import { type Cell, cell, column, memberName, type Row, rowKey, type Table } from './table.ts'

interface TopTableProps {
  /** What the rows are: `customer`, `product`. */
  readonly noun: string
  readonly dimension: SalesDimension
  readonly result: TileState<Table>
  readonly money: Money
  /** Further metrics, a column each. */
  readonly also: readonly SalesMetric[]
}

/** The largest members of a dimension, the rest of them, and the total that both tie to. */
export function TopTable({ noun, dimension, result, money, also }: TopTableProps) {
  const ready = result.state === 'ready' ? result.data : null
  return (
    <Tile
      title={ready ? moversFinding(ready, money) : `Top ${noun}s`}
      meta={ready && `Top ${ready.rows.length} of ${ready.rowCount.toLocaleString('en')} ${noun}s`}
      result={result}
      height={360}
    >
      {(table) => <Ranking table={table} noun={noun} dimension={dimension} money={money} also={also} />}
    </Tile>
  )
}

function Ranking({ table, noun, dimension, money, also }: Omit<TopTableProps, 'result'> & { readonly table: Table }) {
  const compared = table.comparedTo != null
  const measure = column(table, money)
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">
          The {table.rows.length} {noun}s with the most {measure.label.toLowerCase()}
        </caption>
        <thead>
          <tr>
            <th scope="col">{noun.charAt(0).toUpperCase() + noun.slice(1)}</th>
            <th scope="col" className="n" aria-sort="descending">
              {measure.label}, {currencySymbol(measure.currency).trim()} <Icon name="descending" />
            </th>
            <th scope="col" className="n wide-only">
              Share
            </th>
            {compared && (
              <th scope="col" className="n">
                Change
              </th>
            )}
            {also.map((metric) => (
              <th key={metric} scope="col" className="n wide-only">
                {column(table, metric).label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Member
              key={rowKey(row)}
              row={row}
              table={table}
              dimension={dimension}
              money={money}
              also={also}
              compared={compared}
            />
          ))}
          <Rest table={table} noun={noun} money={money} also={also} compared={compared} />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              All {table.rowCount.toLocaleString('en')} {noun}s
            </th>
            <Cells cells={table.totals} table={table} money={money} also={also} compared={compared} figure={null} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface MemberProps extends Omit<TopTableProps, 'result' | 'noun'> {
  readonly row: Row
  readonly table: Table
  readonly compared: boolean
}

function Member({ row, table, dimension, money, also, compared }: MemberProps) {
  const member = row.keys[0]
  const measure = column(table, money)
  const { value } = cell(row, money)
  return (
    <tr>
      <th scope="row">{memberName(row)}</th>
      <Cells
        cells={row.cells}
        table={table}
        money={money}
        also={also}
        compared={compared}
        figure={
          value != null && member?.value != null ? (
            <FigureButton
              subject={{
                metric: money,
                title: `${measure.label}, ${member.label}`,
                only: { dimension, in: [member.id ?? member.value] },
                value,
              }}
            >
              {cellText(value, measure)}
            </FigureButton>
          ) : null
        }
      />
    </tr>
  )
}

/** What the members shown leave of the total, so that the column adds up. */
function Rest({
  table,
  noun,
  money,
  also,
  compared,
}: Omit<TopTableProps, 'result' | 'dimension'> & { readonly table: Table; readonly compared: boolean }) {
  const rest = restOf(table, money)
  const others = table.rowCount - table.rows.length
  if (rest === null || others <= 0) return null
  return (
    <tr>
      <th scope="row" className="muted">
        {others.toLocaleString('en')} other {others === 1 ? noun : `${noun}s`}
      </th>
      <td className="n">{cellText(rest, column(table, money))}</td>
      <td className="n wide-only">{shareText({ metric: money, value: rest }, cell(table.totals, money))}</td>
      {compared && <td />}
      {also.map((metric) => (
        <td key={metric} className="wide-only" />
      ))}
    </tr>
  )
}

interface CellsProps {
  readonly cells: readonly Cell[]
  readonly table: Table
  readonly money: Money
  readonly also: readonly SalesMetric[]
  readonly compared: boolean
  /** Instead of the plain figure. */
  readonly figure: React.ReactNode
}

function Cells({ cells, table, money, also, compared, figure }: CellsProps) {
  const measure = column(table, money)
  const main = cell(cells, money)
  return (
    <>
      <td className="n">{figure ?? (main.value == null ? '–' : cellText(main.value, measure))}</td>
      <td className="n wide-only">{shareText(main, cell(table.totals, money))}</td>
      {compared && (
        <td className="n">
          <SignedChange cell={main} measure={measure} better={measure.better} as="ratio" />
        </td>
      )}
      {also.map((metric) => {
        const { value } = cell(cells, metric)
        return (
          <td key={metric} className="n wide-only">
            {value == null ? '–' : cellText(value, column(table, metric))}
          </td>
        )
      })}
    </>
  )
}

function shareText(part: Pick<Cell, 'metric' | 'value'>, total: Cell): string {
  const share = shareOf({ previous: null, change: null, changeRatio: null, ...part }, total)
  return share ? percentText(share, 1) : '–'
}
