import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openGraph, type TestGraph } from '../testing/graph.ts'
import { type Hostile, hostileRequests } from '../testing/hostile.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
})
afterAll(() => graph?.close())

const refusalSchema = z.object({
  errors: z.array(z.object({ message: z.string().min(10), extensions: z.object({ code: z.string() }) })).min(1),
  data: z.null().optional(),
})

async function refusalOf({ body, method = 'POST', search = '', headers = {} }: Hostile, token: string | null) {
  const response = await fetch(`${graph.url}/graphql${search}`, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(method !== 'GET' && { body }),
  })
  const text = await response.text()
  return { status: response.status, text, ...refusalSchema.parse(JSON.parse(text)) }
}

/** What the schema holds and a stranger was not told. */
const secrets = /signingKeys|refreshSession|Did you mean|node_modules|\bat .*\.ts|postgres/

test.each(hostileRequests)('$name is refused by a stranger’s mouth and a member’s alike', async (hostile) => {
  const member = await (await graph.company('own')).owner.token()
  for (const token of [null, member]) {
    const { status, errors, text } = await refusalOf(hostile, token)
    expect(status, text.slice(0, 300)).toBeGreaterThanOrEqual(400)
    expect(status, text.slice(0, 300)).toBeLessThan(500)
    expect(errors[0]?.extensions.code).not.toBe('INTERNAL')
    if (token === null) expect(text).not.toMatch(secrets)
    expect(text.length).toBeLessThan(20_000)
  }
})

test('after all that the graph answers as before', async () => {
  expect(await graph.ask('{ me { company { key } } }')).toEqual({ me: { company: { key: 'own' } } })
})
