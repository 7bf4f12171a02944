import { setTimeout as delay } from 'node:timers/promises'
import { newId } from '@aems/drizzle/ids.ts'
import { type Answer, openGraph, type TestGraph } from '@aems/router/testing/graph.ts'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../passwords.ts'
import { grantOf, password, signInOperation } from './asking.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openGraph()
})
afterAll(() => graph.close())

const me = '{ me { user { email } company { key } } }'
const signOut = 'mutation { signOut }'

/** Someone with a password, in these companies as a viewer. */
async function person(...companies: string[]): Promise<string> {
  const { admin } = graph.database
  const id = newId()
  const email = `${id}@example.com`
  await admin`insert into auth.users ${admin({ id, email, name: 'Jo', password_hash: await hashPassword(password) })}`
  for (const key of companies) {
    const company = await graph.company(key)
    await admin`insert into auth.memberships ${admin({ tenant_id: company.id, user_id: id, roles: ['viewer'] })}`
  }
  return email
}

const asked = (operation: string, headers: Record<string, string>, variables = {}): Promise<Answer> =>
  graph.send(operation, variables, { as: null, headers })

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function signIn(email: string): Promise<string> {
  const { data } = await asked(signInOperation, {}, { input: { email, password } })
  return grantOf({ data: data ?? null }, 'signIn').accessToken
}

/** A browser: it keeps the cookies that it is told to keep. */
function browser() {
  const jar = new Map<string, string>()
  return {
    jar,
    ask: async (operation: string, variables = {}): Promise<Answer> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await asked(operation, { 'x-aems-session': 'cookie', ...(cookie && { cookie }) }, variables)
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return answer
    },
  }
}

test('signed in with a password, one is known; signed out, the token is refused within a second', async () => {
  const email = await person('acme')
  const token = await signIn(email)
  expect((await asked(me, bearer(token))).data).toEqual({ me: { user: { email }, company: { key: 'acme' } } })
  expect((await asked(signOut, bearer(token))).data).toEqual({ signOut: true })
  await delay(1_000)
  expect((await asked(me, bearer(token))).status).toBe(401)
})

test('a session that is ended from another one is refused within a second', async () => {
  const email = await person('acme')
  const [here, there] = [await signIn(email), await signIn(email)]
  expect((await asked(me, bearer(there))).status).toBe(200)
  const { data } = await asked('mutation { endOtherSessions { ... on OtherSessionsEnded { count } } }', bearer(here))
  expect(data).toEqual({ endOtherSessions: { count: 1 } })
  await delay(1_000)
  expect((await asked(me, bearer(there))).status).toBe(401)
  expect((await asked('{ me { sessions { isCurrent } } }', bearer(here))).data).toEqual({
    me: { sessions: [{ isCurrent: true }] },
  })
})

test('switching company gives a token for the other one', async () => {
  const token = await signIn(await person('acme', 'zenith'))
  const switching = `mutation { switchCompany(input: { companyKey: "zenith" }) { ... on SignedIn { accessToken expiresAt me { company { key } } } } }`
  const { data } = await asked(switching, bearer(token))
  expect(data).toMatchObject({ switchCompany: { me: { company: { key: 'zenith' } } } })
  const moved = grantOf({ data: data ?? null }, 'switchCompany').accessToken
  expect((await asked(me, bearer(moved))).data).toMatchObject({ me: { company: { key: 'zenith' } } })
})

test('a browser keeps its session in cookies that scripts can not read, renews it with them, and loses them signing out', async () => {
  const email = await person('acme')
  const { ask, jar } = browser()
  const { data, headers } = await ask(signInOperation, { input: { email, password } })
  expect(data).toMatchObject({ signIn: { __typename: 'SignedIn', accessToken: null } })
  for (const line of headers.getSetCookie()) expect(line).toMatch(/^__Host-.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
  expect((await ask(me)).data).toMatchObject({ me: { user: { email } } })

  jar.delete('__Host-aems_access')
  const used = jar.get('__Host-aems_refresh')
  expect((await ask(me)).data).toMatchObject({ me: { user: { email } } })
  expect(jar.get('__Host-aems_access')).toBeDefined()
  expect(jar.get('__Host-aems_refresh')).not.toBe(used)

  await ask(signOut)
  expect([...jar.keys()]).toEqual([])
  expect((await ask(me)).errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED'])
})

test('wrong passwords are refused as data, and no session begins', async () => {
  const { ask, jar } = browser()
  const { data, errors } = await ask(signInOperation, { input: { email: await person(), password: 'not the password' } })
  expect({ data, errors }).toMatchObject({ data: { signIn: { __typename: 'SignInRefused' } }, errors: [] })
  expect(jar.size).toBe(0)
})

test('with a second factor, a browser is signed in only once it gave a code', async () => {
  const email = await person('acme')
  const token = await signIn(email)
  const begun = await asked('mutation { beginSecondFactor { ... on SecondFactorBegun { secret } } }', bearer(token))
  const secret = String(begun.data && Object(begun.data['beginSecondFactor']).secret)
  const confirming = 'mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { ... on BackupCodes { codes } } }'
  const confirmed = await asked(confirming, bearer(token), { code: generateSync({ secret }) })
  const [code] = Object(confirmed.data?.['confirmSecondFactor']).codes

  const { ask, jar } = browser()
  const asking = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SecondFactorAsked { challenge } } }'
  const { data } = await ask(asking, { input: { email, password } })
  expect(jar.size).toBe(0)
  const finishing = 'mutation ($input: FinishSignInInput!) { finishSignIn(input: $input) { __typename } }'
  const challenge = Object(data?.['signIn']).challenge
  expect((await ask(finishing, { input: { challenge, code: 'wrong' } })).data).toEqual({
    finishSignIn: { __typename: 'FinishSignInRefused' },
  })
  expect(jar.size).toBe(0)
  expect((await ask(finishing, { input: { challenge, code } })).data).toEqual({ finishSignIn: { __typename: 'SignedIn' } })
  expect((await ask(me)).data).toMatchObject({ me: { user: { email } } })
})

test('what is for the router alone is no part of the graph', async () => {
  const token = await signIn(await person('acme'))
  for (const operation of [
    `{ viewer(accessToken: "${token}") }`,
    'mutation { refreshSession(refreshToken: "x") }',
    '{ signingKeys }',
  ]) {
    const answer = await asked(operation, bearer(token))
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_INPUT'])
  }
})
