'use client'
import Link from 'next/link'
import { useActionState } from 'react'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { type FormFaults, signIn } from './actions.ts'
import { PasskeySignIn } from './PasskeySignIn.tsx'
import { useKnowsPasskeys } from './passkeys.ts'

const untouched: FormFaults = { faults: {} }

interface LoginFormProps {
  readonly next: string
  /** Whether anyone may make an account here. */
  readonly isOpen: boolean
}

export function LoginForm({ next, isOpen }: LoginFormProps) {
  const knowsPasskeys = useKnowsPasskeys()
  const [{ email, challenge, faults }, send, sending] = useActionState(signIn, untouched)
  return (
    <form action={send} noValidate>
      <h1>Sign in</h1>
      {!challenge && <PasskeySignIn next={next} />}
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
            beside={<Link href="/forgot">Forgot it?</Link>}
            required
            autoFocus={Boolean(email)}
          />
        </>
      )}
      <FormFault message={faults.form} />
      <button className={knowsPasskeys && !challenge ? 'btn' : 'btn primary'} type="submit" disabled={sending}>
        {sending ? 'Signing in' : 'Sign in'}
      </button>
      {isOpen && (
        <Link className="follow self-start" href="/register">
          Make an account
        </Link>
      )}
    </form>
  )
}
