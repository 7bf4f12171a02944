import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { keyFor } from './sealing.ts'

/** A refresh token, and the hash by which it is known again; the token itself is kept nowhere. */
export interface RefreshToken {
  readonly token: string
  readonly hash: Buffer
}

/** Makes and recognises refresh tokens. */
export interface RefreshTokens {
  issue(sessionId: string): RefreshToken
  /** Null: it was not issued here. It may still have been used before. */
  read(token: string): { readonly sessionId: string; readonly hash: Buffer } | null
}

const shape = z.tuple([z.uuid(), z.string().length(43), z.string().length(43)])

/**
 * A token is `session.random.mac`: the mac tells a token that was issued and used before, which ends its session, from
 * one that somebody made up, which must not.
 */
export function refreshTokens(secret: string): RefreshTokens {
  const key = keyFor(secret, 'refresh tokens')
  const mac = (sessionId: string, random: string) => createHmac('sha256', key).update(`${sessionId}.${random}`).digest()
  const hash = (token: string) => createHash('sha256').update(token).digest()
  return {
    issue: (sessionId) => {
      const random = randomBytes(32).toString('base64url')
      const token = `${sessionId}.${random}.${mac(sessionId, random).toString('base64url')}`
      return { token, hash: hash(token) }
    },
    read: (token) => {
      const parts = shape.safeParse(token.split('.'))
      if (!parts.success) return null
      const [sessionId, random, given] = parts.data
      const issued = Buffer.from(given, 'base64url')
      const expected = mac(sessionId, random)
      return issued.length === expected.length && timingSafeEqual(issued, expected) ? { sessionId, hash: hash(token) } : null
    },
  }
}
