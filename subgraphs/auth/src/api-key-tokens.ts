import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { legible } from './passwords.ts'
import { keyFor } from './sealing.ts'

/** Makes and recognises keys of partner tools. */
export interface KeyTokens {
  /** A new key; with `prefix`, in place of one that began alike. */
  issue(companyId: string, prefix?: string): { readonly token: string; readonly prefix: string; readonly hash: Buffer }
  /** What a key says of itself; null where it can't be one. Whether it holds, the company's keys tell. */
  read(token: string): { readonly companyId: string; readonly prefix: string; readonly hash: Buffer } | null
}

const shape = /^aems_([a-z0-9]{10})_([\w-]{22})([\w-]{43})$/

/**
 * A key is `aems_prefix_company·random`: it names its company, so that it is looked up as that company and no row of another
 * is within reach. 256 random bits under a key that is not in the database: a slow hash would add nothing.
 */
export function keyTokens(secret: string): KeyTokens {
  const hashing = keyFor(secret, 'api keys')
  const hash = (token: string) => createHmac('sha256', hashing).update(token).digest()
  return {
    issue: (companyId, prefix = legible(10)) => {
      const company = Buffer.from(companyId.replaceAll('-', ''), 'hex').toString('base64url')
      const token = `aems_${prefix}_${company}${randomBytes(32).toString('base64url')}`
      return { token, prefix, hash: hash(token) }
    },
    read: (token) => {
      const [, prefix, company] = shape.exec(token) ?? []
      if (prefix === undefined || company === undefined) return null
      const hex = Buffer.from(company, 'base64url').toString('hex')
      const companyId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      return { companyId, prefix, hash: hash(token) }
    },
  }
}

/** Whether two hashes are the same, in the same time whatever they are. */
export const sameHash = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other)
