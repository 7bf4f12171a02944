import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, openGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
})
afterAll(() => graph?.close())

const codes = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions['code'])

/** Sends a body as it is. */
async function raw(body: string, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }) {
  const response = await fetch(`${graph.url}/graphql`, { method: 'POST', headers, body })
  const answer: { errors?: { message: string; extensions: { code: string } }[] } = JSON.parse(await response.text())
  return { status: response.status, code: answer.errors?.[0]?.extensions.code, message: answer.errors?.[0]?.message ?? '' }
}

test.each([
  ['a body that is not JSON', '{"query": ', 400],
  ['no body', '', 400],
  ['a list of operations', '[{"query":"{ me { roles } }"}]', 400],
  ['a body without an operation', '{}', 400],
  ['an operation that is a number', '{"query": 7}', 400],
  ['variables that are a list', '{"query":"{ __typename }","variables":[1]}', 400],
  ['an operation that is not GraphQL', '{"query":"{ me { "}', 400],
  ['a field that does not exist', '{"query":"{ orderz { id } }"}', 400],
  ['a body of more than 256 KiB', JSON.stringify({ query: `{ __typename } #${'x'.repeat(300_000)}` }), 413],
  ['a body of several megabytes', JSON.stringify({ query: `{ __typename } #${'x'.repeat(5_000_000)}` }), 413],
  ['an operation of more than 3,000 words', JSON.stringify({ query: `{ ${'a:__typename '.repeat(3_100)} }` }), 400],
])('%s is refused as JSON, and says what is wrong', async (_, body, status) => {
  const answer = await raw(body)
  expect(answer.status).toBe(status)
  expect(answer.code).toBe('BAD_INPUT')
  expect(answer.message).not.toBe('')
})

test('an operation that nests too deep, or has too many roots, is refused before it runs', async () => {
  const deep = `{ orders { nodes { ${'customer { orders { nodes { '.repeat(5)} id ${'} } } '.repeat(5)} } } }`
  const wide = `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: territories { id }`).join(' ')} }`
  for (const operation of [deep, wide]) {
    const answer = await graph.send(operation)
    expect(answer.status).toBe(400)
    expect(new Set(codes(answer))).toEqual(new Set(['BAD_INPUT']))
  }
})

test('an operation says what it costs, and one that costs too much is refused before anything is fetched', async () => {
  const cheap = await graph.send('{ customers(first: 10) { nodes { name } } }')
  expect(cheap.headers.get('x-aems-cost')).toBe('11')
  await graph.statements('sales')
  const dear = await graph.send(
    'query ($n: Int) { customers(first: $n) { nodes { orders(first: $n) { nodes { lines { id } } } } } }',
    { n: 1_000 },
  )
  expect([dear.status, codes(dear)]).toEqual([400, ['BAD_INPUT']])
  expect(dear.errors[0]?.message).toMatch(/would cost 21,002,001 points; 100,000 at most.*customers\.nodes\.orders\.nodes\.lines/)
  expect(await graph.statements('sales')).toEqual([])
})

test('a form of another site can not send an operation', async () => {
  const answer = await raw('{"query":"{ __typename }"}', { 'content-type': 'text/plain' })
  expect(answer).toMatchObject({ status: 415, code: 'BAD_INPUT' })
})

test('a token that does not hold is refused, and not taken for nobody', async () => {
  const answer = await graph.send('{ __typename }', {}, { as: null, headers: { authorization: 'Bearer made.up.token' } })
  expect(answer.status).toBe(401)
  expect(codes(answer)).toEqual(['UNAUTHENTICATED'])
})

test('nobody outside says who they are by the header of the router', async () => {
  const answer = await graph.send('{ __typename }', {}, { as: null, headers: { 'x-aems-viewer': 'made.up.token' } })
  expect(answer.status).toBe(401)
})

test('a fault inside is masked: it carries the number by which the log knows it, and nothing else', async () => {
  const broken = await graph.company('own')
  await graph.database.admin`alter table sales.territories rename to territories_gone`
  try {
    const answer = await graph.send(
      '{ territories { id } }',
      {},
      { as: broken.owner, headers: { 'x-correlation-id': 'correlation-of-a-test' } },
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-correlation-id')).toBe('correlation-of-a-test')
    expect(answer.data).toEqual({ territories: null })
    expect(codes(answer)).toEqual(['INTERNAL'])
    expect(answer.errors[0]?.extensions).toEqual({ code: 'INTERNAL', correlationId: 'correlation-of-a-test' })
    expect(JSON.stringify(answer.errors)).not.toMatch(/territories_gone|relation "|select|127\.0\.0\.1|\.ts/)
    // The log is written beside the answer.
    const logged = () => graph.log().filter((line) => line['correlationId'] === 'correlation-of-a-test')
    await expect.poll(() => logged().some(({ level }) => level === 50)).toBe(true)
  } finally {
    await graph.database.admin`alter table sales.territories_gone rename to territories`
  }
})

test('passwords do not get into the log', async () => {
  const input = { email: 'nobody@example.com', password: 'a password that no log may know' }
  await graph.send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', { input }, { as: null })
  expect(JSON.stringify(graph.log())).not.toContain('a password that no log may know')
})

test('says that it lives, that it is ready, how it fares, and by which keys its tokens are signed', async () => {
  const health = await fetch(`${graph.url}/healthz`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  const ready = await fetch(`${graph.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  await graph.ask('{ me { roles } }')
  const metrics = await (await fetch(`${graph.url}/metrics`)).text()
  expect(metrics).toMatch(/^aems_requests_total\{status="200"\} [1-9]/m)
  const keys = await (await fetch(`${graph.url}/.well-known/jwks.json`)).json()
  expect(keys).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519' }] })
  expect(JSON.stringify(keys)).not.toContain('"d"')
})

test('an address where nothing is, and a method that does not belong, are refused as JSON', async () => {
  const nothing = await fetch(`${graph.url}/nothing/here`)
  expect(nothing.status).toBe(404)
  expect(await nothing.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  const get = await fetch(`${graph.url}/graphql?query={__typename}`)
  expect(get.status).toBe(405)
  expect(await get.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
})

// The last test of the file: it takes a part of the graph away.
test.skipIf(process.env['AEMS_SHAPE'] !== 'distributed')(
  'a subgraph that is down costs its own fields alone, and says so',
  async () => {
    await graph.importCompany('own')
    const operation = '{ products { totalCount } territories { name } me { company { key } } }'
    const before = await graph.ask(operation)
    expect(before).toMatchObject({ products: { totalCount: expect.any(Number) }, me: { company: { key: 'own' } } })

    await graph.kill('products')
    const { status, data, errors } = await graph.send(operation)
    expect(status).toBe(200)
    expect(data).toEqual({ ...before, products: null })
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAVAILABLE'])
    expect(errors[0]?.message).toContain('products')
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|http:|stack/)
    const ready = await fetch(`${graph.url}/readyz`)
    expect(ready.status).toBe(503)

    await graph.kill('auth')
    // Who asked a moment ago may still be remembered.
    await delay(1_100)
    const unknown = await graph.send(operation)
    expect([unknown.status, codes(unknown)]).toEqual([503, ['UNAVAILABLE']])
  },
)
