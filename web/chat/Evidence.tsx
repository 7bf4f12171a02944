'use client'
import { useState } from 'react'
import { AnswerChart } from './AnswerChart.tsx'
import { AnswerTable } from './AnswerTable.tsx'
import type { Answer } from './answer.ts'

/** Picture and table, either or both; one alone where the other would say the same. */
export function Evidence({ answer }: { readonly answer: Answer }) {
  const [shown, setShown] = useState<'both' | 'chart' | 'table'>('both')
  const drawable = answer.rows.length > 1 && (answer.chart === 'LINE' || answer.chart === 'BAR' || answer.chart === 'STACKED')
  const listed = answer.rows.length > 1 || answer.columns.length > 1 || answer.rows.some((row) => row.previous != null)
  if (!drawable && !listed) return null
  const drawn = drawable && shown !== 'table'
  const tabled = !drawable || shown !== 'chart'
  // The last of the two that is shown stays.
  const toggle = (what: 'chart' | 'table', other: 'chart' | 'table') =>
    setShown(shown === 'both' ? other : shown === what ? what : 'both')
  return (
    <>
      {drawable && (
        <fieldset className="shown">
          <legend className="sr-only">Show</legend>
          <button type="button" aria-pressed={drawn} onClick={() => toggle('chart', 'table')}>
            Chart
          </button>
          <button type="button" aria-pressed={tabled} onClick={() => toggle('table', 'chart')}>
            Table
          </button>
        </fieldset>
      )}
      <div className={drawn ? `evidence${answer.chart === 'LINE' || !tabled ? ' tall' : ''}` : 'mt-4'}>
        {drawn && (
          <figure aria-label={`Chart: ${answer.question}`}>
            <AnswerChart answer={answer} />
          </figure>
        )}
        {tabled && (
          <div>
            <AnswerTable answer={answer} />
          </div>
        )}
      </div>
    </>
  )
}
