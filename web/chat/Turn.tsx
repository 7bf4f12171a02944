'use client'
import { Icon } from '../components/controls/Icon.tsx'
import { AnswerChart } from './AnswerChart.tsx'
import { AnswerSources } from './AnswerSources.tsx'
import { AnswerTable } from './AnswerTable.tsx'
import type { Answer } from './answer.ts'
import { Sentence } from './Sentence.tsx'

interface TurnProps {
  readonly answer: Answer
  readonly explorerUrl: string
  readonly onAsk: (question: string) => void
}

/** A question and what came of it. */
export function Turn({ answer, explorerUrl, onAsk }: TurnProps) {
  return (
    <article className="turn">
      <h2>{answer.question}</h2>
      <Chips answer={answer} />
      {answer.status === 'REFUSED' && answer.reason && <p className="tag warn mb-2">{reasons[answer.reason]}</p>}
      {answer.status === 'ERROR' && <p className="strong bad">Something broke while this was answered</p>}
      <Sentence text={answer.text} />
      {answer.candidates.length > 0 && <Candidates answer={answer} onAsk={onAsk} />}
      {answer.status === 'ANSWERED' && <Evidence answer={answer} />}
      {answer.status === 'ANSWERED' && <AnswerSources answer={answer} explorerUrl={explorerUrl} />}
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

function Chips({ answer }: { readonly answer: Answer }) {
  if (answer.chips.length === 0) return null
  return (
    <div className="chips">
      <span className="meta" id={`understood-${answer.id}`}>
        Understood
      </span>
      <ul aria-labelledby={`understood-${answer.id}`} className="contents">
        {answer.chips.map((chip) => (
          <li key={`${chip.slot} ${chip.label}`} className="chip set" title={chip.slot}>
            {chip.label}
          </li>
        ))}
      </ul>
    </div>
  )
}

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

/** Picture and table; one alone where the other would say the same. */
function Evidence({ answer }: { readonly answer: Answer }) {
  const drawn = answer.rows.length > 1 && (answer.chart === 'LINE' || answer.chart === 'BAR' || answer.chart === 'STACKED')
  const listed = answer.rows.length > 1 || answer.columns.length > 1 || answer.rows.some((row) => row.previous != null)
  if (!drawn && !listed) return null
  return (
    <div className={drawn ? `evidence${answer.chart === 'LINE' ? ' tall' : ''}` : 'mt-4'}>
      {drawn && (
        <figure aria-label={`Chart: ${answer.question}`}>
          <AnswerChart answer={answer} />
        </figure>
      )}
      <div>
        <AnswerTable answer={answer} />
      </div>
    </div>
  )
}
