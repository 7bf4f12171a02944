import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { companyId, newId } from '@aems/drizzle/ids.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { copyTemplate, type FreshDatabase } from '@aems/drizzle/testing.ts'
import type { Fetch, Fetched } from '@aems/kit/execute.ts'
import { createLogger } from '@aems/kit/logger.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Rates } from '../access/rates.ts'
import { openExplorer } from '../explorer/explorer.ts'
import { serveRouter } from '../http/serve.ts'
import { freePort } from './ports.ts'
import { distributedGraph, embeddedGraph, type ShapedGraph } from './shapes.ts'

/** Someone who asks. */
export interface Person {
  readonly id: string
  readonly email: string
  /** A bearer token that holds. */
  token(): Promise<string>
}

/** A company of a test's own. */
export interface TestCompany {
  readonly id: string
  readonly key: string
  readonly owner: Person
  /** Someone new with these roles in the company. */
  member(...roles: string[]): Promise<Person>
}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default([]),
})

/** What the graph answered. */
export interface Answer extends z.infer<typeof answerSchema> {
  readonly status: number
  readonly headers: Headers
}

export interface SendOptions {
  /** Who asks; null: nobody who is signed in. */
  readonly as?: Person | null
  readonly headers?: Readonly<Record<string, string>>
}

/** A graph of a test's own, over HTTP, in the shape that AEMS_SHAPE names. */
export interface TestGraph {
  readonly shape: 'embedded' | 'distributed'
  readonly url: string
  readonly database: FreshDatabase
  /** What actAs and startImport ask for. */
  readonly operatorKey: string
  /** Asks, and gives the data. Without `as`, the owner of the company `own` asks. @throws Error where the graph answers with errors. */
  ask(operation: string, variables?: Readonly<Record<string, unknown>>, as?: Person | null): Promise<Record<string, unknown>>
  /** Asks, and gives all of the answer. */
  send(operation: string, variables?: Readonly<Record<string, unknown>>, options?: SendOptions): Promise<Answer>
  /** The company with this key, made where there is none. */
  company(key: string): Promise<TestCompany>
  /** Loads a directory into a company; without a directory, the small company that stands beside the import. */
  importCompany(key: string, directory?: string): Promise<TestCompany>
  /** The statements that a domain has sent since it was last asked, but for the upkeep that runs beside all requests. */
  statements(domain: Domain): Promise<readonly string[]>
  /** Asks a subgraph itself, past the router, with the router's word that it is `as` who asks. */
  fetchFrom(domain: Domain, fetch: Fetch, as: Person): Promise<Fetched>
  /** Where each subgraph listens; null where they are in the router's process. */
  readonly subgraphUrls: Readonly<Record<Domain, string>> | null
  /** Kills a subgraph's process; only in the distributed shape. */
  kill(domain: Domain): Promise<void>
  /** The router's log, as objects. */
  log(): readonly Readonly<Record<string, unknown>>[]
  close(): Promise<void>
}

/** What each process does every second, whoever asks. */
const upkeep = /fold_\w*rollups|make_customer_sets|audit_unsealed/

/** Opens a graph that is closed when the test is over. */
export async function freshGraph(): Promise<TestGraph> {
  const graph = await openGraph()
  onTestFinished(graph.close)
  return graph
}

/** How the graph meets strangers; default: nobody is held back, no other site may ask, and identity is set as it usually is. */
interface OutsideOptions {
  readonly rates?: Rates
  readonly allowedOrigins?: readonly string[]
  /** Where the web application is served, to which mailed links lead. */
  readonly webUrl?: string
  /** What else identity is set to, given where the graph will answer. */
  readonly identity?: (url: string) => Readonly<Record<string, unknown>>
}

