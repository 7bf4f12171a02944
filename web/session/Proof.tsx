'use client'
import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { browserGraph } from '../graph/browser.ts'
import { command, type Outcome, refusedFor } from '../graph/command.ts'
import { Proof, ProveIdentity } from './operations.ts'
import { proveByPasskey, useKnowsPasskeys } from './passkeys.ts'

type WithProof = <Done>(act: () => Promise<Outcome<Done>>) => Promise<Outcome<Done>>

const ProofContext = createContext<WithProof>((act) => act())

/** Runs a command that asks for proof of who one is; where there is none of the last minutes, asks for it first. */
export const useProof = () => use(ProofContext)

interface Asked {
  readonly email: string
  readonly needsCode: boolean
  readonly hasPasskey: boolean
  readonly answer: (proven: boolean) => void
}

/** A moment more than a command takes on its way: proof must still hold when it arrives. */
const margin = 10_000

/** Where proof is asked for: a dialog over whatever page sends the command. */
export function ProofProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const withProof: WithProof = useCallback(async (act) => {
    const { data } = await browserGraph()
      .query({ query: Proof, fetchPolicy: 'no-cache', errorPolicy: 'all' })
      .catch(() => ({ data: null }))
    const me = data?.me
    // Without an answer the command itself tells what is wrong.
    if (!me || (me.provenUntil && Date.parse(me.provenUntil) - Date.now() > margin)) return act()
    const proven = await new Promise<boolean>((answer) =>
      setAsked({ email: me.user.email, needsCode: me.secondFactor != null, hasPasskey: me.passkeys.length > 0, answer }),
    )
    setAsked(null)
    return proven ? act() : refusedFor('Nothing was changed: it needs your password.')
  }, [])
  return (
    <ProofContext value={withProof}>
      {children}
      {asked && <ProofDialog {...asked} />}
    </ProofContext>
  )
}

function ProofDialog({ email, needsCode, hasPasskey, answer }: Asked) {
  const knowsPasskeys = useKnowsPasskeys()
  const [passkeyFault, setPasskeyFault] = useState<string>()
  const provePasskey = async () => {
    const { refused } = await proveByPasskey()
    if (refused) setPasskeyFault(refused.message)
    else answer(true)
  }
  const { submit, sending, fault, field } = useCommandForm({
    schema: needsCode ? withCode : passwordAlone,
    start: { password: '', code: '' },
    send: ({ password, code }) => command(ProveIdentity, { input: { password, code: code?.trim() || null } }),
    onDone: () => answer(true),
  })
  return (
    <Modal
      title="Show that it is you"
      text="Your last sign-in is over 15 minutes old. What you are about to do needs proof of who you are."
      onClose={() => answer(false)}
    >
      <form className="mt-4 flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label="Password" type="password" autoComplete="current-password" autoFocus {...field('password')} />
        {needsCode && (
          <Field
            label="Code"
            hint="The six digits of your app, or a backup code."
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            {...field('code')}
          />
        )}
        <FormFault message={fault ?? passkeyFault} />
        {hasPasskey && knowsPasskeys && (
          <button type="button" className="btn" onClick={() => void provePasskey()}>
            Use a passkey instead
          </button>
        )}
        <ModalButtons>
          <button type="button" className="btn quiet" onClick={() => answer(false)}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={sending}>
            Continue
          </button>
        </ModalButtons>
      </form>
    </Modal>
  )
}

const password = z.string().min(1, 'Enter your password.')
const passwordAlone = z.object({ password, code: z.string().optional() })
const withCode = z.object({ password, code: z.string().trim().min(1, 'Enter the six digits of your app, or a backup code.') })
