import { type Fuzzed, fuzzer, seeded } from '@aems/router/testing/fuzz.ts'
import { type Hostile, hostileRequests } from '@aems/router/testing/hostile.ts'
import { apiSdl } from '@aems/schema/sdl.ts'
import { buildSchema } from 'graphql'
import { CommandError } from '../command/run.ts'
import { type Bench, type Figure, percentile } from './bench.ts'
import { type BenchGraph, benchGraph } from './bench-graph.ts'

const rounds = 20
const fuzzedOperations = 10_000
const atOnce = 8

/** How long a request takes until its refusal is read, in milliseconds. @throws CommandError where it is not refused. */
async function refusedIn(url: string, { name, body, method = 'POST', search = '', headers = {} }: Hostile): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/graphql${search}`, { method, headers, ...(method !== 'GET' && { body }) })
  await response.text()
  const took = performance.now() - began
  if (response.status < 400 || response.status >= 500) throw new CommandError(`“${name}” was answered with ${response.status}.`)
  return took
}

/** The slowest of the hostile requests, and what memory they take. */
async function corpus(graph: BenchGraph): Promise<Figure[]> {
  const times = new Map<string, number[]>(hostileRequests.map(({ name }) => [name, []]))
  const round = async () => {
    for (const hostile of hostileRequests) times.get(hostile.name)?.push(await refusedIn(graph.url, hostile))
  }
  for (let index = 0; index < 3; index += 1) await round()
  for (const taken of times.values()) taken.length = 0
  const before = await graph.memory()
  for (let index = 0; index < rounds; index += 1) await round()
  const after = await graph.memory()
  const slowest = [...times].map(([name, taken]) => ({ name, value: percentile(taken, 50) })).sort((a, b) => b.value - a.value)
  return [
    ...slowest.slice(0, 5).map(({ name, value }) => ({ name: `refusing ${name}`, value, unit: 'ms', note: 'median; under 50' })),
    {
      name: `memory after ${(rounds * hostileRequests.length).toLocaleString('en')} hostile requests`,
      value: after,
      unit: 'MB',
      baseline: { name: 'before', value: before },
    },
  ]
}

const leaks = /node_modules|\.ts:\d|relation "|syntax error at|duplicate key|violates|PL\/pgSQL|password_hash/

/** How many operations made at random break something or tell what nobody may know. */
async function fuzz(graph: BenchGraph, progress: (line: string) => void): Promise<Figure[]> {
  const next = fuzzer(buildSchema(apiSdl()), seeded(Date.now()))
  const faults: string[] = []
  let answered = 0
  const send = async ({ query, variables }: Fuzzed) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.token()}` },
      body: JSON.stringify({ query, variables }),
    })
    const text = await response.text()
    if (response.status === 200) answered += 1
    if (response.status < 500 && !text.includes('"INTERNAL"') && !leaks.test(text)) return
    faults.push(text)
    progress(`${response.status} ${text.slice(-400)}\n${query}\n${JSON.stringify(variables).slice(0, 1_000)}`)
  }
  for (let sent = 0; sent < fuzzedOperations; sent += atOnce)
    await Promise.all(Array.from({ length: atOnce }, () => send(next())))
  return [
    {
      name: `faults in ${fuzzedOperations.toLocaleString('en')} random operations`,
      value: faults.length,
      unit: 'faults',
      note: 'none',
    },
    { name: 'of which ran', value: answered, unit: 'operations' },
  ]
}

/** What strangers can do to the router. */
export const bench: Bench = {
  name: 'hostile',
  about: 'how fast hostile requests are refused, what memory they take, and what random operations break',
  async run(progress) {
    const graph = await benchGraph('small', progress)
    try {
      progress(`${rounds} rounds of ${hostileRequests.length} hostile requests`)
      const refused = await corpus(graph)
      progress(`${fuzzedOperations.toLocaleString('en')} random operations`)
      return [...refused, ...(await fuzz(graph, progress))]
    } finally {
      await graph.stop()
    }
  },
}