/** Opens a graph for a whole file: `beforeAll` opens, `afterAll` closes. */
export async function openGraph({ rates, allowedOrigins = [], webUrl, identity }: OutsideOptions = {}): Promise<TestGraph> {
  const { database, drop } = await copyTemplate()
  const operatorKey = 'the operator key of a test'
  const folder = mkdtempSync(join(tmpdir(), 'aems-graph-'))
  const logFile = join(folder, 'graph.log')
  const logger = createLogger({ name: 'graph', file: logFile })
  const shape = process.env['AEMS_SHAPE'] === 'distributed' ? 'distributed' : 'embedded'
  const port = await freePort()
  const options = {
    adminUrl: database.adminUrl,
    secret: database.secret,
    operatorKey,
    webUrl,
    logger,
    ...(rates && { rates }),
    routerUrl: `http://127.0.0.1:${port}`,
    identity: identity?.(`http://127.0.0.1:${port}`),
  }
  const shaped: ShapedGraph = await (shape === 'distributed' ? distributedGraph(options) : embeddedGraph(options))
  const served = await serveRouter({ router: shaped.router, logger, explorer: openExplorer(), port, allowedOrigins })
  const url = options.routerUrl

  const post = async (operation: string, variables: unknown, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: operation, variables }),
    })
    return { ...answerSchema.parse(await response.json()), status: response.status, headers: response.headers }
  }
  const people = peopleOf({ database, operatorKey, post })
  const companies = new Map<string, Promise<TestCompany>>()
  const company = (key: string): Promise<TestCompany> => {
    const known = companies.get(key) ?? people.company(key)
    companies.set(key, known)
    return known
  }

  const send: TestGraph['send'] = async (operation, variables = {}, { as, headers = {} } = {}) => {
    const person = as === undefined ? (await company('own')).owner : as
    return post(operation, variables, person ? { authorization: `Bearer ${await person.token()}`, ...headers } : headers)
  }

  return {
    shape,
    url,
    database,
    operatorKey,
    send,
    company,
    ask: async (operation, variables, as) => {
      const { data, errors } = await send(operation, variables, as === undefined ? {} : { as })
      if (errors.length > 0 || !data) throw new Error(errors.map(({ message }) => message).join('\n'))
      return data
    },
    importCompany: async (key, directory = smallCompany) => {
      const loaded = await company(key)
      const outcome = await importDirectory({
        url: urlAs(database.adminUrl, importRole, database.secret),
        directory,
        userId: loaded.owner.id,
        companyKey: key,
      })
      if (outcome.status !== 'done') throw new Error(`${directory} was not loaded: ${JSON.stringify(outcome.faults.slice(0, 5))}`)
      return loaded
    },
    statements: async (domain) => (await shaped.statements(domain)).filter((statement) => !upkeep.test(statement)),
    fetchFrom: async (domain, fetch, as) => {
      const viewer = await shaped.router.sessions.viewer(await as.token(), '')
      if (!viewer) throw new Error(`The token of ${as.email} does not hold.`)
      return shaped.source(domain).fetch(fetch, shaped.router.context({ viewer }))
    },
    subgraphUrls: shaped.urls,
    kill: shaped.kill,
    log: () =>
      readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
    close: async () => {
      await served.stop()
      await shaped.close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const smallCompany = new URL('../../../drizzle/import/test/company', import.meta.url).pathname

interface PeopleOptions {
  readonly database: FreshDatabase
  readonly operatorKey: string
  readonly post: (operation: string, variables: unknown, headers: Readonly<Record<string, string>>) => Promise<Answer>
}

const actingSchema = z.object({ actAs: z.object({ accessToken: z.string() }) })
/** A token of the operator's holds for a minute. */
const tokenKeptMs = 40_000

function peopleOf({ database: { admin }, operatorKey, post }: PeopleOptions) {
  const member = async (tenantId: string, companyKey: string, roles: readonly string[]): Promise<Person> => {
    const id = newId()
    const email = `${roles.join('-')}-${id.slice(-8)}@example.com`
    await admin`insert into auth.users ${admin({ id, email, name: `${roles.join(' and ')} of ${companyKey}`, password_hash: 'none' })}`
    await admin`insert into auth.memberships ${admin({ tenant_id: tenantId, user_id: id, roles: [...roles] })}`
    let kept: { token: Promise<string>; until: number } | null = null
    const act = async () => {
      const { data, errors } = await post(
        'mutation ($input: ActAsInput!) { actAs(input: $input) { ... on ActingAs { accessToken } ... on UserError { message } } }',
        { input: { operatorKey, email, companyKey } },
        {},
      )
      const acting = actingSchema.safeParse(data)
      if (!acting.success) throw new Error(`Nobody may act as ${email}: ${JSON.stringify(data ?? errors)}`)
      return acting.data.actAs.accessToken
    }
    return {
      id,
      email,
      token: () => {
        if (!kept || kept.until < Date.now()) kept = { token: act(), until: Date.now() + tokenKeptMs }
        return kept.token
      },
    }
  }
  return {
    company: async (key: string): Promise<TestCompany> => {
      const id = companyId(key)
      await admin`insert into auth.companies ${admin({ id, key, name: `The company ${key}`, currency: 'EUR' })}`
      return { id, key, owner: await member(id, key, ['owner']), member: (...roles) => member(id, key, roles) }
    },
  }
}
