import { type FormEvent, useState } from 'react'

interface Field {
  readonly name: string
  readonly label: string
  readonly type: 'email' | 'password' | 'text'
  readonly autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code'
}

interface FormProps<Outcome> {
  readonly title: string
  readonly fields: readonly Field[]
  readonly action: string
  /** Gives a sentence where it does not work. */
  readonly submit: (value: (name: string) => string) => Promise<Outcome | string>
  readonly onDone: (outcome: Outcome) => void
}

/** A few fields and one button; what is wrong is said in its place, and nothing typed is lost. */
export function Form<Outcome>({ title, fields, action, submit, onDone }: FormProps<Outcome>) {
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const outcome = await submit((name) => String(form.get(name))).catch(() => 'The graph did not answer. Try again in a moment.')
    setBusy(false)
    if (typeof outcome === 'string') setFault(outcome)
    else onDone(outcome)
  }

  return (
    <main className="sign-in">
      <form onSubmit={send}>
        <h1>{title}</h1>
        {fields.map(({ label, ...field }) => (
          <label key={field.name}>
            {label}
            <input {...field} required aria-invalid={fault !== null} aria-describedby="fault" />
          </label>
        ))}
        <p id="fault" role="alert">
          {fault}
        </p>
        <button type="submit" disabled={busy}>
          {action}
        </button>
      </form>
    </main>
  )
}
