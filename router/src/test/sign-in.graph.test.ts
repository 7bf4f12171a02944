import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
})
afterAll(() => graph.close())

test('whoever asks learns who they are, where they act and what they may', async () => {
  const own = await graph.company('own')
  const { me } = await graph.ask('{ me { user { email } company { key } roles mustChangePassword } }')
  expect(me).toEqual({
    user: { email: own.owner.email },
    company: { key: 'own' },
    roles: ['owner'],
    mustChangePassword: false,
  })
})

test('nobody is signed in without a token', async () => {
  const { data, errors } = await graph.send('{ me { roles } }', {}, { as: null })
  expect(data ?? null).toBeNull()
  expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED'])
})
