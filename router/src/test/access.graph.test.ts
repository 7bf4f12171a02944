import { viewerTokens } from '@aems/kit/viewer-token.ts'
import { wire } from '@aems/kit/wire.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Answer, openGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
  await graph.importCompany('other')
})
afterAll(() => graph?.close())

const codes = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions['code'])

test('whoever asks learns who they are, where they act and what they may', async () => {
  const own = await graph.company('own')
  const { me } = await graph.ask('{ me { user { email } company { key } roles mustChangePassword } }')
  expect(me).toEqual({ user: { email: own.owner.email }, company: { key: 'own' }, roles: ['owner'], mustChangePassword: false })
})

test('nobody is signed in without a token', async () => {
  const answer = await graph.send('{ me { roles } }', {}, { as: null })
  expect(answer.data ?? null).toBeNull()
  expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']])
})

test('a field whose scope is missing is refused, named with what it needs, before anything is fetched', async () => {
  const administrator = await (await graph.company('own')).member('administrator')
  await graph.statements('sales')
  const answer = await graph.send('{ orders { totalCount } }', {}, { as: administrator })
  expect([answer.status, codes(answer)]).toEqual([403, ['FORBIDDEN']])
  expect(answer.errors[0]?.message).toContain('Query.orders')
  expect(answer.errors[0]?.message).toContain('sales:read')
  expect(answer.errors[0]?.extensions['field']).toBe('Query.orders')
  expect(await graph.statements('sales')).toEqual([])
})

test.each([
  ['an alias', '{ mine: orders { totalCount } }'],
  ['an inline fragment', '{ ... on Query { orders { totalCount } } }'],
  ['a named fragment', 'query { ...F } fragment F on Query { me { roles } orders { totalCount } }'],
  ['a field that a variable leaves out', 'query ($no: Boolean = false) { orders @include(if: $no) { totalCount } }'],
])('%s does not get around a missing scope', async (_, operation) => {
  const administrator = await (await graph.company('own')).member('administrator')
  const answer = await graph.send(operation, {}, { as: administrator })
  // 403 is the router's; the subgraph's own refusal, which would follow, comes with 200.
  expect([answer.status, codes(answer)]).toEqual([403, ['FORBIDDEN']])
})

const ordersSchema = z.object({ orders: z.object({ nodes: z.array(z.object({ id: z.string() })), totalCount: z.number() }) })

test('an order of another company is not found, not forbidden', async () => {
  const other = await graph.company('other')
  const theirs = ordersSchema.parse(await graph.ask('{ orders { nodes { id } totalCount } }', {}, other.owner))
  expect(theirs.orders.totalCount).toBeGreaterThan(0)
  const id = theirs.orders.nodes[0]?.id
  expect(await graph.ask('query ($id: ID!) { order(id: $id) { id } }', { id })).toEqual({ order: null })
  expect(await graph.ask('{ orders { totalCount } }')).toEqual({ orders: { totalCount: 0 } })
})

test('what is for the router alone is unknown to clients', async () => {
  for (const operation of ['{ signingKeys }', '{ viewer(accessToken: "x") }', '{ refreshSession(refreshToken: "x") }']) {
    const answer = await graph.send(operation, {}, { as: null })
    expect(answer.status).toBe(400)
    expect(codes(answer)).toEqual(['BAD_INPUT'])
  }
  const { __schema } = z
    .object({ __schema: z.object({ queryType: z.object({ fields: z.array(z.object({ name: z.string() })) }) }) })
    .parse(await graph.ask('{ __schema { queryType { fields { name } } } }'))
  const names = __schema.queryType.fields.map(({ name }) => name)
  expect(names).toContain('orders')
  expect(names).not.toContain('signingKeys')
  expect(names).not.toContain('viewer')
})

test('the schema itself is for those who may explore it', async () => {
  const own = await graph.company('own')
  const operation = '{ __type(name: "Order") { name } }'
  expect(codes(await graph.send(operation, {}, { as: await own.member('analyst') }))).toEqual([])
  expect(codes(await graph.send(operation, {}, { as: await own.member('viewer') }))).toEqual(['FORBIDDEN'])
  expect(codes(await graph.send(operation, {}, { as: null }))).toEqual(['UNAUTHENTICATED'])
})

const distributed = test.skipIf(process.env['AEMS_SHAPE'] !== 'distributed')

/** Sends an operation to a subgraph's process, past the router. */
async function past(headers: Readonly<Record<string, string>>, query = '{ orders { totalCount } }') {
  const response = await fetch(graph.subgraphUrls?.sales ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  const errors = z
    .object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]) })
    .parse(await response.json()).errors
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) }
}

distributed('a subgraph answers nobody but the router', async () => {
  const { owner } = await graph.company('own')
  const refused = { status: 401, codes: ['UNAUTHENTICATED'] }
  expect(await past({})).toEqual(refused)
  expect(await past({ authorization: `Bearer ${await owner.token()}` })).toEqual(refused)
  expect(await past({ 'x-user-id': owner.id, 'x-aems-user': owner.id, 'x-aems-scopes': 'sales:read' })).toEqual(refused)
  const sign = viewerTokens(graph.database.secret)
  expect(await past({ [wire.viewer]: await sign(null, 'products') })).toEqual(refused)
  const forged = viewerTokens('another installation has another secret')
  expect(await past({ [wire.viewer]: await forged(null, 'sales') })).toEqual(refused)
})

distributed('a subgraph refuses a field whose scope is missing by itself, on entities too', async () => {
  const sign = viewerTokens(graph.database.secret)
  const own = await graph.company('own')
  const viewer = {
    user: { id: own.owner.id, name: 'Somebody', email: own.owner.email },
    company: { id: own.id, key: 'own', name: 'Own', currency: 'EUR', fiscalYearStartMonth: 1, timeZone: 'UTC', asOf: null },
    roles: ['administrator'],
    scopes: new Set(['users:manage']),
    salesPersonId: null,
    employeeId: null,
    sessionId: '00000000-0000-4000-8000-000000000000',
  }
  const word = { [wire.viewer]: await sign(viewer, 'sales') }
  expect(await past(word)).toEqual({ status: 200, codes: ['FORBIDDEN'] })
  const entities = `{ _entities(representations: [{ __typename: "Order", id: "${own.id}" }]) { ... on Order { ref } } }`
  expect(await past(word, entities)).toEqual({ status: 200, codes: ['FORBIDDEN'] })
  const nobody = { [wire.viewer]: await sign(null, 'sales') }
  expect(await past(nobody)).toEqual({ status: 200, codes: ['UNAUTHENTICATED'] })
})
