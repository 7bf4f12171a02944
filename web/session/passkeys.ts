import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'
import { command, type Outcome, refusedFor } from '../graph/command.ts'
import { AddPasskey, BeginPasskey, BeginPasskeySignIn, FinishPasskeySignIn, ProveIdentityByPasskey } from './passkeyOperations.ts'

const never = () => () => undefined

/** Whether this browser knows passkeys; false until the page runs. */
export const useKnowsPasskeys = (): boolean => useSyncExternalStore(never, browserSupportsWebAuthn, () => false)

/** Signs in by a passkey that the browser offers. */
export const signInByPasskey = () => answered((response) => command(FinishPasskeySignIn, { input: { response } }))

/** Proves by a passkey who one is. */
export const proveByPasskey = () => answered((response) => command(ProveIdentityByPasskey, { input: { response } }))

/** Makes a passkey on a device that the person chooses, and adds it to their account. */
export async function addPasskey(name: string): Promise<Outcome<object>> {
  const { done, refused } = await command(BeginPasskey, {})
  if (refused) return { done, refused }
  const response = await fromAuthenticator(() =>
    startRegistration({ optionsJSON: done.options as PublicKeyCredentialCreationOptionsJSON }),
  )
  if (!response) return refusedFor('No passkey was made: it was cancelled, timed out, or this device has one of yours already.')
  return command(AddPasskey, { input: { name, response } })
}

async function answered<Done>(send: (response: unknown) => Promise<Outcome<Done>>): Promise<Outcome<Done>> {
  const { done, refused } = await command(BeginPasskeySignIn, {})
  if (refused) return { done, refused }
  const response = await fromAuthenticator(() =>
    startAuthentication({ optionsJSON: done.options as PublicKeyCredentialRequestOptionsJSON }),
  )
  return response ? send(response) : refusedFor('No passkey was used. Try again, or use your password.')
}

/** Browsers do not tell one failure of an authenticator from another, so that sites learn nothing of people's devices. */
async function fromAuthenticator<Response>(ask: () => Promise<Response>): Promise<Response | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}
