'use client'
import { stepsOf } from './draft.ts'
import { Evidence } from './Evidence.tsx'
import { Sentence } from './Sentence.tsx'
import { UnderstoodChips } from './UnderstoodChips.tsx'
import type { Asking } from './useThread.ts'

interface AskingTurnProps {
  readonly asking: Asking
  readonly onAgain: () => void
}

/** A question whose answer is on its way, part by part; or why it did not come. */
export function AskingTurn({ asking, onAgain }: AskingTurnProps) {
  const { draft, state } = asking
  return (
    <article className="turn" aria-busy={state === 'asking'}>
      <h2>{draft.question}</h2>
      <UnderstoodChips answer={draft} />
      {draft.text !== '' && <Sentence text={draft.text} />}
      {draft.columns.length > 0 && draft.text !== '' && <Evidence answer={draft} />}
      {state === 'asking' ? (
        <>
          {draft.text === '' && <span className="skeleton mt-3 h-[28px] max-w-[420px]" />}
          {draft.text === '' && <span className="skeleton mt-4 h-[160px]" />}
          <Steps asking={asking} />
        </>
      ) : (
        <>
          <p className={state === 'failed' ? 'strong bad mt-2' : 'muted mt-2'}>
            {asking.message ?? 'Stopped. Nothing was kept.'}
          </p>
          <button type="button" className="btn mt-2" onClick={onAgain}>
            Ask again
          </button>
        </>
      )}
    </article>
  )
}

function Steps({ asking }: { readonly asking: Asking }) {
  const { done, now } = stepsOf(asking.draft)
  return (
    <p className="steps">
      {done.map((step) => (
        <span key={step} className="done">
          {step}
        </span>
      ))}
      <span className="now">{now}</span>
    </p>
  )
}
