import { Contributions } from '../components/charts/Contributions.tsx'
import { RankedBars } from '../components/charts/RankedBars.tsx'
import { StackedBar } from '../components/charts/StackedBar.tsx'
import { Timeline, type TimelineLine } from '../components/charts/Timeline.tsx'
import { SignedChange } from '../components/figures/Delta.tsx'
import { figureText, scaledText, sharedScale } from '../format/figure.ts'
import { axisLabel, type Days, day, periodName } from '../format/period.ts'
import {
  type Answer,
  type AnswerColumn,
  type AnswerRow,
  changeOfRow,
  dimensionsOf,
  figureOf,
  isAboutChange,
  isCompared,
  memberOf,
  previousOf,
  rowId,
  rowName,
} from './answer.ts'

const mostBars = 12
const mostLines = 5

/** The picture that suits an answer; the first metric's, where there are several. */
export function AnswerChart({ answer }: { readonly answer: Answer }) {
  const column = answer.columns[0]
  if (!column || answer.rows.length < 2) return null
  switch (answer.chart) {
    case 'LINE':
      return <Lines answer={answer} column={column} />
    case 'BAR':
      return isAboutChange(answer) ? <Changes answer={answer} column={column} /> : <Bars answer={answer} column={column} />
    case 'STACKED':
      return <Shares answer={answer} column={column} />
    default:
      return null
  }
}

interface ChartProps {
  readonly answer: Answer
  readonly column: AnswerColumn
}

function Lines({ answer, column }: ChartProps) {
  const dimensions = dimensionsOf(answer)
  const periods = [...new Map(answer.rows.map((row): [string, Days] => [row.period?.from ?? '', row.period ?? {}])).values()]
  const moments = periods.map((period, index) => {
    const before = periods[index - 1]?.from
    return {
      label: axisLabel(period, !before || !period.from || day(before).year !== day(period.from).year),
      name: periodName(period),
    }
  })
  const members =
    dimensions.length === 0 ? [null] : [...new Set(answer.rows.map((row) => rowName({ ...row, period: null }, dimensions)))]
  const line = (
    name: string,
    look: TimelineLine['look'],
    figure: (row: AnswerRow) => string | null,
    of: (row: AnswerRow) => boolean,
  ): TimelineLine => {
    const values = periods.map((period) => {
      const row = answer.rows.find((each) => of(each) && each.period?.from === period.from)
      return row ? figure(row) : null
    })
    return { name, look, values, shown: values.map((value) => (value === null ? '–' : figureText(value, column))) }
  }
  const value = (row: AnswerRow) => figureOf(row, column)
  const lines = members.flatMap((member, index): TimelineLine[] => {
    if (member === null) {
      const before = isCompared(answer)
        ? [
            line(
              'Before',
              'prev',
              (row) => previousOf(row, column),
              () => true,
            ),
          ]
        : []
      return [line('Now', 'now', value, () => true), ...before]
    }
    const look = looks[index]
    return look ? [line(member, look, value, (row) => rowName({ ...row, period: null }, dimensions) === member)] : []
  })
  return (
    <>
      <Timeline
        moments={moments}
        lines={lines}
        measure={column}
        summary={`${column.label}, ${moments.length} points over time`}
      />
      {members.length > mostLines && (
        <p className="meta mt-2">
          The first {mostLines} of {members.length}; the table has all.
        </p>
      )}
    </>
  )
}

const looks = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5'] as const

function Bars({ answer, column }: ChartProps) {
  const dimensions = dimensionsOf(answer)
  const scale = sharedScale(
    answer.rows.map((row) => figureOf(row, column)),
    column,
  )
  const rows = answer.rows.slice(0, mostBars).map((row, index) => {
    const value = figureOf(row, column)
    return {
      key: rowId(row, index),
      name: rowName(row, dimensions),
      value,
      previous: previousOf(row, column),
      figure: value === null ? '–' : scaledText(value, scale),
      change: <SignedChange cell={changeOfRow(row, column)} measure={column} better={column.better} as="ratio" />,
    }
  })
  return (
    <>
      <RankedBars rows={rows} compared={isCompared(answer)} />
      {answer.rows.length > mostBars && (
        <p className="meta mt-2">
          The first {mostBars} of {answer.rows.length}; the table has all.
        </p>
      )}
    </>
  )
}

function Changes({ answer, column }: ChartProps) {
  const dimensions = dimensionsOf(answer)
  const rows = answer.rows.slice(0, mostBars).flatMap((row, index) => {
    const { change } = changeOfRow(row, column)
    return change === null ? [] : [{ key: rowId(row, index), name: rowName(row, dimensions), value: change, named: index === 0 }]
  })
  return <Contributions rows={rows} measure={column} />
}

function Shares({ answer, column }: ChartProps) {
  const dimension = dimensionsOf(answer)[0]
  const parts = answer.rows.slice(0, mostBars).flatMap((row) => {
    const value = figureOf(row, column)
    return value === null ? [] : [{ name: dimension ? memberOf(row, dimension) : rowName(row, []), value }]
  })
  return <StackedBar parts={parts} measure={column} />
}
