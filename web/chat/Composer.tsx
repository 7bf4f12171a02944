'use client'
import { type FormEvent, useState } from 'react'

interface ComposerProps {
  /** What stands in it at first. */
  readonly question: string
  readonly asking: boolean
  readonly onAsk: (question: string) => void
  readonly onStop: () => void
}

/** Where one asks. */
export function Composer({ question, asking, onAsk, onStop }: ComposerProps) {
  const [text, setText] = useState(question)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asking || !text.trim()) return
    onAsk(text.trim())
    setText('')
  }
  return (
    <div className="compose">
      <form onSubmit={submit}>
        <input
          aria-label="Ask a question"
          placeholder="Ask about your company"
          name="question"
          autoComplete="off"
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {asking && (
          <button type="button" className="btn" onClick={onStop}>
            Stop
          </button>
        )}
        <button type="submit" className="btn primary" disabled={asking}>
          Ask
        </button>
      </form>
      <p className="meta mt-1.5">Every figure comes from your data, with your rights.</p>
    </div>
  )
}
