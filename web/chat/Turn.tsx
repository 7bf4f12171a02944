'use client'
import { Icon } from '../components/controls/Icon.tsx'
import { AnswerSources } from './AnswerSources.tsx'
import type { Answer } from './answer.ts'
import { Evidence } from './Evidence.tsx'
import { Sentence } from './Sentence.tsx'
import { UnderstoodChips } from './UnderstoodChips.tsx'
import type { Change } from './useThread.ts'
import { Verdict } from './Verdict.tsx'

interface TurnProps {
  readonly answer: Answer
  readonly explorerUrl: string
  /** Whether it is the latest: what is asked next builds on it. */
  readonly latest: boolean
  /** Whether the reader may teach the assistant. */
  readonly teaches: boolean
  readonly onAsk: (question: string, change?: Change) => void
}

/** A question and what came of it. */
export function Turn({ answer, explorerUrl, latest, teaches, onAsk }: TurnProps) {
  return (
    <article className="turn">
      <h2>{answer.question}</h2>
      <UnderstoodChips answer={answer} latest={latest} onAsk={onAsk} />
      {answer.status === 'REFUSED' && answer.reason && <p className="tag warn mb-2">{reasons[answer.reason]}</p>}
      {answer.status === 'ERROR' && <p className="strong bad">Something broke while this was answered</p>}
      <Sentence text={answer.text} />
      {answer.candidates.length > 0 && <Candidates answer={answer} onAsk={onAsk} />}
      {answer.status === 'ANSWERED' && <Evidence answer={answer} />}
      {answer.status === 'ANSWERED' && <AnswerSources answer={answer} explorerUrl={explorerUrl} />}
      {teaches && <Verdict answer={answer} />}
      {answer.suggestions.length > 0 && (
        <div className="nexts">
          {answer.suggestions.map((question) => (
            <button key={question} type="button" className="follow" onClick={() => onAsk(question)}>
              {question}
              <Icon name="right" />
            </button>
          ))}
        </div>
      )}
    </article>
  )
}

const reasons = {
  OUT_OF_SCOPE: 'Not about the company’s data',
  NO_DATA: 'No such data',
  FORBIDDEN: 'You may not see this',
  WRITE: 'It only reads',
  INJECTION: 'It does only what it is for',
} as const

function Candidates({ answer, onAsk }: { readonly answer: Answer; readonly onAsk: (question: string) => void }) {
  return (
    <div className="choice">
      {answer.candidates.map((candidate) => (
        <button key={candidate.name} type="button" onClick={() => onAsk(candidate.question)}>
          <b>{candidate.label}</b>
          <span>{candidate.description}</span>
        </button>
      ))}
    </div>
  )
}
