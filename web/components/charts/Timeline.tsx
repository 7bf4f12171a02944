'use client'
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react'
import type { Measure } from '../../format/figure.ts'
import { TimelinePlot } from './TimelinePlot.tsx'
import { drawing, plot } from './timeline.ts'

export interface TimelineMoment {
  /** Under the axis: `Mar`. */
  readonly label: string
  /** In full: `March 2014`. */
  readonly name: string
}

export interface TimelineLine {
  readonly name: string
  /** Now, the period before, or one of several things, in the order of the series. */
  readonly look: 'now' | 'prev' | `series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  /** One per moment, as exact decimals; a gap where there is none. */
  readonly values: readonly (string | null)[]
  /** The same, as a reader sees them. */
  readonly shown: readonly string[]
}

export interface TimelineProps {
  readonly moments: readonly TimelineMoment[]
  readonly lines: readonly TimelineLine[]
  readonly measure: Measure
  /** What the picture shows, in one sentence. */
  readonly summary: string
}

/** Lines over time, drawn on the server at any width; pointer and arrow keys read out a moment. */
export function Timeline({ moments, lines, measure, summary }: TimelineProps) {
  const [at, setAt] = useState<number | null>(null)
  const id = useId()
  const last = moments.length - 1
  const chart = drawing(lines, moments.length, measure)
  const readout = (index: number) => lines.map((line) => `${line.name} ${line.shown[index] ?? '–'}`)
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    setAt(Math.min(last, Math.max(0, Math.round(((event.clientX - left) / width) * last))))
  }
  const step = (event: KeyboardEvent) => {
    const to = { ArrowLeft: (at ?? last) - 1, ArrowRight: (at ?? -1) + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setAt(Math.min(last, Math.max(0, to)))
  }
  const shown = at ?? last
  return (
    <div className="chart timeline">
      <svg height={plot.height} aria-hidden="true">
        {chart.axis.map(({ text, y }) => (
          <text key={y} className="tick" x="40" y={y + 4} textAnchor="end">
            {text}
          </text>
        ))}
      </svg>
      <div
        className="plot"
        role="slider"
        tabIndex={0}
        aria-label={summary}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={shown}
        aria-valuetext={`${moments[shown]?.name ?? ''}: ${readout(shown).join(', ')}`}
        aria-describedby={`${id}-how`}
        onPointerMove={point}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onKeyDown={step}
      >
        <TimelinePlot chart={chart} moments={moments} lines={lines} at={at} />
        <span id={`${id}-how`} hidden>
          Arrow keys go from moment to moment.
        </span>
        {at !== null && (
          <div className="readout" style={{ left: `${chart.x(at)}%`, translate: `-${chart.x(at)}% -100%` }} aria-hidden="true">
            <div className="strong">{moments[at]?.name}</div>
            {readout(at).map((text) => (
              <div key={text}>{text}</div>
            ))}
          </div>
        )}
      </div>
      <svg className="ends" height={plot.height} aria-hidden="true">
        {chart.ends.map(({ line, y }) => (
          <text key={line.name} className={`lab ${line.look === 'now' ? 'lab-now' : 'muted'}`} x="10" y={y + 4}>
            {line.look === 'now' ? line.shown.findLast((text) => text !== '–') : line.name}
          </text>
        ))}
      </svg>
    </div>
  )
}
