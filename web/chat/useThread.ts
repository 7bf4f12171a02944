'use client'
import { useEffect, useRef, useState } from 'react'
import { browserGraph } from '../graph/browser.ts'
import type { Answer } from './answer.ts'
import { emptyDraft, grown, isWhole } from './draft.ts'
import { Answering } from './operations.ts'

/** A part of an answer to ask again without, or with other words in its place. */
export interface Change {
  readonly answerId: string
  readonly slot: string
  readonly label: string
}

/** A question that is being answered, was stopped, or failed. */
export interface Asking {
  readonly question: string
  readonly change: Change | null
  readonly state: 'asking' | 'stopped' | 'failed'
  /** As much of the answer as is there. */
  readonly draft: Answer
  readonly message?: string
}

export interface Thread {
  readonly answers: readonly Answer[]
  readonly asking: Asking | null
  /** Settles when the answer is whole, was stopped, or failed: whether it is whole. */
  readonly ask: (question: string, change?: Change) => Promise<boolean>
  readonly stop: () => void
}

const silent = 'The assistant did not answer. Nothing was kept; ask again in a moment.'

/** A conversation as it grows. `onBegun` hears of a new one when its first answer is there. */
export function useThread(
  first: { readonly id: string | null; readonly answers: readonly Answer[] },
  onBegun: (answer: Answer) => void,
): Thread {
  const [answers, setAnswers] = useState(first.answers)
  const [asking, setAsking] = useState<Asking | null>(null)
  const conversation = useRef(first.id)
  const leave = useRef<() => void>(() => {})
  useEffect(() => () => leave.current(), [])

  const ask = (question: string, change: Change | null = null): Promise<boolean> => {
    const shown = question || (change ? `Without “${change.label}”` : '')
    let draft = emptyDraft(shown)
    leave.current()
    setAsking({ question, change, state: 'asking', draft })
    return new Promise((resolve) => {
      const end = (is: Asking | null) => {
        leave.current = () => {}
        subscribed.unsubscribe()
        setAsking(is)
        resolve(is === null)
      }
      const fail = (message: string) => end({ question, change, state: 'failed', draft, message })
      const subscribed = browserGraph()
        .subscribe({
          query: Answering,
          variables: { input: { question, conversationId: conversation.current, change } },
          fetchPolicy: 'no-cache',
          errorPolicy: 'all',
        })
        .subscribe({
          next({ data, error }) {
            const event = data?.answer
            if (!event) return fail(error?.message ?? silent)
            draft = grown(draft, event)
            if (!isWhole(event)) return setAsking({ question, change, state: 'asking', draft })
            setAnswers((before) => [...before, draft])
            end(null)
            if (conversation.current === draft.conversationId) return
            conversation.current = draft.conversationId
            onBegun(draft)
          },
          error: () => fail(silent),
          complete: () => fail(silent),
        })
      leave.current = () => end({ question, change, state: 'stopped', draft })
    })
  }
  return { answers, asking, ask: (question, change) => ask(question, change), stop: () => leave.current() }
}
