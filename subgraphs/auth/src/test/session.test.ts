import { companyId } from '@aems/drizzle/ids.ts'
import { createLocalJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { authOver, freshAuth, grantOf, password, signInOperation } from './asking.ts'

const me = '{ me { user { email } company { key } companies { key } roles scopes mustChangePassword } }'

test('signed out, a token stands for nobody any more', async () => {
  const { ask, signIn, user, viewerOf } = await freshAuth()
  await user('jo@example.com')
  const token = await signIn('jo@example.com')
  const { data, session } = await ask('mutation { signOut }', {}, { token })
  expect(data).toEqual({ signOut: true })
  expect(session.end).toBe(true)
  expect(await viewerOf(token)).toBeNull()
})

test('the sessions of a disabled account hold no more', async () => {
  const { fresh, signIn, user, viewerOf } = await freshAuth()
  await user('jo@example.com')
  const token = await signIn('jo@example.com')
  await fresh.admin`update auth.users set disabled_at = now()`
  expect(await viewerOf(token)).toBeNull()
})

test('whoever belongs to no company acts in none, and may nothing', async () => {
  const { ask, signIn, user } = await freshAuth()
  await user('jo@example.com')
  const { data } = await ask(me, {}, { token: await signIn('jo@example.com') })
  expect(data).toEqual({
    me: { user: { email: 'jo@example.com' }, company: null, companies: [], roles: [], scopes: [], mustChangePassword: false },
  })
})

test('signing in again, one acts in the company that one used last', async () => {
  const { ask, signIn, user, company, viewerOf } = await freshAuth()
  const id = await user('jo@example.com')
  await company('acme', { [id]: 'owner' })
  await company('zenith', { [id]: 'viewer' })
  const token = await signIn('jo@example.com')
  expect((await viewerOf(token))?.company.key).toBe('acme')
  const moved = grantOf(await ask(switching, { input: { companyKey: 'zenith' } }, { token }), 'switchCompany')
  expect(await viewerOf(moved.accessToken)).toMatchObject({ company: { id: companyId('zenith') }, roles: ['viewer'] })
  expect((await viewerOf(token))?.company.key).toBe('acme')
  expect((await viewerOf(await signIn('jo@example.com')))?.company.key).toBe('zenith')
})

const switching = `mutation ($input: SwitchCompanyInput!) {
  switchCompany(input: $input) { __typename ... on SignedIn { accessToken expiresAt me { company { key } } } ... on UserError { message path } }
}`

test('a company that one does not belong to is refused; whether it exists is not told', async () => {
  const { ask, signIn, user, company } = await freshAuth()
  const id = await user('jo@example.com')
  await company('acme', { [id]: 'owner' })
  await company('theirs')
  const token = await signIn('jo@example.com')
  const refusals = await Promise.all(
    ['theirs', 'nosuch'].map(
      async (companyKey) => (await ask(switching, { input: { companyKey } }, { token })).data?.['switchCompany'],
    ),
  )
  expect(refusals).toEqual(
    ['theirs', 'nosuch'].map((key) => ({
      __typename: 'SwitchCompanyRefused',
      message: `You do not belong to a company "${key}". You belong to: acme.`,
      path: ['input', 'companyKey'],
    })),
  )
})

test('a role taken away is gone with the next request, and so is a membership', async () => {
  const { fresh, signIn, user, company, viewerOf } = await freshAuth()
  const id = await user('jo@example.com')
  await company('acme', { [id]: 'owner' })
  const token = await signIn('jo@example.com')
  await fresh.admin`update auth.memberships set roles = '{viewer}'`
  expect((await viewerOf(token))?.scopes.has('import:write')).toBe(false)
  await fresh.admin`delete from auth.memberships`
  expect(await viewerOf(token)).toMatchObject({ company: { key: '' }, roles: [], scopes: new Set() })
})

test('the session of a browser is kept in cookies: its tokens are not in the answer', async () => {
  const { ask, user, viewerOf } = await freshAuth()
  await user('jo@example.com')
  const { data, session } = await ask(signInOperation, { input: { email: 'jo@example.com', password } }, { cookies: true })
  expect(data).toMatchObject({ signIn: { __typename: 'SignedIn', accessToken: null } })
  expect(session.begin?.accessExpiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 10 * 60_000)
  expect(await viewerOf(session.begin?.accessToken ?? '')).toMatchObject({ user: { email: 'jo@example.com' } })
})

test('the published keys verify an access token, which says who and which session and holds for ten minutes', async () => {
  const { ask, signIn, user } = await freshAuth()
  const id = await user('jo@example.com')
  const token = await signIn('jo@example.com')
  const { data } = await ask('{ signingKeys }')
  const keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).parse(data?.['signingKeys'])
  expect(Object.keys(keys.keys[0] ?? {})).not.toContain('d')
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { issuer: 'a-ems', audience: 'a-ems' })
  expect(payload).toMatchObject({ sub: id, sid: expect.any(String) })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(600)
})

test('a token that was changed, has run out, or was signed by another is refused', async () => {
  const { fresh, signIn, user, viewerOf } = await freshAuth()
  await user('jo@example.com')
  const token = await signIn('jo@example.com')
  const [head, , signature] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ ...decodeJwt(token), company: companyId('acme') })).toString('base64url')
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  const symmetric = await new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from('x'.repeat(32)))
  for (const bad of [`${head}.${forged}.${signature}`, `${none}.${forged}.`, symmetric, 'rubbish', '']) {
    expect(await viewerOf(bad)).toBeNull()
  }
  const elsewhere = await freshAuth()
  await elsewhere.user('jo@example.com')
  expect(await viewerOf(await elsewhere.signIn('jo@example.com'))).toBeNull()
  await fresh.admin`update auth.sessions set expires_at = now()`
  expect(await viewerOf(token)).toBeNull()
})

test('the private key lies sealed in the database: another secret does not open it', async () => {
  const { fresh, signIn, user } = await freshAuth()
  await user('jo@example.com')
  await signIn('jo@example.com')
  const other = authOver(fresh, { secret: 'another secret, as of another installation' })
  await expect(other.signIn('jo@example.com')).rejects.toThrow()
})
