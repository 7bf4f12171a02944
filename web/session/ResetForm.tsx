'use client'
import Link from 'next/link'
import { useState } from 'react'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { command, refusedFor } from '../graph/command.ts'
import { newPassword, noToken } from './fields.ts'
import { ResetPassword } from './operations.ts'
import { useLinkToken } from './useLinkToken.ts'

/** Replaces a password by the link that was mailed. */
export function ResetForm() {
  const token = useLinkToken()
  const [email, setEmail] = useState<string>()
  const { submit, sending, fault, field } = useCommandForm({
    schema: z.object({ newPassword }),
    start: { newPassword: '' },
    send: async (values) => (token ? command(ResetPassword, { input: { token, ...values } }) : refusedFor(noToken)),
    onDone: (done) => setEmail(done.email),
  })
  if (email)
    return (
      <div className="door-body" role="status">
        <h1>Your password is replaced</h1>
        <p className="lede">Every session of {email} has ended. Sign in with the new one.</p>
        <Link className="btn primary" href="/login">
          Sign in
        </Link>
      </div>
    )
  return (
    <form noValidate className="door-body" onSubmit={(event) => void submit(event)}>
      <h1>Choose a new password</h1>
      <Field
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="15 to 128 characters. All your sessions end."
        autoFocus
        {...field('newPassword')}
      />
      <FormFault message={fault} />
      {fault && (
        <Link className="follow self-start" href="/forgot">
          Send me another link
        </Link>
      )}
      <button className="btn primary" type="submit" disabled={sending}>
        Replace password
      </button>
    </form>
  )
}
