'use client'
import Link from 'next/link'
import { useState } from 'react'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { command } from '../graph/command.ts'
import { emailAddress, newPassword, personName } from './fields.ts'
import { FinishRegistration, Register } from './linkOperations.ts'
import { MailedNote } from './MailedNote.tsx'
import { useLinkToken } from './useLinkToken.ts'

/** Makes an account of one's own: first the address, then, by the link that was mailed there, name and password. */
export function RegisterForm() {
  const token = useLinkToken()
  return token ? <Finish token={token} /> : <Begin />
}

function Begin() {
  const [mailedTo, setMailedTo] = useState<string>()
  const { submit, sending, fault, field } = useCommandForm({
    schema: z.object({ email: emailAddress }),
    start: { email: '' },
    send: (input) => command(Register, { input }),
    onDone: ({ email }) => setMailedTo(email),
  })
  if (mailedTo) return <MailedNote>A link to your account is on its way to {mailedTo}.</MailedNote>
  return (
    <form noValidate className="door-body" onSubmit={(event) => void submit(event)}>
      <h1>Make an account</h1>
      <Field
        label="E-mail"
        type="email"
        autoComplete="username"
        hint="A link comes there; it proves that the address is yours."
        autoFocus
        {...field('email')}
      />
      <FormFault message={fault} />
      <button className="btn primary" type="submit" disabled={sending}>
        Send me a link
      </button>
      <Link className="follow self-start" href="/login">
        Back to signing in
      </Link>
    </form>
  )
}

function Finish({ token }: { readonly token: string }) {
  const { submit, sending, fault, field } = useCommandForm({
    schema: z.object({ name: personName, password: newPassword }),
    start: { name: '', password: '' },
    send: (values) => command(FinishRegistration, { input: { token, ...values } }),
    // A whole load: the session has begun, and pages that were fetched before know nothing of it.
    onDone: () => location.assign('/'),
  })
  return (
    <form noValidate className="door-body" onSubmit={(event) => void submit(event)}>
      <h1>Make your account</h1>
      <Field label="Name" autoComplete="name" autoFocus {...field('name')} />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="15 to 128 characters. A few words in a row are good."
        {...field('password')}
      />
      <FormFault message={fault} />
      <button className="btn primary" type="submit" disabled={sending}>
        Make the account
      </button>
    </form>
  )
}
