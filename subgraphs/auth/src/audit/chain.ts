import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { auditLog } from '@aems/drizzle/auth/tables.ts'
import { sql } from 'drizzle-orm'
import { keyFor } from '../sealing.ts'

/** The chain of what concerns no company. */
export const chainOfNone = '00000000-0000-0000-0000-000000000000'

/** All that an entry says, but for its id, in one text: two entries that say the same have the same. */
export const contentOfEntry = sql<string>`jsonb_build_array(
  to_char(${auditLog.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), ${auditLog.tenantId}, ${auditLog.userId},
  ${auditLog.action}, ${auditLog.subject}, ${auditLog.address}, ${auditLog.correlationId})::text`

export const hashOfContent = (content: string): Buffer => createHash('sha256').update(content).digest()

/** Where a company's chain begins. */
export const originOf = (tenantId: string): Buffer => createHash('sha256').update(`A-EMS audit ${tenantId}`).digest()

/** What a link adds to the chain: which entry stands where, and what it says. */
export interface Link {
  readonly number: number
  readonly entryId: string
  readonly contentHash: Buffer
}

export const chained = (before: Buffer, { number, entryId, contentHash }: Link): Buffer =>
  createHash('sha256').update(before).update(`${number} ${entryId} `).update(contentHash).digest()

/** The end of a chain, at some moment. */
export interface Head {
  readonly tenantId: string
  readonly number: number
  readonly sealedAt: Date
  readonly chainHash: Buffer
}

/** Signs ends of chains, and tells whether a signature is its own. */
export interface HeadSigner {
  sign(head: Head): Buffer
  isSigned(head: Head, signature: Buffer): boolean
}

/** Ed25519 in PKCS #8: this, then the 32 bytes of the seed (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

const said = ({ tenantId, number, sealedAt, chainHash }: Head): Buffer =>
  Buffer.from(`A-EMS audit head ${tenantId} ${number} ${sealedAt.toISOString()} ${chainHash.toString('hex')}`)

/** @param secret the installation's: whoever has the database alone can't sign. */
export function headSigner(secret: string): HeadSigner {
  const seed = Buffer.concat([pkcs8Head, keyFor(secret, 'audit heads')])
  const key: KeyObject = createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key)
  return {
    sign: (head) => sign(null, said(head), key),
    isSigned: (head, signature) => verify(null, said(head), publicKey, signature),
  }
}
