import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { hashPassword } from '@aems/auth/passwords.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { importDirectory } from '@aems/drizzle/import/import.ts'
import { importRole, urlAs } from '@aems/drizzle/roles.ts'
import { freshDatabase } from '@aems/drizzle/testing.ts'
import { domains } from '@aems/schema/sdl.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { freePort } from '../testing/ports.ts'

const root = new URL('../../../', import.meta.url)
/** Compiled code is kept, so that the programs start in half the time when they are tested again. */
const compileCache = fileURLToPath(new URL('node_modules/.cache/compiled', root))
const messageSchema = z.object({ url: z.string() })

/** Starts one of the project's programs; @returns where it listens. */
async function start(
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL(program, root)), [], {
    execArgv: [],
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', LOG_LEVEL: 'error', NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${program} ended with ${code}`)))
  gone.catch(() => {})
  const [message] = await Promise.race([once(child, 'message'), gone])
  return { child, url: messageSchema.parse(message).url }
}

async function stop(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  return (await gone)[0]
}

test('the programs of the distributed shape answer a question together, and stop without losing a request', {
  timeout: 120_000,
}, async ({ onTestFinished }) => {
  const { admin, adminUrl, secret } = await freshDatabase()
  const password = 'a password of fifteen and more'
  const userId = newId()
  await admin`insert into auth.users ${admin({ id: userId, email: 'jo@example.com', name: 'Jo', password_hash: await hashPassword(password) })}`
  const directory = fileURLToPath(new URL('drizzle/import/test/company', root))
  await importDirectory({ url: urlAs(adminUrl, importRole, secret), directory, userId })

  const port = await freePort()
  const shared = { AEMS_SECRET: secret, DATABASE_URL: adminUrl, AEMS_ROUTER_URL: `http://127.0.0.1:${port}` }
  const subgraphs = await Promise.all(domains.map((domain) => start(`subgraphs/${domain}/src/main.ts`, { ...shared, PORT: '0' })))
  const urls = Object.fromEntries(domains.map((domain, index) => [`${domain.toUpperCase()}_URL`, subgraphs[index]?.url ?? '']))
  const router = await start('router/src/main.ts', { AEMS_SECRET: secret, PORT: String(port), ...urls })
  onTestFinished(() => {
    for (const { child } of [router, ...subgraphs]) child.kill('SIGKILL')
  })

  const ask = async (query: string, variables: unknown, token = '') => {
    const response = await fetch(`${shared.AEMS_ROUTER_URL}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    })
    return z.object({ data: z.record(z.string(), z.unknown()) }).parse(await response.json()).data
  }
  const signedIn = await ask('mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }', {
    input: { email: 'jo@example.com', password },
  })
  const token = z.object({ signIn: z.object({ accessToken: z.string() }) }).parse(signedIn).signIn.accessToken
  const question = 'mutation ($input: AskInput!) { ask(input: $input) { status totals } }'
  // 27 + 180 + 160 + 47.5 + 55 + 36: the assistant asks the router, which asks sales.
  expect(await ask(question, { input: { question: 'What was revenue in 2025?' } }, token)).toEqual({
    ask: { status: 'ANSWERED', totals: { NET_REVENUE: expect.stringMatching(/^505[.]50*$/) } },
  })

  const underWay = Array.from({ length: 20 }, () => ask('{ me { company { key } } }', {}, token))
  await Promise.race(underWay)
  const stopped = stop(router.child)
  expect(new Set((await Promise.all(underWay)).map((data) => JSON.stringify(data))).size).toBe(1)
  expect(await stopped).toBe(0)
  expect(await Promise.all(subgraphs.map(({ child }) => stop(child)))).toEqual(domains.map(() => 0))
})

test('a program that is not told its secret says which variable is missing, and ends', () => {
  const program = fileURLToPath(new URL('subgraphs/products/src/main.ts', root))
  const { status, stderr } = spawnSync(process.execPath, [program], { env: { PATH: process.env['PATH'] }, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^The environment is not as it must be/)
  expect(stderr).toContain('AEMS_SECRET: must be set')
  expect(stderr).not.toContain('    at ')
})
