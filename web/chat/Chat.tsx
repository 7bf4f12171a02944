'use client'
import { useEffect, useRef, useState } from 'react'
import type { PastConversationFragment } from '../gql/graphql.ts'
import { AskingTurn } from './AskingTurn.tsx'
import type { Answer } from './answer.ts'
import { Composer } from './Composer.tsx'
import { History, HistorySheet } from './History.tsx'
import { Turn } from './Turn.tsx'
import { useThread } from './useThread.ts'

interface ChatProps {
  readonly company: string
  readonly conversation: { readonly id: string; readonly answers: readonly Answer[] } | null
  readonly past: readonly PastConversationFragment[]
  /** A question to begin with, ready to be sent. */
  readonly question: string
  /** A conversation that somebody shared: its questions are asked as whoever reads it. */
  readonly shared?: { readonly by: string; readonly title: string; readonly questions: readonly string[] }
  readonly explorerUrl: string
  /** What the reader's roles allow. */
  readonly scopes: readonly string[]
  /** When the page was made, for telling today from earlier. */
  readonly now: string
}

const openers = [
  'What was revenue last month?',
  'Revenue by territory last year',
  'Top 5 products this year',
  'Revenue by month over the last 12 months',
]

/** Questions and answers, and the conversations before. */
export function Chat({ company, conversation, past: pastAtFirst, question, shared, explorerUrl, scopes, now }: ChatProps) {
  const [past, setPast] = useState(pastAtFirst)
  const [current, setCurrent] = useState(conversation?.id ?? null)
  const begun = (answer: Answer) => {
    setCurrent(answer.conversationId)
    setPast((before) => [{ id: answer.conversationId, title: answer.question, updatedAt: answer.askedAt }, ...before])
    window.history.replaceState(null, '', `/chat/${answer.conversationId}`)
  }
  const { answers, asking, ask, stop } = useThread({ id: conversation?.id ?? null, answers: conversation?.answers ?? [] }, begun)
  const began = useRef(false)
  useEffect(() => {
    if (!shared || began.current) return
    began.current = true
    const askAll = async () => {
      for (const each of shared.questions) if (!(await ask(each))) return
    }
    void askAll()
  }, [shared, ask])
  const history = { past, current, now, onChange: setPast }
  const isNew = answers.length === 0 && asking === null
  return (
    <div className="chat">
      <div className="thread">
        <div className="thread-top">
          <h1 className={isNew ? '' : 'sr-only'}>Ask about {company}</h1>
          <HistorySheet {...history} />
        </div>
        {shared && (
          <p className="meta mb-4">
            “{shared.title}”, shared by {shared.by}. The answers are yours: they hold what you may see.
          </p>
        )}
        {isNew && !shared && <Openers onAsk={ask} />}
        {answers.map((answer, index) => (
          <Turn
            key={answer.id}
            answer={answer}
            explorerUrl={explorerUrl}
            teaches={scopes.includes('settings:write')}
            latest={index === answers.length - 1 && asking === null}
            onAsk={ask}
          />
        ))}
        {asking && <AskingTurn asking={asking} onAgain={() => ask(asking.question, asking.change ?? undefined)} />}
        <Bottom count={answers.length + (asking ? 1 : 0)} />
        <p className="sr-only" aria-live="polite">
          {asking?.state === 'asking' ? 'Working on it' : (asking?.message ?? answers.at(-1)?.text)}
        </p>
        <Composer question={question} asking={asking?.state === 'asking'} onAsk={ask} onStop={stop} />
      </div>
      <aside className="past" aria-label="Conversations">
        <History {...history} />
      </aside>
    </div>
  )
}

function Openers({ onAsk }: { readonly onAsk: (question: string) => void }) {
  return (
    <>
      <p className="lede">
        Ask in your own words. You see what was understood, the figures, and the operation that brought them.
      </p>
      <div className="choice mt-5">
        {openers.map((question) => (
          <button key={question} type="button" onClick={() => onAsk(question)}>
            <b>{question}</b>
          </button>
        ))}
      </div>
    </>
  )
}

/** Brings what was added last into view. */
function Bottom({ count }: { readonly count: number }) {
  const end = useRef<HTMLDivElement>(null)
  const seen = useRef(count)
  useEffect(() => {
    if (count !== seen.current) end.current?.previousElementSibling?.scrollIntoView({ block: 'start' })
    seen.current = count
  }, [count])
  return <div ref={end} />
}
