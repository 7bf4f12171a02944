import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshAuth, password, signInOperation } from './asking.ts'

const begunSchema = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    accessExpiresAt: z.coerce.date(),
    refreshExpiresAt: z.coerce.date(),
  })
  .nullable()

/** A browser's session, and a way to renew it. */
async function browserSession() {
  const auth = await freshAuth()
  await auth.user('jo@example.com')
  const { session } = await auth.ask(signInOperation, { input: { email: 'jo@example.com', password } }, { cookies: true })
  const refresh = async (refreshToken: string) => {
    const { data } = await auth.ask('mutation ($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) }', {
      refreshToken,
    })
    return begunSchema.parse(data?.['refreshSession'])
  }
  /** As if the last rotation had been so long ago. */
  const age = (seconds: number) =>
    auth.fresh.admin`update auth.sessions set refreshed_at = now() - make_interval(secs => ${seconds})`
  return { ...auth, first: session.begin?.refreshToken ?? '', refresh, age }
}

test('a refresh token renews the session once, and gives the next one', async () => {
  const { first, refresh, viewerOf } = await browserSession()
  const second = await refresh(first)
  expect(await viewerOf(second?.accessToken ?? '')).toMatchObject({ user: { email: 'jo@example.com' } })
  expect(await refresh(first)).toBeNull()
  expect(await refresh(second?.refreshToken ?? '')).not.toBeNull()
})

test('of 100 uses of one refresh token at once, exactly one succeeds, and the session goes on', async () => {
  const { first, refresh, age } = await browserSession()
  await age(3_600)
  const renewed = (await Promise.all(Array.from({ length: 100 }, () => refresh(first)))).filter((each) => each !== null)
  expect(renewed).toHaveLength(1)
  expect(await refresh(renewed[0]?.refreshToken ?? '')).not.toBeNull()
})

test('a refresh token used again later has been stolen: the session ends for both', async () => {
  const { first, refresh, age, viewerOf, audited } = await browserSession()
  const second = await refresh(first)
  await age(11)
  expect(await refresh(first)).toBeNull()
  expect(await refresh(second?.refreshToken ?? '')).toBeNull()
  expect(await viewerOf(second?.accessToken ?? '')).toBeNull()
  expect(await audited()).toContain('refresh-token-replayed')
})

test('a made-up refresh token does nothing to the session that it names', async () => {
  const { first, refresh, age } = await browserSession()
  await age(3_600)
  const [session = ''] = first.split('.')
  for (const made of [`${session}.${'A'.repeat(43)}.${'A'.repeat(43)}`, session, '', 'a.b.c'])
    expect(await refresh(made)).toBeNull()
  expect(await refresh(first)).not.toBeNull()
})

test('a session ends after seven days without use and thirty days in all', async () => {
  const { first, refresh, fresh } = await browserSession()
  await fresh.admin`update auth.sessions set started_at = now() - interval '29 days'`
  const renewed = await refresh(first)
  const days = ((renewed?.refreshExpiresAt.getTime() ?? 0) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(0.99)
  expect(days).toBeLessThanOrEqual(1)
  await fresh.admin`update auth.sessions set expires_at = now()`
  expect(await refresh(renewed?.refreshToken ?? '')).toBeNull()
})

test('tokens are kept nowhere but with whom they were given to', async () => {
  const { first, fresh } = await browserSession()
  const [row] = await fresh.admin<{ text: string }[]>`select sessions::text as text from auth.sessions`
  expect(row?.text).not.toContain(first)
  expect(row?.text).not.toContain(Buffer.from(first).toString('hex'))
})
