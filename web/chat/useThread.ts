'use client'
import { useRef, useState } from 'react'
import { browserGraph } from '../graph/browser.ts'
import type { Answer } from './answer.ts'
import { Ask } from './operations.ts'

/** A question that is being answered, was stopped, or failed. */
export interface Asking {
  readonly question: string
  readonly state: 'asking' | 'stopped' | 'failed'
  readonly message?: string
}

export interface Thread {
  readonly answers: readonly Answer[]
  readonly asking: Asking | null
  readonly ask: (question: string) => void
  readonly stop: () => void
}

/** A conversation as it grows. `onBegun` hears of a new one when its first answer is there. */
export function useThread(
  first: { readonly id: string | null; readonly answers: readonly Answer[] },
  onBegun: (answer: Answer) => void,
): Thread {
  const [answers, setAnswers] = useState(first.answers)
  const [asking, setAsking] = useState<Asking | null>(null)
  const conversation = useRef(first.id)
  const abort = useRef<AbortController>(null)

  const ask = async (question: string) => {
    const stop = new AbortController()
    abort.current = stop
    setAsking({ question, state: 'asking' })
    try {
      const { data, error } = await browserGraph().mutate({
        mutation: Ask,
        variables: { input: { question, conversationId: conversation.current } },
        context: { fetchOptions: { signal: stop.signal } },
        errorPolicy: 'all',
        fetchPolicy: 'no-cache',
      })
      if (stop.signal.aborted) return
      if (!data?.ask) return setAsking({ question, state: 'failed', message: error?.message ?? 'The assistant did not answer.' })
      setAnswers((before) => (data.ask ? [...before, data.ask] : before))
      setAsking(null)
      if (conversation.current !== data.ask.conversationId) {
        conversation.current = data.ask.conversationId
        onBegun(data.ask)
      }
    } catch {
      if (!stop.signal.aborted)
        setAsking({ question, state: 'failed', message: 'The assistant did not answer. Your question is kept below.' })
    }
  }
  const stop = () => {
    abort.current?.abort()
    setAsking((current) => current && { question: current.question, state: 'stopped' })
  }
  return { answers, asking, ask: (question) => void ask(question), stop }
}
