import { figureParts, type Measure, type Precision } from '../../format/figure.ts'

interface FigureProps {
  readonly value: string | null | undefined
  readonly measure: Measure
  readonly precision?: Precision
}

/** A figure with its unit set smaller; a dash where there is none. */
export function Figure({ value, measure, precision = 'short' }: FigureProps) {
  if (value == null)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">no figure</span>
      </>
    )
  const { before, number, after } = figureParts(value, measure, precision)
  const cents = precision === 'exact' && measure.unit === 'MONEY' ? /\.\d+$/.exec(number)?.[0] : undefined
  return (
    <>
      {before && <span className="unit before">{before.trim()}</span>}
      {cents ? number.slice(0, -cents.length) : number}
      {cents && <span className="unit">{cents}</span>}
      {after && <span className="unit">{`\u202f${after}`}</span>}
    </>
  )
}
