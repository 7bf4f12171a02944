import { createHash, randomBytes } from 'node:crypto'

/** The hash by which a token that was mailed is known again; the token itself is kept nowhere but in the mail. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A token to mail: 256 bits, so that nobody guesses one. */
export function newToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOfToken(token) }
}
