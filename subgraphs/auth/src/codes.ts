import { createHmac } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import { type KeyRing, secretPlace } from './key-ring.ts'
import { legible } from './passwords.ts'
import { keyFor } from './sealing.ts'

/** Seconds that a code of an app holds; one step before and after is taken, too, for clocks that differ (RFC 6238, 5.2). */
const stepSeconds = 30

/** Makes and checks the codes of second factors. */
export interface Codes {
  /** A shared secret, as it is shown and as it is kept. */
  newSecret(user: { readonly id: string; readonly email: string }): Promise<{ secret: string; uri: string; sealed: Buffer }>
  /** The step that a code of an app is of; null: it is none of now. */
  stepOf(userId: string, sealed: Buffer, code: string): Promise<number | null>
  /** Ten backup codes, and the hashes by which they are known again. */
  newBackupCodes(userId: string): { codes: string[]; hashes: Buffer[] }
  hashOf(userId: string, backupCode: string): Buffer
}

/** @param secret the installation's: backup codes are hashed with a key out of it. Shared secrets are sealed with `keys`. */
export function codesOf(secret: string, keys: KeyRing): Codes {
  const hashing = keyFor(secret, 'backup codes')
  // 50 bits under a key that is not in the database: a slow hash would add nothing.
  const hashOf = (userId: string, code: string) =>
    createHmac('sha256', hashing)
      .update(`${userId}.${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`)
      .digest()
  return {
    newSecret: async ({ id, email }) => {
      const shared = generateSecret()
      const uri = generateURI({ issuer: 'A-EMS', label: email, secret: shared })
      return { secret: shared, uri, sealed: await keys.seal(Buffer.from(shared), secretPlace(id)) }
    },
    stepOf: async (userId, sealed, code) => {
      const shared = (await keys.unseal(sealed, secretPlace(userId))).toString()
      const result = await verify({ secret: shared, token: code, period: stepSeconds, epochTolerance: stepSeconds })
      return result.valid && 'timeStep' in result ? result.timeStep : null
    },
    newBackupCodes: (userId) => {
      const codes = Array.from({ length: 10 }, () => `${legible(5)}-${legible(5)}`)
      return { codes, hashes: codes.map((code) => hashOf(userId, code)) }
    },
    hashOf,
  }
}
