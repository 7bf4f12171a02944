import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureFirstUser } from '@aems/auth/first-user.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { buildWeb, isBuilt, startWeb } from '@aems/infra/embedded/web.ts'
import { openGraph } from '@aems/router/testing/graph.ts'
import { freePort } from '@aems/router/testing/ports.ts'
import postgres from 'postgres'
import { inject } from 'vitest'

/** The whole product, with one company in it and one person who may see all of it. */
export interface Product {
  /** Where browsers go. */
  readonly origin: string
  readonly email: string
  /** Works once; the person has yet to choose their own. */
  readonly oneTimePassword: string
  /** Asks the graph itself, as that person. */
  ask(operation: string): Promise<Record<string, unknown>>
  /** As if everyone's last sign-in or proof of who they are had been 16 minutes ago. */
  ageProofs(): Promise<void>
  close(): Promise<void>
}

const smallCompany = new URL('../../../drizzle/import/test/company', import.meta.url).pathname

/** Starts database, graph and web application; builds the latter where it has changed. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'aems-web-'))
  const logFile = join(folder, 'web.log')
  await ensureBuilt(logFile)
  const port = await freePort()
  const graph = await openGraph({ webUrl: `http://localhost:${port}` })
  const { adminUrl, secret } = graph.database
  const auth = connectDomain('auth', adminUrl, secret)
  const person = await ensureFirstUser({ database: auth, email: 'ada.lovelace@example.com' })
  await auth.close()
  if (person.oneTimePassword === null) throw new Error('There was somebody in a database that should have been empty.')
  const url = urlAs(adminUrl, importRole, secret)
  const outcome = await importDirectory({ url, directory: smallCompany, userId: person.id, companyKey: 'hilltop-tea' })
  if (outcome.status !== 'done') throw new Error(`The small company was not loaded: ${JSON.stringify(outcome.faults)}`)
  const web = await startWeb({ port, graphUrl: graph.url, logFile })
  return {
    origin: web.url,
    email: person.email,
    oneTimePassword: person.oneTimePassword,
    ask: async (operation) => {
      const { data } = await graph.send(
        operation,
        {},
        { as: null, headers: { authorization: `Bearer ${await tokenFor(graph, person.email)}` } },
      )
      return data ?? {}
    },
    ageProofs: async () => {
      await graph.database.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
    },
    close: async () => {
      await web.stop()
      await graph.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Builds the web application where it has changed; of test files that begin at once, one builds and the others wait. */
async function ensureBuilt(logFile: string): Promise<void> {
  const server = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  try {
    await server`select pg_advisory_lock(hashtext('build of the web application'))`
    if (!isBuilt()) await buildWeb(logFile)
  } finally {
    await server.end()
  }
}

async function tokenFor(graph: Awaited<ReturnType<typeof openGraph>>, email: string): Promise<string> {
  const { data } = await graph.send(
    'mutation ($input: ActAsInput!) { actAs(input: $input) { ... on ActingAs { accessToken } } }',
    { input: { operatorKey: graph.operatorKey, email, companyKey: 'hilltop-tea' } },
    { as: null },
  )
  const acting = data?.['actAs']
  if (typeof acting === 'object' && acting !== null && 'accessToken' in acting && typeof acting.accessToken === 'string')
    return acting.accessToken
  throw new Error(`Nobody may act as ${email}.`)
}
