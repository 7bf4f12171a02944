import { createPrivateKey, randomUUID } from 'node:crypto'
import {
  errors,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose'
import { z } from 'zod'
import type { SigningKeyRow, SigningKeys } from './data/signing-keys.ts'
import { keyFor, seal, unseal } from './sealing.ts'

/** What an access token says. */
export interface AccessClaims {
  readonly userId: string
  /** Null: they belong to none. */
  readonly companyId: string | null
  readonly sessionId: string
  /** Whether an operator acts on the person's behalf; there is no session in the database then. */
  readonly acting: boolean
}

/** Signs and reads access tokens: EdDSA, with keys that every process finds in the database. */
export interface AccessTokens {
  sign(claims: AccessClaims, expiresAt: Date): Promise<string>
  /** Null: it is not ours, was changed, or has run out. */
  read(token: string): Promise<AccessClaims | null>
  /** The public keys, as a JSON Web Key Set. */
  keySet(): Promise<{ keys: JWK[] }>
  /** Puts a new key in the place of one that has signed for long. No token fails meanwhile: the new one is announced first. */
  rotate(): Promise<boolean>
}

const algorithm = 'EdDSA'
/** A key signs for so long. */
const daysOfKey = 30
const party = 'a-ems'
const type = 'at+jwt'
/** Another process may have made a new key to sign with; it is used by then. */
const keysKeptMs = 60_000
/** A token may name a new key before that; keys are read anew for it, but not more often than so. */
const keysRereadMs = 1_000

const claimsSchema = z.object({
  sub: z.uuid(),
  sid: z.string(),
  company: z.uuid().nullable(),
  act: z.object({ sub: z.literal('operator') }).optional(),
})

/** @param secret the installation's; the private keys are sealed with it. */
export function accessTokens(signingKeys: SigningKeys, secret: string): AccessTokens {
  const sealing = keyFor(secret, 'signing keys')
  let kept: { keys: Promise<SigningKeyRow[]>; at: number } | null = null

  const keys = (notOlderThan = keysKeptMs): Promise<SigningKeyRow[]> => {
    if (kept && kept.at + notOlderThan > Date.now()) return kept.keys
    const found = signingKeys.usable(() => makeKey(sealing))
    kept = { keys: found, at: Date.now() }
    found.catch(() => {
      kept = null
    })
    return found
  }

  const publicKey: JWTVerifyGetKey = async ({ kid }) => {
    const named = (key: SigningKeyRow) => key.id === kid
    const known = (await keys()).find(named) ?? (await keys(keysRereadMs)).find(named)
    if (known) return importJWK(jwkOf(known), algorithm)
    throw new errors.JWKSNoMatchingKey('The token is signed with a key that is not ours.')
  }

  return {
    sign: async ({ userId, companyId, sessionId, acting }, expiresAt) => {
      const [current] = await keys()
      if (!current) throw new Error('There is no key to sign with.')
      const der = unseal(current.privateKeyEncrypted, sealing, current.id)
      return new SignJWT({ sid: sessionId, company: companyId, ...(acting && { act: { sub: 'operator' } }) })
        .setProtectedHeader({ alg: algorithm, kid: current.id, typ: type })
        .setSubject(userId)
        .setIssuer(party)
        .setAudience(party)
        .setIssuedAt()
        .setJti(randomUUID())
        .setExpirationTime(expiresAt)
        .sign(createPrivateKey({ key: der.toString('utf8'), format: 'pem' }))
    },
    read: async (token) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: [algorithm],
          issuer: party,
          audience: party,
          typ: type,
          requiredClaims: ['exp'],
        })
        const { sub, sid, company, act } = claimsSchema.parse(payload)
        return { userId: sub, companyId: company, sessionId: sid, acting: act !== undefined }
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null
        throw error
      }
    },
    rotate: () => signingKeys.replaceOlderThan(daysOfKey, () => makeKey(sealing)),
    keySet: async () => ({ keys: (await keys()).map(jwkOf) }),
  }
}

const jwkOf = ({ id, publicJwk }: SigningKeyRow): JWK => ({ ...jwkSchema.parse(publicJwk), kid: id, alg: algorithm, use: 'sig' })

const jwkSchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })

async function makeKey(sealing: Buffer) {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true })
  const id = randomUUID()
  return {
    id,
    publicJwk: await exportJWK(publicKey),
    privateKeyEncrypted: seal(Buffer.from(await exportPKCS8(privateKey)), sealing, id),
  }
}
