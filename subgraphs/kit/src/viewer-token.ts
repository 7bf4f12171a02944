import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Viewer } from './viewer.ts'

/**
 * The word of the router, to processes of the same installation, about who asks: an EdDSA JWT. Signing and checking cost
 * a quarter of a millisecond each, so there is one token per viewer, audience and minute, and both sides remember it.
 */

const issuer = 'a-ems router'
/** A token is made anew after a minute, and holds for half a minute more, so that one on its way does not run out. */
const renewedAfterMs = 60_000
const holdsSeconds = 90
/** So many tokens are remembered; more viewers than that in one minute cost signatures, not answers. */
const remembered = 10_000

const companySchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  currency: z.string(),
  fiscalYearStartMonth: z.number(),
  timeZone: z.string(),
  asOf: z.string().nullable(),
})

const viewerSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  company: companySchema,
  roles: z.array(z.string()),
  scopes: z.array(z.string()).transform((scopes): ReadonlySet<string> => new Set(scopes)),
  salesPersonId: z.string().nullable(),
  employeeId: z.string().nullable(),
  sessionId: z.string(),
})

const claimsSchema = z.object({ viewer: viewerSchema.nullable(), exp: z.number() })

/** Ed25519 in PKCS #8: this, then the 32 bytes of the seed (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

function privateKeyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'viewer tokens', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
}

/** Says to one audience who asks. */
export type SignViewer = (viewer: Viewer | null, audience: string) => Promise<string>

/** Makes viewer tokens. For the router alone. */
export function viewerTokens(secret: string): SignViewer {
  const key = privateKeyOf(secret)
  const made = new Map<string, { token: Promise<string>; until: number }>()
  return (viewer, audience) => {
    const said = JSON.stringify(viewer && { ...viewer, scopes: [...viewer.scopes] })
    const name = `${audience} ${said}`
    const now = Date.now()
    const known = made.get(name)
    if (known && known.until > now) return known.token
    if (made.size >= remembered) made.clear()
    const token = new SignJWT({ viewer: JSON.parse(said) as unknown })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${holdsSeconds} s`)
      .sign(key)
    made.set(name, { token, until: now + renewedAfterMs })
    return token
  }
}

/** Whoever a token tells of; undefined: the token is not the router's, is for another audience, or has run out. */
export type ReadViewer = (token: string) => Promise<{ viewer: Viewer | null } | undefined>

/** Checks viewer tokens for one audience. */
export function viewerReader(secret: string, audience: string): ReadViewer {
  const key = createPublicKey(privateKeyOf(secret))
  const read = new Map<string, { viewer: Viewer | null; until: number }>()
  return async (token) => {
    const digest = createHash('sha256').update(token).digest('base64')
    const known = read.get(digest)
    if (known) {
      if (known.until > Date.now()) return known
      read.delete(digest)
      return undefined
    }
    try {
      const { payload } = await jwtVerify(token, key, { issuer, audience, algorithms: ['EdDSA'] })
      const { viewer, exp } = claimsSchema.parse(payload)
      if (read.size >= remembered) read.clear()
      const found = { viewer, until: exp * 1000 }
      read.set(digest, found)
      return found
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined
      throw error
    }
  }
}
