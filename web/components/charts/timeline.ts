import { approximate } from '../../format/decimal.ts'
import { type Measure, thin } from '../../format/figure.ts'
import { percentScale, ticks } from './scale.ts'
import type { TimelineLine } from './Timeline.tsx'

/** Of the picture, in pixels: its height, and what labels need above and beneath the lines. */
export const plot = { height: 260, top: 22, bottom: 26 } as const

export interface TimelineDrawing {
  readonly axis: readonly { readonly text: string; readonly y: number }[]
  /** Per cent of the plot's width. */
  readonly x: (index: number) => number
  /** Pixels from the top. */
  readonly y: (value: string) => number
  /** The line in a box of 100 by 100. */
  readonly path: (values: readonly (string | null)[]) => string
  /** Where each line's name stands at its end. */
  readonly ends: readonly { readonly line: TimelineLine; readonly y: number }[]
}

/** Everything about where things stand in a picture of lines over time. */
export function drawing(lines: readonly TimelineLine[], moments: number, measure: Measure): TimelineDrawing {
  const values = lines.flatMap((line) => line.values).flatMap((value) => (value === null ? [] : [approximate(value)]))
  const reach = { low: Math.min(0, ...values), high: Math.max(0, ...values) }
  const marks = ticks(reach.low, reach.high, 5)
  const low = Math.min(marks[0] ?? 0, reach.low * 1.04)
  const high = Math.max(marks.at(-1) ?? 1, reach.high * 1.04)
  const percent = percentScale(low, high)
  const inner = plot.height - plot.top - plot.bottom
  const toPixels = (value: number) => Number((plot.top + inner * (1 - percent(value) / 100)).toFixed(2))
  const x = percentScale(0, Math.max(moments - 1, 1))
  return {
    axis: marks.map((value) => ({ text: axisText(value, Math.max(Math.abs(low), Math.abs(high)), measure), y: toPixels(value) })),
    x,
    y: (value) => toPixels(approximate(value)),
    path: (series) =>
      pathOf(
        series.map((value, index) =>
          value === null ? null : [x(index), Number((100 - percent(approximate(value))).toFixed(3))],
        ),
      ),
    ends: spread(lines.map((line) => ({ line, y: endOf(line, toPixels) }))),
  }
}

function endOf(line: TimelineLine, toPixels: (value: number) => number): number {
  const last = line.values.findLast((value) => value !== null)
  return toPixels(last == null ? 0 : approximate(last))
}

/** Moves labels apart until a line of text fits between any two. */
function spread(ends: { line: TimelineLine; y: number }[]): { line: TimelineLine; y: number }[] {
  const sorted = ends.toSorted((a, b) => a.y - b.y)
  for (const [index, end] of sorted.entries()) {
    const above = sorted[index - 1]
    if (above && end.y - above.y < 16) end.y = above.y + 16
  }
  return sorted
}

function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  let pen = false
  return points
    .map((point) => {
      if (!point) {
        pen = false
        return ''
      }
      const command = `${pen ? 'L' : 'M'}${point[0]} ${point[1]}`
      pen = true
      return command
    })
    .join('')
}

/** `4 M`, all lines of an axis in the same unit; floats will do, these are round numbers. */
function axisText(value: number, reach: number, measure: Measure): string {
  if (value === 0) return '0'
  if (measure.unit === 'RATIO') return `${Number((value * 100).toPrecision(6))}${thin}%`
  const [size, letter] = reach >= 1e9 ? [1e9, 'B'] : reach >= 1e6 ? [1e6, 'M'] : reach >= 1e3 ? [1e3, 'k'] : [1, '']
  const number = String(Number((value / size).toPrecision(6))).replace('-', '\u2212')
  return letter ? number + thin + letter : number
}
