'use client'
import Link from 'next/link'
import { useState } from 'react'
import { FormFault } from '../components/controls/Field.tsx'
import { command, refusedFor } from '../graph/command.ts'
import { noToken } from './fields.ts'
import { VerifyEmail } from './linkOperations.ts'
import { useLinkToken } from './useLinkToken.ts'

/** Confirms that mail reaches somebody, by the link that was mailed. A button, since programs that look at mail open links, too. */
export function VerifyForm() {
  const token = useLinkToken()
  const [state, setState] = useState<{ sending?: boolean; email?: string; fault?: string }>({})
  const confirm = async () => {
    setState({ sending: true })
    const { done, refused } = token ? await command(VerifyEmail, { input: { token } }) : refusedFor(noToken)
    setState(refused ? { fault: refused.message } : { email: done.email })
  }
  if (state.email)
    return (
      <div className="door-body" role="status">
        <h1>{state.email} is confirmed</h1>
        <p className="lede">You sign in with it, and mail to you goes there.</p>
        <Link className="btn primary" href="/">
          Go on
        </Link>
      </div>
    )
  return (
    <div className="door-body">
      <div>
        <h1>Confirm your address</h1>
        <p className="lede">It becomes the one that you sign in with.</p>
      </div>
      <FormFault message={state.fault} />
      <button type="button" className="btn primary" disabled={state.sending} onClick={() => void confirm()}>
        Confirm it
      </button>
    </div>
  )
}
