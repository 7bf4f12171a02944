import type { ReactNode } from 'react'
import { approximate } from '../../format/decimal.ts'
import { type Measure, sharedScale, signedScaledText } from '../../format/figure.ts'
import { percentScale } from './scale.ts'

export interface ContributionRow {
  readonly name: string
  /** Part of the change, as an exact decimal. */
  readonly value: string
  /** The one that the heading names. */
  readonly named?: boolean
  /** Instead of the plain figure. */
  readonly figure?: ReactNode
}

/** Parts of a change, as bars round zero: falls to the left, rises to the right. */
export function Contributions({ rows, measure }: { readonly rows: readonly ContributionRow[]; readonly measure: Measure }) {
  const scale = sharedScale(
    rows.map((row) => row.value),
    measure,
  )
  const values = rows.map((row) => approximate(row.value))
  const x = percentScale(Math.min(0, ...values), Math.max(0, ...values))
  return (
    <ol className="bars contributions">
      {rows.map(({ name, value, named, figure }, index) => {
        const to = x(values[index] ?? 0)
        const zero = x(0)
        return (
          <li key={name} className={named ? 'strong' : 'muted'}>
            <span className="name">{name}</span>
            <span className="value">{figure ?? signedScaledText(value, scale)}</span>
            <svg height="30" aria-hidden="true">
              <rect
                className={`bar${to < zero ? ' negative' : ''}${named ? '' : ' soft'}`}
                x={`${Math.min(to, zero)}%`}
                y="10"
                width={`${Math.abs(to - zero)}%`}
                height="10"
              />
              <line className="mark zero" x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="30" />
            </svg>
          </li>
        )
      })}
    </ol>
  )
}
