import { createHash } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { PasskeyRow } from './data/passkeys.ts'

/** What an authenticator made, to be kept. */
export type NewPasskey = Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'>

/** Asks authenticators to make and to use passkeys (WebAuthn level 3), and checks what they answer. */
export interface Authenticators {
  /** What `navigator.credentials.create` is asked for. */
  toAdd(user: { id: string; name: string; email: string }, known: readonly PasskeyRow[]): Promise<Question>
  /** Null: the answer is not what was asked for. `challenge` is told whether it is one that was asked. */
  added(response: unknown, challenge: IsAsked): Promise<NewPasskey | null>
  /** What `navigator.credentials.get` is asked for: any passkey of this site. */
  toUse(): Promise<Question>
  /** Which passkey an answer claims to be of; null: it is no such answer. */
  claimed(response: unknown): Buffer | null
  /** Null: the answer is not what was asked for, or the passkey is another. */
  used(response: unknown, passkey: PasskeyRow, challenge: IsAsked): Promise<{ counter: number; backedUp: boolean } | null>
}

/** Options for the browser, and the hash by which their challenge is known again. */
export interface Question {
  readonly options: object
  readonly challengeHash: Buffer
}

type IsAsked = (challengeHash: Buffer) => Promise<boolean>

const text = z.string().max(20_000)
const answer = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
})
const registrationSchema = answer.extend({
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
const authenticationSchema = answer.extend({
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
})

/** EdDSA, ES256 and RS256 (COSE), the better ones first. */
const supportedAlgorithmIDs = [-8, -7, -257]

const hashOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest()

/** @param webUrl the origin whose pages ask; passkeys belong to its host. */
export function authenticatorsOf(webUrl: string): Authenticators {
  const { origin, hostname: rpID } = new URL(webUrl)
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true } as const
  return {
    toAdd: async ({ id, name, email }, known) => {
      const options = await generateRegistrationOptions({
        rpName: 'A-EMS',
        rpID,
        userID: new Uint8Array(Buffer.from(id)),
        userName: email,
        userDisplayName: name,
        attestationType: 'none',
        supportedAlgorithmIDs,
        excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId.toString('base64url'), transports })),
        // With a PIN or a fingerprint, a passkey is two factors by itself.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { options, challengeHash: hashOf(options.challenge) }
    },
    added: async (response, challenge) => {
      const read = registrationSchema.safeParse(response)
      if (!read.success) return null
      const found = await checked(challenge, (expectedChallenge) =>
        verifyRegistrationResponse({
          ...expected,
          supportedAlgorithmIDs,
          response: read.data as RegistrationResponseJSON,
          expectedChallenge,
        }),
      )
      if (!found?.verified) return null
      const { credential, credentialBackedUp } = found.registrationInfo
      return {
        credentialId: Buffer.from(credential.id, 'base64url'),
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: read.data.response.transports ?? [],
        backedUp: credentialBackedUp,
      }
    },
    toUse: async () => {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
      return { options, challengeHash: hashOf(options.challenge) }
    },
    claimed: (response) => {
      const read = authenticationSchema.safeParse(response)
      return read.success ? Buffer.from(read.data.id, 'base64url') : null
    },
    used: async (response, { credentialId, publicKey, counter, userId }, challenge) => {
      const read = authenticationSchema.safeParse(response)
      if (!read.success) return null
      const { userHandle } = read.data.response
      if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== userId) return null
      const found = await checked(challenge, (expectedChallenge) =>
        verifyAuthenticationResponse({
          ...expected,
          response: read.data as AuthenticationResponseJSON,
          expectedChallenge,
          credential: { id: credentialId.toString('base64url'), publicKey: new Uint8Array(publicKey), counter },
        }),
      )
      if (!found?.verified) return null
      const { newCounter: counted, credentialBackedUp: backedUp } = found.authenticationInfo
      return { counter: counted, backedUp }
    },
  }
}

/**
 * What the library finds; null: an answer is not as it must be, for which the library throws. What the database throws while it
 * is asked for the challenge is thrown on.
 */
async function checked<Result>(
  challenge: IsAsked,
  verify: (expectedChallenge: (given: string) => Promise<boolean>) => Promise<Result>,
): Promise<Result | null> {
  let fault: unknown = null
  const isAsked = (given: string) =>
    challenge(hashOf(given)).catch((error: unknown) => {
      fault = error
      return false
    })
  try {
    return await verify(isAsked)
  } catch {
    if (fault !== null) throw fault
    return null
  }
}
