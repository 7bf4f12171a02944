import { AsTable } from '../components/charts/AsTable.tsx'
import { Timeline, type TimelineLine } from '../components/charts/Timeline.tsx'
import { Tile, type TileState } from '../components/tile/Tile.tsx'
import { decimal, isZero } from '../format/decimal.ts'
import { figureText } from '../format/figure.ts'
import { axisLabel, day, periodName, periodPhrase } from '../format/period.ts'
import { type Money, trendFinding } from './findings.ts'
import { cell, column, type Row, type Table } from './table.ts'

/** Money over time, with the year before. */
export function TrendTile({ result, money }: { readonly result: TileState<Table>; readonly money: Money }) {
  const ready = result.state === 'ready' ? result.data : null
  const label = ready ? column(ready, money) : null
  return (
    <Tile
      title={ready ? trendFinding(ready, money) : 'Trend'}
      meta={label && `${label.label}, ${label.currency ?? ''} ${grainName(ready)}`}
      result={result}
      height={260}
    >
      {(trend) => <Trend trend={trend} money={money} />}
    </Tile>
  )
}

function Trend({ trend, money }: { readonly trend: Table; readonly money: Money }) {
  const measure = column(trend, money)
  const moments = trend.rows.map((row, index) => ({
    label: axisLabel(row.period ?? {}, turnsYear(trend.rows, index)),
    name: periodName(row.period ?? {}),
  }))
  const line = (name: string, look: 'now' | 'prev', part: 'value' | 'previous'): TimelineLine => {
    const values = trend.rows.map((row) => cell(row, money)[part] ?? null)
    return { name, look, values, shown: values.map((value) => (value === null ? '–' : figureText(value, measure))) }
  }
  const compared = trend.rows.some((row) => !isZero(decimal(cell(row, money).previous ?? '0')))
  const lines = [line('Now', 'now', 'value'), ...(compared ? [line('Year before', 'prev', 'previous')] : [])]
  const summary = `${measure.label} ${periodPhrase(trend.period)}, ${moments.length} points${compared ? ', with the year before' : ''}`
  return (
    <figure>
      <Timeline moments={moments} lines={lines} measure={measure} summary={summary} />
      <AsTable
        caption={summary}
        head={['Period', ...lines.map((each) => `${each.name}${measure.currency ? `, ${measure.currency}` : ''}`)]}
        rows={moments.map((moment, index) => [moment.name, ...lines.map((each) => each.shown[index] ?? '–')])}
      />
    </figure>
  )
}

/** Whether a label needs its year: at the start, and where the year changes. */
function turnsYear(rows: readonly Row[], index: number): boolean {
  const [before, now] = [rows[index - 1]?.period?.from, rows[index]?.period?.from]
  return !before || !now || day(before).year !== day(now).year
}

function grainName(table: Table | null): string {
  const first = table?.rows[0]?.period
  if (!first?.from || !first.to) return ''
  const days = (Date.parse(first.to) - Date.parse(first.from)) / 86_400_000 + 1
  return days <= 1 ? 'per day' : days <= 7 ? 'per week' : days <= 31 ? 'per month' : days <= 92 ? 'per quarter' : 'per year'
}
