import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Logger } from '@aems/kit/logger.ts'
import { viewerTokens } from '@aems/kit/viewer-token.ts'
import { type Domain, domains } from '@aems/schema/sdl.ts'
import { z } from 'zod'
import type { Rates } from '../access/rates.ts'
import { localSource } from '../gateway/local.ts'
import { remoteSource } from '../gateway/remote.ts'
import type { Source } from '../gateway/sources.ts'
import { remoteRouter } from '../remote-router.ts'
import { createRouter, type Router } from '../server.ts'
import { type TestSubgraphOptions, withSubgraph } from './subgraphs.ts'

/** A graph in one of its shapes. */
export interface ShapedGraph {
  readonly router: Router
  /** The statements that a domain has sent since it was last asked. */
  statements(domain: Domain): Promise<readonly string[]>
  /** The way to a subgraph that the router has, for tests to go it themselves. */
  source(domain: Domain): Source
  /** Where each subgraph listens; null where they are in this process. */
  readonly urls: Readonly<Record<Domain, string>> | null
  /** Kills a subgraph's process. @throws Error where it has none. */
  kill(domain: Domain): Promise<void>
  /** Ends the subgraphs' processes; the router is closed by whoever serves it. */
  close(): Promise<void>
}

type ShapeOptions = Omit<TestSubgraphOptions, 'onStatement'> & {
  readonly logger: Logger
  readonly rates?: Rates
  /** Where the router will listen. */
  readonly routerUrl: string
}

const record = <Value>(of: (domain: Domain) => Value): Readonly<Record<Domain, Value>> => ({
  auth: of('auth'),
  products: of('products'),
  sales: of('sales'),
  ai: of('ai'),
  finance: of('finance'),
  risk: of('risk'),
  hr: of('hr'),
})

/** Every subgraph in this process. */
export async function embeddedGraph({ logger, rates, ...options }: ShapeOptions): Promise<ShapedGraph> {
  const sent = record((): string[] => [])
  const source = (domain: Domain): Promise<Source> =>
    withSubgraph(domain, { ...options, onStatement: (statement) => sent[domain].push(statement) }, (subgraph) =>
      localSource(subgraph, (err, correlationId) => logger.error({ correlationId, err }, 'a resolver failed')),
    )
  const [auth, products, sales, ai, finance, risk, hr] = await Promise.all([
    source('auth'),
    source('products'),
    source('sales'),
    source('ai'),
    source('finance'),
    source('risk'),
    source('hr'),
  ])
  const sources = { auth, products, sales, ai, finance, risk, hr }
  const router = await createRouter({ sources, logger, ...(rates && { rates }) })
  return {
    router,
    source: (domain) => sources[domain],
    statements: async (domain) => sent[domain].splice(0),
    urls: null,
    kill: () => Promise.reject(new Error('A subgraph in this process has no process of its own that could be killed.')),
    close: async () => {},
  }
}

const messageSchema = z.union([z.object({ url: z.string() }), z.object({ statements: z.array(z.string()) })])

/** Every subgraph in a process of its own. */
export async function distributedGraph({ logger, rates, secret, routerUrl, ...options }: ShapeOptions): Promise<ShapedGraph> {
  const processes = record((domain) => startProcess(domain, { secret, routerUrl, ...options }))
  const urls = Object.fromEntries(await Promise.all(domains.map(async (domain) => [domain, (await processes[domain]).url])))
  const running = z.record(z.enum(domains), z.string()).parse(urls)
  const router = await remoteRouter({ urls: running, secret, logger, ...(rates && { rates }) })
  const end = async (domain: Domain, signal: NodeJS.Signals) => {
    const { child } = await processes[domain]
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  const direct = record((domain) =>
    remoteSource({ domain, url: running[domain], signViewer: viewerTokens(secret), onFault: () => {} }),
  )
  return {
    router,
    source: (domain) => direct[domain],
    urls: running,
    statements: async (domain) => {
      const { child } = await processes[domain]
      child.send('statements')
      const [message]: unknown[] = await once(child, 'message')
      const said = messageSchema.parse(message)
      return 'statements' in said ? said.statements : []
    },
    kill: (domain) => end(domain, 'SIGKILL'),
    close: async () => {
      await Promise.all(domains.map((domain) => direct[domain].close()))
      await Promise.all(domains.map((domain) => end(domain, 'SIGTERM')))
    },
  }
}

const program = fileURLToPath(new URL('subgraph-process.ts', import.meta.url))
/** Compiled code is kept from one test file to the next: four processes start in half the time. */
const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url))

async function startProcess(
  domain: Domain,
  options: Omit<ShapeOptions, 'logger' | 'rates'>,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(program, [domain, JSON.stringify(options)], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`The process of ${domain} did not start.`)))
  const [message]: unknown[] = await Promise.race([once(child, 'message'), gone])
  gone.catch(() => {})
  const said = messageSchema.parse(message)
  if (!('url' in said)) throw new Error(`The process of ${domain} did not say where it listens.`)
  return { child, url: said.url }
}
