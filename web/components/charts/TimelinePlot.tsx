import type { TimelineLine, TimelineMoment } from './Timeline.tsx'
import { plot, type TimelineDrawing } from './timeline.ts'

interface TimelinePlotProps {
  readonly chart: TimelineDrawing
  readonly moments: readonly TimelineMoment[]
  readonly lines: readonly TimelineLine[]
  /** The moment being read out. */
  readonly at: number | null
}

/** Grid, lines, last points and labels. Only the lines stretch; text and dots keep their size. */
export function TimelinePlot({ chart, moments, lines, at }: TimelinePlotProps) {
  const bottom = plot.height - plot.bottom
  return (
    <svg height={plot.height} aria-hidden="true">
      {chart.axis.map(({ text, y }) => (
        <line key={y} className={text === '0' ? 'zero' : 'grid-line'} x1="0" x2="100%" y1={y} y2={y} />
      ))}
      <Moments moments={moments} x={chart.x} />
      {at !== null && <line className="guide" x1={`${chart.x(at)}%`} x2={`${chart.x(at)}%`} y1={plot.top - 4} y2={bottom} />}
      <svg
        aria-hidden="true"
        y={plot.top}
        width="100%"
        height={bottom - plot.top}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
      >
        {lines.toReversed().map((line) => (
          <path key={line.name} className={lineClass(line)} d={chart.path(line.values)} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      {lines.map((line) => (
        <Dots key={line.name} line={line} chart={chart} at={at} />
      ))}
      <LastFigure chart={chart} line={lines.find((line) => line.look === 'now')} />
    </svg>
  )
}

function lineClass(line: TimelineLine): string {
  return line.look === 'now' || line.look === 'prev' ? line.look : `line ${line.look}`
}

/** Labels of the axis, thinned to fit. */
function Moments({ moments, x }: { readonly moments: readonly TimelineMoment[]; readonly x: (index: number) => number }) {
  const wide = Math.ceil(moments.length / 13)
  const narrow = Math.ceil(moments.length / 4)
  return moments.map(({ label, name }, index) => {
    if (index % wide !== 0) return null
    return (
      <text
        key={name}
        className={`tick${index % narrow === 0 ? '' : ' thinned'}`}
        x={`${x(index)}%`}
        y={plot.height - 8}
        textAnchor="middle"
      >
        {label}
      </text>
    )
  })
}

/** The last point, and the one being read out. */
function Dots({ line, chart, at }: { readonly line: TimelineLine; readonly chart: TimelineDrawing; readonly at: number | null }) {
  const last = line.values.findLastIndex((value) => value !== null)
  return [line.look === 'prev' ? null : last, at].map((index) => {
    const value = index === null ? null : line.values[index]
    if (index === null || value == null) return null
    return (
      <circle
        key={index}
        className={line.look === 'now' || line.look === 'prev' ? 'dot' : `dot fill ${line.look}`}
        cx={`${chart.x(index)}%`}
        cy={chart.y(value)}
        r="4"
      />
    )
  })
}

/** The figure at the end of the line that the page is about. */
function LastFigure({ chart, line }: { readonly chart: TimelineDrawing; readonly line: TimelineLine | undefined }) {
  const index = line?.values.findLastIndex((value) => value !== null) ?? -1
  const value = line?.values[index]
  if (!line || value == null) return null
  return (
    <text className="lab strong inside" x={`${chart.x(index)}%`} y={Math.max(12, chart.y(value) - 12)} textAnchor="end">
      {line.shown[index]}
    </text>
  )
}
