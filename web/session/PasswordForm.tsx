'use client'
import { useActionState } from 'react'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { changePassword, type FormFaults } from './actions.ts'

const untouched: FormFaults = { faults: {} }

interface PasswordFormProps {
  readonly email: string
  /** Whether the password that holds was a one-time one. */
  readonly first: boolean
  readonly next: string
}

export function PasswordForm({ email, first, next }: PasswordFormProps) {
  const [{ faults }, send, sending] = useActionState(changePassword, untouched)
  return (
    <form action={send} noValidate>
      <div>
        <h1>{first ? 'Choose your own password' : 'Change your password'}</h1>
        {first && <p className="lede">The one you signed in with works once. From now on yours counts.</p>}
      </div>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="currentPassword"
        label={first ? 'One-time password' : 'Password that holds now'}
        type="password"
        autoComplete="current-password"
        fault={faults.currentPassword}
        required
      />
      <Field
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        minLength={15}
        maxLength={128}
        hint="15 to 128 characters. Your other sessions end."
        fault={faults.newPassword}
        required
      />
      <FormFault message={faults.form} />
      <button className="btn primary" type="submit" disabled={sending}>
        {sending ? 'Changing' : 'Change password'}
      </button>
    </form>
  )
}
