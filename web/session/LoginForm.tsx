'use client'
import { useActionState } from 'react'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { type FormFaults, signIn } from './actions.ts'

const untouched: FormFaults = { faults: {} }

export function LoginForm({ next }: { readonly next: string }) {
  const [{ email, challenge, faults }, send, sending] = useActionState(signIn, untouched)
  return (
    <form action={send} noValidate>
      <h1>Sign in</h1>
      <input type="hidden" name="next" value={next} />
      {challenge ? (
        <>
          <input type="hidden" name="challenge" value={challenge} />
          <input type="hidden" name="email" value={email} />
          <Field
            key="code"
            name="code"
            label="Code"
            hint="The six digits of your app, or a backup code."
            autoComplete="one-time-code"
            fault={faults.code}
            required
            autoFocus
          />
        </>
      ) : (
        <>
          <Field
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            defaultValue={email}
            fault={faults.email}
            required
            autoFocus={!email}
          />
          <Field
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            fault={faults.password}
            required
            autoFocus={Boolean(email)}
          />
        </>
      )}
      <FormFault message={faults.form} />
      <button className="btn primary" type="submit" disabled={sending}>
        {sending ? 'Signing in' : 'Sign in'}
      </button>
    </form>
  )
}
