import { setTimeout as delay } from 'node:timers/promises'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { membersOf } from './members-over-http.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
}, 60_000)
afterAll(() => graph?.close())

const eventsSchema = z.object({
  auditEvents: z.object({ nodes: z.array(z.object({ action: z.string(), subject: z.looseObject({}), isSealed: z.boolean() })) }),
})

test('a burst of refused fields is in the audit log, once a second and as an alert, and sealed soon after', async () => {
  const member = membersOf(graph, 'acme')
  const [owner, viewer] = [await member('owner'), await member('viewer')]
  await Promise.all(Array.from({ length: 25 }, () => viewer.ask('{ members { totalCount } }')))
  const read = async () => {
    const { data } = await owner.ask(
      'query ($by: ID!) { auditEvents(actorId: $by, actions: ["fields-refused", "alert"]) { nodes { action subject isSealed } } }',
      { by: viewer.id },
    )
    return eventsSchema.parse(data).auditEvents.nodes
  }
  const until = Date.now() + 15_000
  let found = await read()
  while (!(found.length > 1 && found.every(({ isSealed }) => isSealed)) && Date.now() < until) {
    await delay(200)
    found = await read()
  }
  expect(found.filter(({ action }) => action === 'alert')).toMatchObject([{ subject: { kind: 'burst-of-refusals' } }])
  const refused = found.filter(({ action }) => action === 'fields-refused')
  expect(refused.length).toBeLessThan(10)
  expect(refused.reduce((sum, { subject }) => sum + Number(subject['count']), 0)).toBe(25)
  expect(found.every(({ isSealed }) => isSealed)).toBe(true)
})
