import { apiSdl } from '@aems/schema/sdl.ts'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzzer, seeded } from '../testing/fuzz.ts'
import { openGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
  await graph.importCompany('own')
})
afterAll(() => graph?.close())

/** A look at some hundreds, each time the same; `npm run bench -- hostile` sends ten thousand others. */
const mostMs = 5_000
const mostOperations = 1_500
const leaks = /node_modules|\.ts:\d|postgres|aems_|relation "|syntax error at|duplicate key|violates|PL\/pgSQL|password_hash/

test('operations and variables made at random from the schema break nothing and learn nothing', async () => {
  const owner = (await graph.company('own')).owner
  const next = fuzzer(buildSchema(apiSdl()), seeded(20_261_125))
  const until = Date.now() + mostMs
  const faults: string[] = []
  let sent = 0
  while (sent < mostOperations && Date.now() < until) {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        sent += 1
        const { query, variables } = next()
        const answer = await graph.send(query, variables, { as: owner })
        const said = JSON.stringify(answer.errors)
        if (answer.status >= 500 || said.includes('"INTERNAL"') || leaks.test(said))
          faults.push(`${answer.status} ${said.slice(0, 300)}\n${query}\n${JSON.stringify(variables).slice(0, 600)}`)
      }),
    )
  }
  expect(sent).toBeGreaterThan(50)
  expect(faults.slice(0, 5).join('\n\n')).toBe('')
})
