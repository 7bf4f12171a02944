import { type FormEvent, useState } from 'react'
import { type Me, signIn } from './graph.ts'

/** E-mail and password; what is wrong is said in its place, and nothing typed is lost. */
export function SignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const outcome = await signIn(String(form.get('email')), String(form.get('password'))).catch(
      () => 'The graph did not answer. Try again in a moment.',
    )
    setBusy(false)
    if (typeof outcome === 'string') setFault(outcome)
    else onSignedIn(outcome)
  }

  return (
    <main className="sign-in">
      <form onSubmit={submit}>
        <h1>Sign in to the explorer</h1>
        <label>
          E-mail
          <input name="email" type="email" autoComplete="username" required aria-invalid={fault !== null} />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-invalid={fault !== null}
            aria-describedby="fault"
          />
        </label>
        <p id="fault" role="alert">
          {fault}
        </p>
        <button type="submit" disabled={busy}>
          Sign in
        </button>
      </form>
    </main>
  )
}
