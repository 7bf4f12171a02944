import { setTimeout as delay } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import type { Viewer } from '../viewer.ts'
import { viewerReader, viewerTokens } from '../viewer-token.ts'

const secret = 'a secret of thirty-two characters and more'
const viewer: Viewer = {
  user: { id: 'u', name: 'Jo', email: 'jo@example.com' },
  company: {
    id: 'c',
    key: 'acme',
    name: 'Acme',
    currency: 'EUR',
    fiscalYearStartMonth: 4,
    timeZone: 'Europe/Berlin',
    asOf: null,
  },
  roles: ['analyst'],
  scopes: new Set(['sales:read', 'ai:ask']),
  salesPersonId: null,
  employeeId: 'e',
  sessionId: 's',
}

afterEach(() => void vi.useRealTimers())

test('a subgraph reads the very viewer whom the router wrote, or that there is none', async () => {
  const sign = viewerTokens(secret)
  const read = viewerReader(secret, 'sales')
  expect((await read(await sign(viewer, 'sales')))?.viewer).toEqual(viewer)
  expect(await read(await sign(null, 'sales'))).toMatchObject({ viewer: null })
})

test('a token of another audience, of another installation, or changed on the way tells nothing', async () => {
  const read = viewerReader(secret, 'sales')
  expect(await read(await viewerTokens(secret)(viewer, 'products'))).toBeUndefined()
  expect(await read(await viewerTokens('another secret of thirty-two characters')(viewer, 'sales'))).toBeUndefined()
  const [head, , signature] = (await viewerTokens(secret)(null, 'sales')).split('.')
  const claims = Buffer.from(JSON.stringify({ viewer, iss: 'a-ems router', aud: 'sales', exp: 4_000_000_000 })).toString(
    'base64url',
  )
  expect(await read(`${head}.${claims}.${signature}`)).toBeUndefined()
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  expect(await read(`${unsigned}.${claims}.`)).toBeUndefined()
  expect(await read('')).toBeUndefined()
})

test('a token that has run out tells nothing, also where it was read before', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const read = viewerReader(secret, 'sales')
  const token = await viewerTokens(secret)(viewer, 'sales')
  expect(await read(token)).toBeDefined()
  vi.setSystemTime(Date.now() + 91_000)
  expect(await read(token)).toBeUndefined()
  expect(await viewerReader(secret, 'sales')(token)).toBeUndefined()
})

test('one token serves a viewer for a minute; other rights make another', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const sign = viewerTokens(secret)
  const token = await sign(viewer, 'sales')
  expect(await sign({ ...viewer }, 'sales')).toBe(token)
  expect(await sign({ ...viewer, scopes: new Set(['sales:read']) }, 'sales')).not.toBe(token)
  vi.setSystemTime(Date.now() + 61_000)
  const later = await sign(viewer, 'sales')
  expect(later).not.toBe(token)
  expect(Number(decodeJwt(later).exp) * 1000 - Date.now()).toBeGreaterThan(60_000)
})

test('reading a token again costs no signature', async () => {
  const token = await viewerTokens(secret)(viewer, 'sales')
  const read = viewerReader(secret, 'sales')
  const first = await read(token)
  await delay(0)
  expect(await read(token)).toBe(first)
})
