import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { newId } from '@aems/drizzle/ids.ts'
import { openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { freePort } from '@aems/router/testing/ports.ts'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { usualSettings } from '../environment.ts'
import { hashPassword } from '../passwords.ts'
import { password, signInOperation } from './asking.ts'

let graph: TestGraph
let stopProvider: () => Promise<void>

beforeAll(async () => {
  const port = await freePort()
  graph = await openGraph({
    identity: (webUrl) => ({
      ...usualSettings,
      webUrl,
      registration: 'open',
      providers: [
        { id: 'acme', label: 'Acme', issuer: `http://127.0.0.1:${port}`, clientId: 'aems', clientSecret: 'the secret of a test' },
        { id: 'gone', label: 'Gone', issuer: 'http://127.0.0.1:1', clientId: 'aems', clientSecret: 'x' },
      ],
    }),
  })
  const program = fileURLToPath(new URL('provider-process.ts', import.meta.url))
  const child = fork(program, [String(port), `${graph.url}/auth/oidc/callback`], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  stopProvider = async () => {
    child.kill()
    await once(child, 'exit')
  }
}, 60_000)
afterAll(async () => {
  await graph.close()
  await stopProvider()
})

/** Someone with a password. */
async function person(name: string): Promise<string> {
  const id = newId()
  const email = `${name}-${id.slice(-8)}@example.com`
  const { admin } = graph.database
  await admin`insert into auth.users ${admin({ id, email, name, password_hash: await hashPassword(password) })}`
  return email
}

/** A browser: it keeps cookies, by host, and follows where it is sent until it is to show a page of the web application. */
function browser() {
  const jars = new Map<string, Map<string, string>>()
  const visit = async (url: string, init: RequestInit = {}) => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, ...(cookie && { cookie }) } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  /** @returns where it ends up, without following it. */
  const follow = async (from: string, until: (url: URL) => boolean = isPage): Promise<URL> => {
    let url = new URL(from, graph.url)
    for (let hops = 0; hops < 12 && !until(url); hops += 1) {
      const answer = await visit(url.href)
      const location = answer.headers.get('location')
      if (location === null) throw new Error(`${url.href} leads nowhere: ${answer.status} ${await answer.text()}`)
      url = new URL(location, url)
    }
    return url
  }
  const isPage = (url: URL) => url.host === new URL(graph.url).host && !url.pathname.startsWith('/auth/')
  return {
    follow,
    /** Signs in at the provider as somebody. @returns the page that it ends up on. */
    signInAs: async (email: string, start = '/auth/oidc/acme'): Promise<string> => {
      const there = await follow(start, (url) => url.pathname !== new URL(start, graph.url).pathname)
      there.searchParams.set('login_hint', email)
      const { pathname, hash } = await follow(there.href)
      return pathname + hash
    },
    ask: async (query: string, variables = {}): Promise<Record<string, unknown>> => {
      const headers = { 'content-type': 'application/json', 'x-aems-session': 'cookie' }
      const answer = await visit(`${graph.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
      return z.object({ data: z.record(z.string(), z.unknown()) }).parse(await answer.json()).data
    },
  }
}

const me = '{ me { user { email name } isEmailVerified linkedAccounts { id provider email } } }'
const linkByPassword = `mutation ($offer: String!, $password: String!) {
  result: linkProviderAccount(input: { offer: $offer, password: $password }) { __typename ... on SecondFactorAsked { challenge } }
}`
const after = (mark: string, page: string) => page.split(`#${mark}=`)[1] ?? ''

test('where registration is open, whoever a provider vouches for gets an account, and is signed in by it from then on', async () => {
  const { signInAs, ask } = browser()
  expect(await ask('{ waysToSignIn { providers { id label path } } }')).toEqual({
    waysToSignIn: {
      providers: [
        { id: 'acme', label: 'Acme', path: '/auth/oidc/acme' },
        { id: 'gone', label: 'Gone', path: '/auth/oidc/gone' },
      ],
    },
  })
  expect(await signInAs('fresh@example.com')).toBe('/')
  const known = {
    user: { email: 'fresh@example.com', name: 'Jo at the provider' },
    isEmailVerified: true,
    linkedAccounts: [{ id: expect.any(String), provider: 'Acme', email: 'fresh@example.com' }],
  }
  expect(await ask(me)).toEqual({ me: known })
  const again = browser()
  expect(await again.signInAs('fresh@example.com')).toBe('/')
  expect(await again.ask(me)).toEqual({ me: known })
})

test('an account with the same address is linked by its password alone, and asks for its second factor', async () => {
  const email = await person('jo')
  const { signInAs, ask } = browser()
  const page = await signInAs(email)
  expect(page).toMatch(/^\/login#link=/)
  const offer = after('link', page)
  expect(await ask(linkByPassword, { offer, password: 'a wrong guess' })).toEqual({ result: { __typename: 'SignInRefused' } })
  expect(await ask(linkByPassword, { offer, password })).toEqual({ result: { __typename: 'SignedIn' } })
  expect(await ask(linkByPassword, { offer, password })).toEqual({ result: { __typename: 'SignInRefused' } })
  expect(await browser().signInAs(email)).toBe('/')
  const { beginSecondFactor } = await ask('mutation { beginSecondFactor { ... on SecondFactorBegun { secret } } }')
  const { secret } = z.object({ secret: z.string() }).parse(beginSecondFactor)
  await ask('mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { __typename } }', {
    code: generateSync({ secret }),
  })
  const later = browser()
  const asked = await later.signInAs(email)
  expect(asked).toMatch(/^\/login#challenge=/)
  const finish =
    'mutation ($challenge: String!, $code: String!) { finishSignIn(input: { challenge: $challenge, code: $code }) { __typename } }'
  const code = generateSync({ secret, epoch: Date.now() / 1_000 + 30 })
  expect(await later.ask(finish, { challenge: after('challenge', asked), code })).toEqual({
    finishSignIn: { __typename: 'SignedIn' },
  })
})

test('an address that the provider does not vouch for, or whose owner changed their mind, gets nobody in', async () => {
  const { signInAs, follow } = browser()
  expect(await signInAs('unverified-ann@example.com')).toBe('/login#problem=no-account')
  expect(await browser().signInAs('nobody')).toBe('/login#problem=cancelled')
  const { pathname, hash } = await follow('/auth/oidc/gone')
  expect(pathname + hash).toBe('/login#problem=unavailable')
  expect((await follow('/auth/oidc/unheard-of')).hash).toBe('#problem=expired')
})

test('what comes back works once, and in the browser that was sent there alone', async () => {
  const [mine, other] = [browser(), browser()]
  const isBack = (url: URL) => url.pathname === '/auth/oidc/callback'
  const there = await mine.follow('/auth/oidc/acme', (url) => url.pathname !== '/auth/oidc/acme')
  there.searchParams.set('login_hint', 'once@example.com')
  const back = await mine.follow(there.href, isBack)
  const expired = '/login#problem=expired'
  const end = async (from: ReturnType<typeof browser>, url: string) => {
    const { pathname, hash } = await from.follow(url)
    return pathname + hash
  }
  expect(await end(other, back.href)).toBe(expired)
  expect(await end(mine, back.href.replace('code=', 'code=x'))).toBe('/login#problem=failed')
  expect(await end(mine, back.href)).toBe(expired)
  const again = await mine.follow('/auth/oidc/acme', (url) => url.pathname !== '/auth/oidc/acme')
  again.searchParams.set('login_hint', 'once@example.com')
  again.searchParams.set('nonce', 'another')
  expect(await end(mine, again.href)).toBe('/login#problem=failed')
  const plain = await mine.follow('/auth/oidc/acme', (url) => url.pathname !== '/auth/oidc/acme')
  plain.searchParams.set('login_hint', 'once@example.com')
  plain.searchParams.set('code_challenge', 'another-challenge-of-forty-three-characters')
  expect(await end(mine, plain.href)).toBe('/login#problem=failed')
})

test('whoever is signed in links an account, in their own browser, and unlinks it', async () => {
  const email = await person('ada')
  const [ada, mallory] = [browser(), browser()]
  await ada.ask(signInOperation, { input: { email, password } })
  const linking = 'mutation { begun: beginAccountLink(input: { provider: "acme" }) { ... on AccountLinkBegun { path } } }'
  const path = async (who: typeof ada) =>
    z.object({ begun: z.object({ path: z.string() }) }).parse(await who.ask(linking)).begun.path
  const at = `elsewhere-${email}`
  expect(await mallory.signInAs(at, await path(ada))).toBe('/settings/security#problem=expired')
  expect(await ada.signInAs(at, await path(ada))).toBe('/settings/security#linked')
  const signed = browser()
  expect(await signed.signInAs(at)).toBe('/')
  const { linkedAccounts } = z
    .object({
      me: z.object({ user: z.object({ email: z.literal(email) }), linkedAccounts: z.array(z.object({ id: z.string() })) }),
    })
    .parse(await signed.ask(me)).me
  await mallory.ask(signInOperation, { input: { email: await person('mallory'), password } })
  expect(await mallory.signInAs(at, await path(mallory))).toBe('/settings/security#problem=linked-elsewhere')
  const unlink = 'mutation ($id: ID!) { unlinkAccount(input: { id: $id }) { __typename } }'
  const id = linkedAccounts[0]?.id
  expect(await mallory.ask(unlink, { id })).toEqual({ unlinkAccount: { __typename: 'LinkedAccountRefused' } })
  expect(await ada.ask(unlink, { id })).toEqual({ unlinkAccount: { __typename: 'AccountUnlinked' } })
  expect(await ada.ask(me)).toMatchObject({ me: { linkedAccounts: [] } })
})
