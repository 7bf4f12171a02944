'use client'
import { useEffect, useState } from 'react'
import { compare, type Decimal, decimal, subtract, text } from '../format/decimal.ts'
import { grouped } from '../format/figure.ts'
import { type RecordScope, sumOfRecords } from './readRecords.ts'
import type { RecordSource } from './records.ts'

/** So many rows are added up unasked; more only when somebody wants it. */
const unasked = 3000

interface ProofProps {
  readonly source: RecordSource
  readonly scope: RecordScope
  /** The figure that the rows must come to, as an exact decimal. */
  readonly figure: string
  readonly totalCount: number
}

/** Says whether the rows add up to the figure, after adding up every one of them. */
export function Proof({ source, scope, figure, totalCount }: ProofProps) {
  if (source.counts) return <Verdict sum={decimal(String(totalCount))} figure={figure} what="rows, counted one by one" />
  if (source.sums !== null) return <SumProof source={source} scope={scope} figure={figure} totalCount={totalCount} />
  return <p className="meta mt-3">The figure is not a sum of these rows; the formula says what it is of them.</p>
}

function SumProof({ source, scope, figure, totalCount }: ProofProps) {
  const [wanted, setWanted] = useState(totalCount <= unasked)
  const [done, setDone] = useState(0)
  const [sum, setSum] = useState<Decimal | 'failed' | null>(null)
  useEffect(() => {
    if (!wanted) return
    const stop = new AbortController()
    sumOfRecords(source, scope, setDone, stop.signal).then(
      (total) => stop.signal.aborted || setSum(total ?? 'failed'),
      () => stop.signal.aborted || setSum('failed'),
    )
    return () => stop.abort()
  }, [wanted, source, scope])
  if (!wanted)
    return (
      <p className="proof">
        <button type="button" className="btn" onClick={() => setWanted(true)}>
          Add up all {totalCount.toLocaleString('en')} rows
        </button>
      </p>
    )
  if (sum === null)
    return (
      <p className="proof muted">
        Adding up: {done.toLocaleString('en')} of {totalCount.toLocaleString('en')} rows
      </p>
    )
  if (sum === 'failed') return <p className="proof muted">The rows could not all be read, so the sum is not proven.</p>
  return <Verdict sum={sum} figure={figure} what={`all ${totalCount.toLocaleString('en')} rows, added one by one`} />
}

/** `= Adds up` only where it does. */
function Verdict({ sum, figure, what }: { readonly sum: Decimal; readonly figure: string; readonly what: string }) {
  const difference = subtract(sum, decimal(figure))
  if (compare(sum, decimal(figure)) === 0)
    return (
      <p className="proof" role="status">
        <b className="good">= Adds up</b>
        <span className="muted">{what}</span>
      </p>
    )
  return (
    <p className="proof" role="status">
      <b className="bad">Does not add up</b>
      <span className="muted">
        {what} come to {grouped(sum)}, which is {grouped(decimal(text(difference)))} off
      </span>
    </p>
  )
}
