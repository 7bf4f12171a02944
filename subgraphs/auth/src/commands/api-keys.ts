import { newId } from '@aems/drizzle/ids.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { ApiKeyRow } from '../data/api-keys.ts'
import { keyScopes } from '../domain/api-keys.ts'
import { notToGive } from '../domain/giving.ts'
import { networkFault } from '../networks.ts'
import type { Parts } from '../parts.ts'
import { inWords, recordIn } from './administration.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

const day = 24 * 3_600_000
const longestDays = 400
const mostAddresses = 50

export interface KeyOrder {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: string
  readonly addresses: readonly string[]
  readonly requestsPerMinute: number
}

/** A key, and what it is sent as, which is never to be had again. */
export interface MadeKey {
  readonly apiKey: ApiKeyRow
  readonly secret: string
}

/** @throws Refusal where the viewer may not give what it is to allow, or something else will not do. */
export async function createApiKey(parts: Parts, request: Request, viewer: Viewer, order: KeyOrder): Promise<MadeKey> {
  await requireProof(parts, viewer)
  const { id: companyId } = viewer.company
  const scopes = [...new Set(order.scopes)].sort()
  requireKeyScopes(scopes, viewer)
  const { name, addresses, requestsPerMinute, expiresAt } = checkedOrder(order)
  const { token, prefix, hash } = parts.keyTokens.issue(companyId)
  const key = { id: newId(), name, prefix, keyHash: hash, scopes, addresses, requestsPerMinute, expiresAt }
  const apiKey = await parts.apiKeys.add(companyId, { ...key, madeBy: viewer.user.id })
  const subject = { keyId: key.id, name, prefix, scopes, addresses, requestsPerMinute, expiresAt: expiresAt.toISOString() }
  await recordIn(parts, request, viewer, 'api-key-made', subject)
  return { apiKey, secret: token }
}

/** @throws Refusal where there is no such key that holds, or the viewer lacks what it allows: they are shown the new one. */
export async function rotateApiKey(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<MadeKey> {
  await requireProof(parts, viewer)
  if (overlapHours < 0 || overlapHours > 168) {
    throw new Refusal(`overlapHours is ${overlapHours}; it can be 0 to 168.`, ['input', 'overlapHours'], 'value')
  }
  const { id: companyId } = viewer.company
  const key = await parts.apiKeys.byId(companyId, id)
  if (!key) throw noSuchKey()
  requireKeyScopes(key.scopes, viewer, ['input', 'id'])
  const { token, hash } = parts.keyTokens.issue(companyId, key.prefix)
  const formerUntil = new Date(Date.now() + overlapHours * 3_600_000)
  const apiKey = await parts.apiKeys.rotate(companyId, key.id, hash, formerUntil)
  if (!apiKey) throw noSuchKey()
  await recordIn(parts, request, viewer, 'api-key-rotated', {
    keyId: key.id,
    prefix: key.prefix,
    formerUntil: formerUntil.toISOString(),
  })
  return { apiKey, secret: token }
}

/** @throws Refusal where there is no such key, or it has ended. */
export async function endApiKey(parts: Parts, request: Request, viewer: Viewer, id: string): Promise<{ apiKey: ApiKeyRow }> {
  const { id: companyId } = viewer.company
  const key = await parts.apiKeys.byId(companyId, id)
  const apiKey = key && (await parts.apiKeys.end(companyId, key.id))
  if (!apiKey) throw noSuchKey()
  await recordIn(parts, request, viewer, 'api-key-ended', { keyId: apiKey.id, prefix: apiKey.prefix })
  return { apiKey }
}

const noSuchKey = (): Refusal =>
  new Refusal('Your company has no such key, or it has ended or expired already.', ['input', 'id'], 'reference')

function requireKeyScopes(scopes: readonly string[], viewer: Viewer, path = ['input', 'scopes']): void {
  const allowed: readonly string[] = keyScopes
  const never = scopes.filter((scope) => !allowed.includes(scope))
  if (never.length > 0)
    throw new Refusal(`No key allows ${inWords(never)}. It can allow: ${keyScopes.join(', ')}.`, path, 'value')
  if (scopes.length === 0) throw new Refusal('A key allows one thing at least.', path, 'value')
  // Whoever makes a key holds it: it is as if they gave themselves what it allows.
  const lacking = notToGive(scopes, { scopes: viewer.scopes, toThemselves: true })
  if (lacking.length > 0) throw new Refusal(`You do not have ${inWords(lacking)} yourself. An owner can make such a key.`, path)
}

function checkedOrder(order: KeyOrder) {
  const name = order.name.trim()
  if (name === '' || name.length > 80) throw new Refusal('A name has 1 to 80 characters.', ['input', 'name'], 'value')
  const expiresAt = new Date(order.expiresAt)
  const days = (expiresAt.getTime() - Date.now()) / day
  if (days <= 0 || days > longestDays) {
    throw new Refusal(`A key ends within ${longestDays} days, and not before now.`, ['input', 'expiresAt'], 'value')
  }
  const addresses = [...new Set(order.addresses.map((address) => address.trim()))]
  const fault = addresses.map(networkFault).find((each) => each !== null)
  if (fault) throw new Refusal(fault, ['input', 'addresses'], 'value')
  if (addresses.length > mostAddresses) {
    throw new Refusal(`A key has ${mostAddresses} addresses at most; name networks.`, ['input', 'addresses'], 'value')
  }
  const { requestsPerMinute } = order
  if (requestsPerMinute < 1 || requestsPerMinute > 60_000) {
    const message = `requestsPerMinute is ${requestsPerMinute}; it can be 1 to 60,000.`
    throw new Refusal(message, ['input', 'requestsPerMinute'], 'value')
  }
  return { name, expiresAt, addresses, requestsPerMinute }
}
