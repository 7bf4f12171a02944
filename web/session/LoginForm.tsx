'use client'
import { useActionState } from 'react'
import { Field } from '../components/controls/Field.tsx'
import { type FormFaults, signIn } from './actions.ts'

const untouched: FormFaults = { faults: {} }

export function LoginForm({ next }: { readonly next: string }) {
  const [{ email, faults }, send, sending] = useActionState(signIn, untouched)
  return (
    <form action={send} noValidate>
      <h1>Sign in</h1>
      <input type="hidden" name="next" value={next} />
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
      {faults.form && (
        <p className="fault" role="alert">
          <span>{faults.form}</span>
        </p>
      )}
      <button className="btn primary" type="submit" disabled={sending}>
        {sending ? 'Signing in' : 'Sign in'}
      </button>
    </form>
  )
}
