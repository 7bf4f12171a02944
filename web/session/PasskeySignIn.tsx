'use client'
import { useState } from 'react'
import { FormFault } from '../components/controls/Field.tsx'
import { signInByPasskey, useKnowsPasskeys } from './passkeys.ts'
import { safePath } from './safePath.ts'

/** The way in without a password, where the browser knows it. */
export function PasskeySignIn({ next }: { readonly next: string }) {
  const known = useKnowsPasskeys()
  const [state, setState] = useState<{ sending?: boolean; fault?: string }>({})
  if (!known) return null
  const signIn = async () => {
    setState({ sending: true })
    const { refused } = await signInByPasskey()
    if (refused) return setState({ fault: refused.message })
    // A whole load: the session has begun, and pages that were fetched before know nothing of it.
    location.assign(safePath(next))
  }
  return (
    <>
      <button type="button" className="btn primary" disabled={state.sending} onClick={() => void signIn()}>
        Continue with a passkey
      </button>
      <FormFault message={state.fault} />
      <p className="or">or with a password</p>
    </>
  )
}
