import { setTimeout as delay } from 'node:timers/promises'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { askedWith, membersOf, type SignedInMember } from './members-over-http.ts'

let graph: TestGraph
let owner: SignedInMember
beforeAll(async () => {
  graph = await openGraph()
  await graph.importCompany('tea')
  owner = await membersOf(graph, 'tea')('owner')
}, 60_000)
afterAll(() => graph?.close())

const creating = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) {
  ... on ApiKeyMade { secret apiKey { id } } ... on UserError { message } } }`
const expiresAt = new Date(Date.now() + 86_400_000).toISOString()

async function key(input: object) {
  const { data } = await owner.ask(creating, { input: { name: 'Webshop', expiresAt, ...input } })
  const { secret, apiKey } = z.object({ secret: z.string(), apiKey: z.object({ id: z.string() }) }).parse(data?.['result'])
  return { id: apiKey.id, ask: askedWith(graph, secret) }
}

test('a partner with a key reads and pushes what the key allows, and nothing else', async () => {
  const { ask } = await key({ scopes: ['sales:read', 'import:write'] })
  const read = await ask('{ orders { totalCount } me { user { name } roles companies { key } sessions { id } } }')
  expect(read.data).toMatchObject({
    orders: { totalCount: expect.any(Number) },
    me: { user: { name: 'Webshop' }, roles: ['partner'] },
  })
  expect(read.data?.['me']).toMatchObject({ companies: [], sessions: [] })
  const files = [{ file: 'customers.csv', rows: [{ ref: 'PUSHED', name: 'Pushed by key' }] }]
  const pushing =
    'mutation ($files: [FileRowsInput!]!) { importRows(input: { files: $files }) { __typename ... on Import { status faults { message } failure } ... on UserError { message } } }'
  expect((await ask(pushing, { files })).data).toMatchObject({ importRows: { status: 'DONE' } })
  expect((await ask('{ customers(search: "PUSHED") { nodes { name } } }')).data).toEqual({
    customers: { nodes: [{ name: 'Pushed by key' }] },
  })
  for (const operation of ['{ employees { totalCount } }', '{ members { totalCount } }', '{ apiKeys { id } }']) {
    expect((await ask(operation)).status).toBe(403)
  }
  const changing =
    'mutation { changePassword(input: { currentPassword: "x", newPassword: "y" }) { ... on UserError { message } } }'
  expect((await ask(changing)).data).toMatchObject({
    changePassword: { message: expect.stringContaining('Sign in as yourself') },
  })
  expect((await ask('mutation { beginSecondFactor { __typename } }')).data).toEqual({
    beginSecondFactor: { __typename: 'SecondFactorRefused' },
  })
})

test('an ended key is refused within a second, and so is one from elsewhere; why is said', async () => {
  const { id, ask } = await key({ scopes: ['sales:read'] })
  expect((await ask('{ orders { totalCount } }')).status).toBe(200)
  await owner.ask('mutation ($id: ID!) { endApiKey(input: { id: $id }) { __typename } }', { id })
  await delay(1_000)
  const refused = await ask('{ orders { totalCount } }')
  expect([refused.status, refused.errors[0]?.message]).toEqual([401, expect.stringContaining('This key does not hold')])
  const elsewhere = await key({ scopes: ['sales:read'], addresses: ['203.0.113.7'] })
  expect((await elsewhere.ask('{ orders { totalCount } }')).status).toBe(401)
  const here = await key({ scopes: ['sales:read'], addresses: ['127.0.0.1', '::1'] })
  expect((await here.ask('{ orders { totalCount } }')).status).toBe(200)
})

test('a key that asks more often than it may is told to wait', async () => {
  const { ask } = await key({ scopes: ['sales:read'], requestsPerMinute: 3 })
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('{ me { roles } }')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
  const limited = answers.find(({ status }) => status === 429)
  expect(limited?.errors[0]).toMatchObject({
    extensions: { code: 'RATE_LIMITED' },
    message: expect.stringContaining('Try again in'),
  })
  expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0)
})
