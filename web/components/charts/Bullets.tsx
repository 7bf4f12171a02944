import type { ReactNode } from 'react'
import { approximate } from '../../format/decimal.ts'
import { percentScale } from './scale.ts'

export interface BulletRow {
  readonly key: string
  readonly name: string
  /** What was reached, the goal and the period before, as exact decimals. */
  readonly value: string
  readonly goal: string
  readonly previous?: string | null | undefined
  readonly figure: ReactNode
}

/** What was reached against a goal: bar, tick for the goal, pale bar for the period before. */
export function Bullets({ rows }: { readonly rows: readonly BulletRow[] }) {
  const reach = rows.flatMap((row) => [row.value, row.goal, row.previous ?? '0']).map(approximate)
  const x = percentScale(Math.min(0, ...reach), Math.max(0, ...reach) * 1.02)
  const zero = x(0)
  const span = (value: string) => ({
    x: `${Math.min(zero, x(approximate(value)))}%`,
    width: `${Math.abs(x(approximate(value)) - zero)}%`,
  })
  return (
    <ol className="bars bullets">
      {rows.map(({ key, name, value, goal, previous, figure }) => (
        <li key={key}>
          <span className="name" title={name}>
            {name}
          </span>
          <svg height="20" aria-hidden="true">
            {previous != null && <rect className="bar track" y="1" height="18" {...span(previous)} />}
            <rect className="bar" y="6" height="8" {...span(value)} />
            <line className="mark goal" x1={`${x(approximate(goal))}%`} x2={`${x(approximate(goal))}%`} y1="1" y2="19" />
          </svg>
          <span className="value strong">{figure}</span>
        </li>
      ))}
    </ol>
  )
}
