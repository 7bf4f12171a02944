'use client'
import Link from 'next/link'
import { useActionState } from 'react'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { type Forgotten, forgotPassword } from './forgotPassword.ts'
import { MailedNote } from './MailedNote.tsx'

const untouched: Forgotten = { sentTo: null, faults: {} }

/** Asks for a link to a new password. Works without a script, too. */
export function ForgotForm() {
  const [{ email, sentTo, faults }, send, sending] = useActionState(forgotPassword, untouched)
  if (sentTo)
    return (
      <MailedNote>
        If {sentTo} signs in here, a link to a new password is on its way there. It works once, within 30 minutes.
      </MailedNote>
    )
  return (
    <form action={send} noValidate className="door-body">
      <div>
        <h1>Forgotten password</h1>
        <p className="lede">A link to a new one comes by mail.</p>
      </div>
      <Field
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        defaultValue={email}
        fault={faults.email}
        required
        autoFocus
      />
      <FormFault message={faults.form} />
      <button className="btn primary" type="submit" disabled={sending}>
        Send me a link
      </button>
      <Link className="follow self-start" href="/login">
        Back to signing in
      </Link>
    </form>
  )
}
