import autocannon from 'autocannon'
import type { Bench, Figure } from './bench.ts'
import { benchGraph } from './bench-graph.ts'
import { startServer } from './graph-process.ts'

const connections = 32
const seconds = 8

/** From one fetch to fetches from several subgraphs with entities between them. */
const operations = [
  { name: 'light: who am I', query: '{ me { user { name } company { name currency } } }' },
  {
    name: 'heavy: 50 order lines with order, customer and product',
    query:
      '{ orderLines(first: 50) { nodes { netAmount quantity product { name category } order { ref customer { name city } } } } }',
  },
] as const

async function requestsPerSecond(url: string, body: string, token: string): Promise<number> {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    connections,
    duration: seconds,
    workers: 1,
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests to ${url} failed.`)
  return result.requests.average
}

/** The router's throughput, as a share of what Node's own HTTP server does with the same bytes. */
export const bench: Bench = {
  name: 'router',
  about: `requests a second from ${connections} callers, against a bare node:http server sending the same bytes`,
  async run(progress) {
    const graph = await benchGraph('small', progress)
    try {
      const figures: Figure[] = []
      for (const { name, query } of operations) {
        progress(name)
        const bytes = Buffer.byteLength(JSON.stringify(await graph.ask(query)))
        const bare = await startServer('bare-server.ts', [String(bytes)])
        try {
          const body = JSON.stringify({ query })
          const baseline = { name: 'bare node:http', value: await requestsPerSecond(bare.url, body, 'none') }
          const value = await requestsPerSecond(`${graph.url}/graphql`, body, await graph.token())
          figures.push({ name, value, unit: 'requests/s', baseline, note: `${bytes} bytes, subgraphs in process` })
        } finally {
          await bare.stop()
        }
      }
      figures.push({ name: 'memory of the serving process', value: await graph.memory(), unit: 'MB' })
      return figures
    } finally {
      await graph.stop()
    }
  },
}
