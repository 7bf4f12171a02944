import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { madeUpGraph } from '../testing/made-up-graph.ts'
import { partsOf, type StreamPart, sendStream } from '../testing/stream.ts'

const ticks = 'subscription ($every: Int!) { now: tick(every: $every) { __typename number product { id name } } }'

describe.each(['local', 'remote'] as const)('%s subgraphs', (shape) => {
  const begun = async () => {
    const graph = await madeUpGraph(shape)
    graph.holders.set('ann', ['clock:read'])
    const send = (query: string, variables: Readonly<Record<string, unknown>> = { every: 5 }, signal?: AbortSignal) =>
      sendStream({ url: graph.url, token: 'ann', query, variables, ...(signal && { signal }) })
    return { ...graph, send }
  }
  const settled = (isSo: () => boolean) => expect.poll(isSo, { timeout: 2_000, interval: 10 }).toBe(true)

  test('events come one by one, with what another subgraph adds to each; who goes away ends the work', async () => {
    const { send, ticking, named } = await begun()
    const leaving = new AbortController()
    const response = await send(ticks, { every: 5 }, leaving.signal)
    expect(response.headers.get('content-type')).toBe('multipart/mixed;boundary="graphql";subscriptionSpec=1.0')
    const events: StreamPart[] = []
    for await (const part of partsOf(response)) if (events.push(part) === 3) break
    expect(events).toEqual(
      [1, 2, 3].map((number) => ({
        payload: { data: { now: { __typename: 'Tick', number, product: { id: String(number), name: `Number ${number}` } } } },
      })),
    )
    expect(ticking.size).toBe(1)
    leaving.abort()
    await settled(() => ticking.size === 0)
    const asked = named.length
    await delay(50)
    expect(named.length).toBe(asked)
  })

  test('what the viewer may not read is refused before anything begins, like a query', async () => {
    const { send, holders, ticking } = await begun()
    holders.set('ann', [])
    const response = await send(ticks)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    expect((await send('subscription { tock }')).status).toBe(400)
    expect(await (await send('{ clock }')).json()).toEqual({ data: { clock: null } })
    expect(ticking.size).toBe(0)
  })

  test('a right that is lost while a subscription lasts ends it, and says so', async () => {
    const { send, holders, ticking } = await begun()
    const last = async () => {
      let part: StreamPart | undefined
      for await (part of partsOf(await send(ticks, { every: 100 }))) holders.set('ann', [])
      return part
    }
    expect(await last()).toMatchObject({ payload: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
    await settled(() => ticking.size === 0)
  })

  test('a session that ends, ends its subscriptions, also one that waits for its next event', async () => {
    const { send, holders, ticking } = await begun()
    const parts = partsOf(await send(ticks, { every: 60_000 }))
    await parts.next()
    holders.delete('ann')
    const { value: last } = await parts.next()
    expect(last).toMatchObject({ payload: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(await parts.next()).toMatchObject({ done: true })
    await settled(() => ticking.size === 0)
  })

  test('a server that stops says so to its subscribers, and does not wait for the end of their streams', async () => {
    const { send, end, ticking } = await begun()
    const parts = partsOf(await send(ticks, { every: 60_000 }))
    await parts.next()
    const began = performance.now()
    const ending = end()
    expect((await parts.next()).value).toMatchObject({ payload: null, errors: [{ extensions: { code: 'UNAVAILABLE' } }] })
    expect(await parts.next()).toMatchObject({ done: true })
    await ending
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(ticking.size).toBe(0)
  })

  test('a fault in the middle is the last event, and tells nothing of what is inside', async () => {
    const { send } = await begun()
    const events: StreamPart[] = []
    const query = 'subscription { tick(every: 1, fails: 3) { number } }'
    for await (const part of partsOf(await send(query, {}))) events.push(part)
    expect(events).toHaveLength(3)
    expect(events[2]).toMatchObject({ payload: { errors: [{ extensions: { code: 'INTERNAL' } }] } })
    expect(JSON.stringify(events[2])).not.toContain('The clock has stopped')
  })

  test('one person may have twenty streams open, and hears so at the next', async () => {
    const { send } = await begun()
    const leaving = new AbortController()
    const open = await Promise.all(Array.from({ length: 20 }, () => send(ticks, { every: 60_000 }, leaving.signal)))
    expect(open.every(({ status }) => status === 200)).toBe(true)
    const refused = await send(ticks)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
    leaving.abort()
    await expect.poll(async () => (await send('{ clock }')).status, { timeout: 2_000 }).toBe(200)
  })
})

test('a subscription that is sent like a query is told how to send it', async () => {
  const { url, holders } = await madeUpGraph('local')
  holders.set('ann', ['clock:read'])
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer ann' },
    body: JSON.stringify({ query: ticks, variables: { every: 5 } }),
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('multipart/mixed') }] })
})
