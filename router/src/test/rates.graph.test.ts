import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRates } from '../access/rates.ts'
import { openGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph({
    rates: await openRates({ ofAddress: 40, ofStrangers: 5, ofPerson: 10, costOfPerson: 300 }),
    allowedOrigins: ['https://tools.example.com'],
  })
})
afterAll(() => graph?.close())

const from = (address: string) => ({ 'x-forwarded-for': address })
const operation = '{ __typename }'

/** Statuses of as many requests, one after the other. */
async function statuses(count: number, send: (index: number) => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = []
  for (let sent = 0; sent < count; sent += 1) found.push((await send(sent)).status)
  return found
}

test('a stranger is held back by their address, told when to come again, and others are not', async () => {
  const ask = () => graph.send(operation, {}, { as: null, headers: from('203.0.113.7') })
  expect(await statuses(6, ask)).toEqual([200, 200, 200, 200, 200, 429])
  const refused = await ask()
  expect(refused.errors[0]?.extensions['code']).toBe('RATE_LIMITED')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.errors[0]?.message).toMatch(/try again in \d+ s/)
  expect((await graph.send(operation, {}, { as: null, headers: from('203.0.113.8') })).status).toBe(200)
})

test('aliases are one request, and a token that does not hold counts as a stranger', async () => {
  const forged = { ...from('203.0.113.20'), authorization: 'Bearer made.up.token' }
  expect(await statuses(6, () => graph.send(operation, {}, { as: null, headers: forged }))).toEqual([
    401, 401, 401, 401, 401, 429,
  ])
})

test('an IPv6 network is one caller, whatever its addresses', async () => {
  const ask = (host: number) => graph.send(operation, {}, { as: null, headers: from(`2001:db8:0:7::${host.toString(16)}`) })
  expect((await statuses(6, ask)).at(-1)).toBe(429)
})

test('a person is held back by who they are, from wherever they ask', async () => {
  const analyst = await (await graph.company('own')).member('analyst')
  await analyst.token()
  const ask = (host: number) => graph.send(operation, {}, { as: analyst, headers: from(`198.51.100.${host}`) })
  expect((await statuses(11, ask)).slice(-2)).toEqual([200, 429])
})

test('what operations cost is counted, and one that is refused runs nothing', async () => {
  const analyst = await (await graph.company('own')).member('analyst')
  const ask = () =>
    graph.send('{ customers(first: 140) { nodes { name } } }', {}, { as: analyst, headers: from('198.51.100.99') })
  expect(await statuses(2, ask)).toEqual([200, 200])
  await graph.statements('sales')
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after') === null]).toEqual([429, false])
  expect(await graph.statements('sales')).toEqual([])
})

test('an address is held back before anything of its requests is read', async () => {
  const send = () =>
    fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from('192.0.2.1') },
      body: '{',
    })
  expect((await statuses(41, send)).slice(-2)).toEqual([400, 429])
})

test('an address that a client wrote itself is not believed', async () => {
  const spoofed = (address: string) => ({ 'x-forwarded-for': `${address}, 203.0.113.50` })
  const ask = (host: number) => graph.send(operation, {}, { as: null, headers: spoofed(`10.0.0.${host}`) })
  expect((await statuses(6, ask)).at(-1)).toBe(429)
})

test('this machine itself is not held back', async () => {
  expect(await statuses(50, () => graph.send(operation, {}, { as: null }))).toEqual(Array(50).fill(200))
})

/** As a page of an origin would. */
const fromPage = (origin: string, method: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${graph.url}/graphql`, {
    method,
    headers: { origin, 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: JSON.stringify({ query: operation }) }),
  })

test('pages of an allowed origin may ask with a token, those of others may not', async () => {
  const allowed = await fromPage('https://tools.example.com', 'OPTIONS')
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, 'https://tools.example.com'])
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
  expect((await fromPage('https://tools.example.com', 'POST')).headers.get('access-control-allow-origin')).toBe(
    'https://tools.example.com',
  )
  for (const origin of ['https://evil.example.com', 'null', 'https://tools.example.com.evil.example']) {
    const other = await fromPage(origin, 'OPTIONS')
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null])
  }
})

test('a page of another site can not use the cookies of whoever visits it', async () => {
  const cookie = { cookie: '__Host-aems_access=x' }
  expect((await fromPage('https://evil.example.com', 'POST', cookie)).status).toBe(403)
  expect((await fromPage('https://tools.example.com', 'POST', cookie)).status).toBe(403)
  expect((await fromPage(graph.url, 'POST')).status).toBe(200)
})

test('every answer says that it is no page of another’s, and that TLS is for good', async () => {
  for (const path of ['/graphql', '/healthz', '/nothing']) {
    const { headers } = await fetch(`${graph.url}${path}`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('strict-transport-security')).toContain('max-age=63072000')
  }
})

test('routers that share a database count together', async () => {
  const limits = { ofAddress: 5, ofStrangers: 5, ofPerson: 5, costOfPerson: 5 }
  const [one, other] = [await openRates(limits, graph.database.adminUrl), await openRates(limits, graph.database.adminUrl)]
  try {
    for (let sent = 0; sent < 5; sent += 1) await (sent % 2 ? one : other).knock('203.0.113.99')
    await expect(one.knock('203.0.113.99')).rejects.toThrow('try again in')
    await expect(other.knock('203.0.113.99')).rejects.toThrow('try again in')
  } finally {
    await one.close()
    await other.close()
  }
})
