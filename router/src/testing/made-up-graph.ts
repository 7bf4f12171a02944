import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { serveSubgraph } from '@aems/kit/serve.ts'
import type { Subgraph, SubgraphRequest } from '@aems/kit/subgraph.ts'
import { noCompany } from '@aems/kit/viewer.ts'
import { viewerReader, viewerTokens } from '@aems/kit/viewer-token.ts'
import { compose } from '@aems/schema/compose.ts'
import { type Domain, domains } from '@aems/schema/sdl.ts'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { openExplorer } from '../explorer/explorer.ts'
import { localSource } from '../gateway/local.ts'
import { remoteSource } from '../gateway/remote.ts'
import type { Source, Sources } from '../gateway/sources.ts'
import { serveRouter } from '../http/serve.ts'
import { createRouter } from '../server.ts'

const common = readFileSync(new URL('../../../schema/common.graphql', import.meta.url), 'utf8')

const parts: Partial<Record<Domain, string>> = {
  auth: 'type Query { viewer(accessToken: String!): JSON @public }',
  sales: `
    type Query { clock: String @public }
    type Subscription {
      tick(every: Int!, fails: Int): Tick @authenticated @requiresScopes(scopes: [["clock:read"]])
    }
    type Tick @authenticated { number: Int! product: Product }
    type Product @key(fields: "id", resolvable: false) @authenticated { id: ID! }`,
  products: `
    type Query { shelf: String @public }
    type Product @key(fields: "id") @authenticated { id: ID! name: String! }`,
}
const sdlOf = (domain: Domain): string => `${common}\n${parts[domain] ?? `type Query { ${domain}: String @public }`}`

let supergraph: string | undefined
const composed = (): string => {
  supergraph ??= compose(sdlOf).supergraph
  return supergraph
}

/**
 * A graph of a clock and a shelf behind the real router: the clock ticks for ever, and the shelf names what it counts.
 * It ends with the test.
 */
export async function madeUpGraph(shape: 'local' | 'remote') {
  /** Scopes of whoever holds a token; a test takes them away. */
  const holders = new Map<string, readonly string[]>()
  /** Clocks that tick now. */
  const ticking = new Set<string>()
  /** What the shelf was asked to name. */
  const named: string[] = []

  async function* tick({ every, fails }: { every: number; fails?: number }, { correlationId, signal }: SubgraphRequest) {
    ticking.add(correlationId)
    try {
      for (let number = 1; !signal?.aborted; number++) {
        if (number === fails) throw new Error('The clock has stopped.')
        yield { tick: { number, product: { id: String(number) } } }
        await delay(every, undefined, signal ? { signal } : {}).catch(() => {})
      }
    } finally {
      ticking.delete(correlationId)
    }
  }
  const name = ({ id }: { id: string }) => {
    named.push(id)
    return { id, name: `Number ${id}` }
  }
  const viewer = (_: unknown, { accessToken: id }: { accessToken: string }) => {
    const scopes = holders.get(id)
    const user = { id, name: id, email: '' }
    return scopes ? { user, company: noCompany, roles: [], scopes, salesPersonId: null, employeeId: null, sessionId: id } : null
  }
  const resolvers: Partial<Record<Domain, object>> = {
    auth: { Query: { viewer } },
    sales: {
      Subscription: { tick: { subscribe: (_: unknown, asked: never, request: SubgraphRequest) => tick(asked, request) } },
    },
    products: { Product: { __resolveReference: name } },
  }
  const subgraph = (domain: Domain): Subgraph<SubgraphRequest> => ({
    name: domain,
    schema: buildSubgraphSchema([{ typeDefs: parse(sdlOf(domain)), resolvers: { ...resolvers[domain] } }]),
    context: (request) => request,
    close: async () => {},
  })

  const logger = pino({ level: 'silent' })
  const secret = 'a secret of the test run, of no use elsewhere'
  const stops: (() => Promise<void>)[] = []
  const source = async (domain: Domain): Promise<Source> => {
    if (shape === 'local') return localSource(subgraph(domain), () => {})
    const { url, stop } = await serveSubgraph({
      subgraph: subgraph(domain),
      readViewer: viewerReader(secret, domain),
      graph: () => ({ execute: () => Promise.reject(new Error('Nobody asks the whole graph.')) }),
      logger,
      port: 0,
      host: '127.0.0.1',
    })
    stops.push(stop)
    return remoteSource({ domain, url, signViewer: viewerTokens(secret), onFault: () => {} })
  }
  const made = await Promise.all(domains.map(async (domain) => [domain, await source(domain)] as const))
  const router = await createRouter({
    sources: Object.fromEntries(made) as Sources,
    logger,
    supergraph: composed(),
  })
  const served = await serveRouter({ router, logger, explorer: openExplorer(), port: 0 })
  stops.unshift(served.stop)
  const end = async () => {
    for (const each of stops.splice(0)) await each()
  }
  onTestFinished(end)
  return { url: served.url, holders, ticking, named, end }
}
