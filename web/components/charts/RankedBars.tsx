import type { ReactNode } from 'react'
import { approximate } from '../../format/decimal.ts'
import { percentScale } from './scale.ts'

interface RankedRow {
  readonly key: string
  readonly name: string
  /** Length of the bar, as an exact decimal; null draws none. */
  readonly value: string | null
  /** The period before, as a tick. */
  readonly previous?: string | null | undefined
  readonly figure: ReactNode
  readonly change?: ReactNode
  /** The one that the heading names. */
  readonly named?: boolean
}

interface RankedBarsProps {
  readonly rows: readonly RankedRow[]
  /** Whether the rows have a change. */
  readonly compared: boolean
}

/** A ranking: bars from zero, the previous period as a tick, figure and change as text. */
export function RankedBars({ rows, compared }: RankedBarsProps) {
  const reach = rows.flatMap((row) => [row.value, row.previous]).flatMap((value) => (value == null ? [] : [approximate(value)]))
  const x = percentScale(Math.min(0, ...reach), Math.max(0, ...reach))
  const pointed = rows.some((row) => row.named)
  return (
    <ol className={`bars ranked${compared ? '' : ' no-change'}`}>
      {rows.map((row) => (
        <li key={row.key} data-named={row.named ? '' : undefined}>
          <span className="name" title={row.name}>
            {row.name}
          </span>
          <Bar value={row.value} previous={row.previous} soft={pointed && !row.named} x={x} />
          <span className="value strong">{row.figure}</span>
          {compared && <span className="value muted">{row.change}</span>}
        </li>
      ))}
    </ol>
  )
}

interface BarProps {
  readonly value: string | null
  readonly previous: string | null | undefined
  readonly soft: boolean
  readonly x: (value: number) => number
}

function Bar({ value, previous, soft, x }: BarProps) {
  const zero = x(0)
  const to = value === null ? zero : x(approximate(value))
  const before = previous == null ? null : x(approximate(previous))
  return (
    <svg height="20" aria-hidden="true">
      <rect
        className={`bar${to < zero ? ' negative' : ''}${soft ? ' soft' : ''}`}
        x={`${Math.min(zero, to)}%`}
        y="4"
        width={`${Math.abs(to - zero)}%`}
        height="12"
      />
      {before !== null && <line className="mark" x1={`${before}%`} x2={`${before}%`} y1="1" y2="19" />}
    </svg>
  )
}
