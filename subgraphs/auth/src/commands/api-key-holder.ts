import type { Viewer } from '@aems/kit/viewer.ts'
import { sameHash } from '../api-key-tokens.ts'
import { scopesOf } from '../domain/roles.ts'
import { keySession } from '../domain/session.ts'
import { isAmong } from '../networks.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'

/** Whom a key stands for: a partner of its company, with the key's own rights and nobody else's. */
export interface KeyHolder {
  readonly viewer: Omit<Viewer, 'scopes'> & { readonly scopes: readonly string[] }
  readonly requestsPerMinute: number
}

/**
 * Whom a key stands for, as things are now. Null where it is none of ours, has ended or expired, or comes from an address
 * that it may not come from; that is recorded.
 */
export async function apiKeyHolder(
  { keyTokens, apiKeys, audit }: Parts,
  { correlationId }: Pick<Request, 'correlationId'>,
  { key: token, address }: { key: string; address: string },
): Promise<KeyHolder | null> {
  const read = keyTokens.read(token)
  const found = read && (await apiKeys.byPrefix(read.companyId, read.prefix))
  if (!found) return null
  const { key, company } = found
  const now = new Date()
  const isFormer =
    key.formerHash !== null && key.formerUntil !== null && key.formerUntil > now && sameHash(read.hash, key.formerHash)
  if (!sameHash(read.hash, key.keyHash) && !isFormer) return null
  const refused = key.endedAt ? 'ended' : key.expiresAt <= now ? 'expired' : isAmong(address, key.addresses) ? null : 'address'
  if (refused !== null) {
    const subject = { keyId: key.id, prefix: key.prefix, refused }
    await audit.add({ action: 'api-key-refused', userId: key.id, companyId: company.id, subject, address, correlationId })
    return null
  }
  await apiKeys.used(key, address)
  return {
    viewer: {
      user: { id: key.id, name: key.name, email: `${key.prefix}@keys.invalid` },
      company,
      roles: ['partner'],
      scopes: [...scopesOf([], key.scopes)],
      salesPersonId: null,
      employeeId: null,
      sessionId: keySession(key.id),
    },
    requestsPerMinute: key.requestsPerMinute,
  }
}
