import { expect, test } from 'vitest'
import { z } from 'zod'
import { isAmong, networkFault } from '../networks.ts'
import { freshAuth } from './asking.ts'

const creating = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) { __typename
  ... on ApiKeyMade { secret apiKey { id prefix scopes madeBy { email } } } ... on UserError { message path } } }`
const rotating = `mutation ($id: ID!, $hours: Int) { result: rotateApiKey(input: { id: $id, overlapHours: $hours }) { __typename
  ... on ApiKeyMade { secret apiKey { id prefix formerUntil } } ... on UserError { message } } }`
const ending = `mutation ($id: ID!) { result: endApiKey(input: { id: $id }) { __typename ... on UserError { message } } }`
const madeSchema = z.object({ secret: z.string(), apiKey: z.looseObject({ id: z.string(), prefix: z.string() }) })
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

/** Acme with an owner and an administrator, and Zenith with another owner. */
async function acme() {
  const auth = await freshAuth()
  await auth.company('acme', {
    [await auth.user('owner@a.example')]: 'owner',
    [await auth.user('admin@a.example')]: 'administrator',
  })
  await auth.company('zenith', { [await auth.user('owner@z.example')]: 'owner' })
  const as = async (email: string) => {
    const token = await auth.signIn(email)
    return async (operation: string, variables: Record<string, unknown>) => {
      const { data, codes } = await auth.ask(operation, variables, { token })
      return codes[0] ?? data?.['result'] ?? data
    }
  }
  const owner = await as('owner@a.example')
  const create = (input: object, by = owner) =>
    by(creating, { input: { name: 'Webshop', scopes: ['sales:read', 'import:write'], expiresAt: inDays(30), ...input } })
  const made = async (input: object = {}) => madeSchema.parse(await create(input))
  const holder = async (key: string, address = '203.0.113.7') => {
    const operation = 'query ($key: String!, $address: String!) { apiKeyHolder(key: $key, address: $address) }'
    const { data } = await auth.ask(operation, { key, address })
    return data?.['apiKeyHolder'] as { viewer: Record<string, unknown>; requestsPerMinute: number } | null
  }
  return { ...auth, as, owner, create, made, holder }
}

test('a key is shown once, kept as a hash, and stands for a partner of its company with its own rights alone', async () => {
  const { made, holder, owner, fresh, audited } = await acme()
  const { secret, apiKey } = await made()
  expect(secret.startsWith(apiKey.prefix)).toBe(true)
  expect(apiKey).toMatchObject({ scopes: ['import:write', 'sales:read'], madeBy: { email: 'owner@a.example' } })
  expect(await holder(secret)).toMatchObject({
    viewer: {
      user: { name: 'Webshop' },
      company: { key: 'acme' },
      roles: ['partner'],
      scopes: ['import:write', 'sales:read'],
      sessionId: `key:${apiKey.id}`,
    },
    requestsPerMinute: 600,
  })
  const [kept] = await fresh.admin<{ row: string }[]>`select row_to_json(k)::text as row from auth.api_keys k`
  expect(kept?.row).not.toContain(secret.slice(-43))
  expect(await owner('{ apiKeys { name lastUsedAt lastAddress } }', {})).toMatchObject({
    apiKeys: [{ name: 'Webshop', lastUsedAt: expect.any(String), lastAddress: '203.0.113.7' }],
  })
  expect(await audited()).toContain('api-key-made')
})

test('nobody makes a key that allows what they lack, or what only people do', async () => {
  const { as, create, fresh } = await acme()
  const admin = await as('admin@a.example')
  const refused = (message: string) => ({ __typename: 'ApiKeyRefused', message: expect.stringContaining(message) })
  expect(await create({ scopes: ['sales:read'] }, admin)).toMatchObject(refused('You do not have sales:read yourself'))
  expect(await create({ scopes: ['import:write'] }, admin)).toMatchObject({ __typename: 'ApiKeyMade' })
  for (const scope of ['users:manage', 'ai:ask', 'no:scope'])
    expect(await create({ scopes: [scope] })).toMatchObject(refused(scope))
  expect(await create({ scopes: [] })).toMatchObject(refused('one thing at least'))
  expect(await create({ name: ' ' })).toMatchObject(refused('1 to 80'))
  expect(await create({ expiresAt: inDays(401) })).toMatchObject(refused('within 400 days'))
  expect(await create({ expiresAt: inDays(-1) })).toMatchObject(refused('within 400 days'))
  expect(await create({ addresses: ['203.0.113.0/33'] })).toMatchObject(refused('neither an address nor a network'))
  expect(await create({ requestsPerMinute: 0 })).toMatchObject(refused('1 to 60,000'))
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect(await create({})).toMatchObject(refused('Prove first'))
})

test('a rotated key goes on holding as long as was said, and not a moment longer', async () => {
  const { made, owner, as, holder, fresh } = await acme()
  const first = await made()
  const rotated = await owner(rotating, { id: first.apiKey.id, hours: 1 })
  const second = madeSchema.parse(rotated)
  expect(second.apiKey).toMatchObject({ prefix: first.apiKey.prefix, formerUntil: expect.any(String) })
  for (const { secret } of [first, second]) expect(await holder(secret)).not.toBeNull()
  await fresh.admin`update auth.api_keys set former_until = now()`
  expect(await holder(first.secret)).toBeNull()
  expect(await holder(second.secret)).not.toBeNull()
  // Whoever rotates a key is shown it: they must have what it allows.
  const admin = await as('admin@a.example')
  expect(await admin(rotating, { id: first.apiKey.id })).toMatchObject({ __typename: 'ApiKeyRefused' })
})

test('a key that has ended or expired, comes from elsewhere or was changed stands for nobody; what was known of it is recorded', async () => {
  const { made, owner, as, holder, fresh, audited } = await acme()
  const { secret } = await made({ addresses: ['203.0.113.0/24', '2001:db8::/32'] })
  expect(await holder(secret, '::ffff:203.0.113.9')).not.toBeNull()
  for (const address of ['198.51.100.1', '', 'nowhere']) expect(await holder(secret, address)).toBeNull()
  expect(await audited()).toContain('api-key-refused')
  const changed = (at: number) => secret.slice(0, at) + (secret[at] === 'a' ? 'b' : 'a') + secret.slice(at + 1)
  for (const at of [7, 20, 45, secret.length - 2]) expect(await holder(changed(at))).toBeNull()
  expect(await holder('aems_')).toBeNull()
  await fresh.admin`update auth.api_keys set expires_at = now()`
  expect(await holder(secret)).toBeNull()
  const other = await made()
  const stranger = await as('owner@z.example')
  expect(await stranger(ending, { id: other.apiKey.id })).toMatchObject({ __typename: 'ApiKeyRefused' })
  expect(await owner(ending, { id: other.apiKey.id })).toEqual({ __typename: 'ApiKeyEnded' })
  expect(await owner(ending, { id: other.apiKey.id })).toMatchObject({ __typename: 'ApiKeyRefused' })
  expect(await holder(other.secret)).toBeNull()
  expect(await owner('{ apiKeys { id } }', {})).toEqual({ apiKeys: [] })
  expect(await owner('{ apiKeys(ended: true) { endedAt } }', {})).toMatchObject({ apiKeys: [{}, {}] })
})

test('an address is among networks of its own kind alone; no networks are all', () => {
  expect(isAmong('10.1.2.3', [])).toBe(true)
  expect(isAmong('10.1.2.3', ['10.0.0.0/8'])).toBe(true)
  expect(isAmong('::ffff:10.1.2.3', ['10.1.2.3'])).toBe(true)
  expect(isAmong('2001:db8::1', ['10.0.0.0/8', '2001:db8::/32'])).toBe(true)
  expect(isAmong('11.0.0.1', ['10.0.0.0/8'])).toBe(false)
  expect(['10.0.0.1', '10.0.0.0/8', '::1', 'fe80::/10'].map(networkFault)).toEqual([null, null, null, null])
  for (const text of ['', '10.0.0', '10.0.0.0/', '10.0.0.0/8/8', '::/129', 'localhost']) expect(networkFault(text)).not.toBeNull()
})
