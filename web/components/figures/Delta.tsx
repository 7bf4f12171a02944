import { type Changing, changeOf, changeRatioText } from '../../format/change.ts'
import { type Measure, type Scale, signedScaledText, signedText } from '../../format/figure.ts'
import type { Better } from '../../gql/graphql.ts'
import { Icon } from '../controls/Icon.tsx'

interface DeltaProps {
  readonly cell: Changing
  readonly measure: Measure
  readonly better: Better
  /** What it is held against: `February`. */
  readonly base?: string | undefined
}

/** A change in full: arrow for the direction, word for the judgement, colour for the judgement again. */
export function Delta({ cell, measure, better, base }: DeltaProps) {
  const change = changeOf(cell, measure, better)
  if (!change) return null
  if (change.direction === 'none') return <b>no change</b>
  return (
    <>
      <b className={change.tone === 'plain' ? '' : change.tone}>
        <Icon name={change.direction === 'up' ? 'rise' : 'fall'} /> {change.amount}
      </b>{' '}
      {change.word}
      {base && <> than {base}</>}
    </>
  )
}

interface SignedProps {
  readonly cell: Changing & { readonly previous?: string | null | undefined }
  readonly measure: Measure
  readonly better: Better
  /** Whether to give the change as a fraction, or as an amount at this scale. */
  readonly as: 'ratio' | Scale
  /** Changes smaller than this fraction are noise, and muted. */
  readonly noise?: number
}

/** A change in a table or at a bar: a sign suffices, and colour only beyond noise. */
export function SignedChange({ cell, measure, better, as, noise = 0.03 }: SignedProps) {
  const change = changeOf(cell, measure, better)
  if (!change || cell.change == null) return <>–</>
  if (as === 'ratio' && cell.changeRatio == null && cell.previous != null) return <span className="muted">new</span>
  const quiet = Math.abs(Number(cell.changeRatio ?? 1)) < noise
  const shown =
    as !== 'ratio'
      ? signedScaledText(cell.change, as)
      : cell.changeRatio != null
        ? changeRatioText(cell.changeRatio)
        : signedText(cell.change, measure)
  return <span className={quiet || change.tone === 'plain' ? 'muted' : change.tone}>{shown}</span>
}
