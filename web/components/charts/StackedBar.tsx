import { approximate } from '../../format/decimal.ts'
import { type Measure, scaledText, sharedScale } from '../../format/figure.ts'

export interface StackedPart {
  readonly name: string
  readonly value: string
}

const most = 6

/** Shares of a whole: one bar of parts, each with its name, figure and share beneath. */
export function StackedBar({ parts, measure }: { readonly parts: readonly StackedPart[]; readonly measure: Measure }) {
  const sizes = parts.map((part) => Math.max(0, approximate(part.value)))
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1
  const scale = sharedScale(
    parts.map((part) => part.value),
    measure,
  )
  const look = (index: number) => (index < most ? `series-${index + 1}` : 'series-rest')
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0))
  return (
    <>
      <svg className="block h-[28px] w-full" aria-hidden="true">
        {parts.map((part, index) => (
          <rect
            key={part.name}
            className={`fill ${look(index)}`}
            x={`${((starts[index] ?? 0) / total) * 100}%`}
            width={`${Math.max(0, ((sizes[index] ?? 0) / total) * 100 - 0.3)}%`}
            height="28"
          />
        ))}
      </svg>
      <ol className="key num">
        {parts.map((part, index) => (
          <li key={part.name} className={look(index)}>
            {part.name} {scaledText(part.value, scale)}, {(((sizes[index] ?? 0) / total) * 100).toFixed(0)}
            {'\u202f'}%
          </li>
        ))}
      </ol>
    </>
  )
}
