'use client'
import type { Answer } from './answer.ts'
import { ChipMenu, Narrowing } from './ChipMenu.tsx'
import type { Change } from './useThread.ts'

interface UnderstoodChipsProps {
  readonly answer: Answer
  /** Asks again with a part changed; absent while the answer is on its way. */
  readonly onAsk?: (question: string, change?: Change) => void
  /** Whether a question asked now builds on this answer, so that parts can be added to it. */
  readonly latest?: boolean
}

/** What was understood, in plain words; each part can be taken out or replaced. */
export function UnderstoodChips({ answer, onAsk, latest = false }: UnderstoodChipsProps) {
  if (answer.chips.length === 0) return null
  return (
    <div className="chips">
      <span className="meta" id={`understood-${answer.id}`}>
        Understood
      </span>
      <ul aria-labelledby={`understood-${answer.id}`} className="contents">
        {answer.chips.map((chip) => (
          <li key={`${chip.slot} ${chip.label}`}>
            {onAsk ? (
              <ChipMenu answer={answer} chip={chip} onAsk={onAsk} />
            ) : (
              <span className="chip set">
                <span className="value">{chip.label}</span>
              </span>
            )}
          </li>
        ))}
        {onAsk && latest && answer.status === 'ANSWERED' && (
          <li>
            <Narrowing answer={answer} onAsk={onAsk} />
          </li>
        )}
      </ul>
    </div>
  )
}
