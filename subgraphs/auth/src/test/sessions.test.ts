import { expect, test } from 'vitest'
import { z } from 'zod'
import { askForCode } from '../commands/finish-sign-in.ts'
import { deviceOf } from '../domain/device.ts'
import { openParts } from '../parts.ts'
import { freshAuth, password } from './asking.ts'

const listSchema = z.object({
  me: z.object({ sessions: z.array(z.looseObject({ id: z.string(), isCurrent: z.boolean(), lastSeenAt: z.string() })) }),
})
const listing = '{ me { sessions { id device address startedAt lastSeenAt isCurrent } } }'
const ending = `mutation ($id: ID!) { endSession(input: { id: $id }) { __typename ... on UserError { path } } }`
const refused = { endSession: { __typename: 'EndSessionRefused', path: ['input', 'id'] } }

/** Jo with two sessions, and another person with one. */
async function threeSessions() {
  const auth = await freshAuth()
  await auth.user('jo@example.com')
  await auth.user('al@example.com')
  const [here, there] = [await auth.signIn('jo@example.com'), await auth.signIn('jo@example.com')]
  const theirs = await auth.signIn('al@example.com')
  const list = async (token: string) => listSchema.parse((await auth.ask(listing, {}, { token })).data).me.sessions
  return { ...auth, here, there, theirs, list }
}

test('one sees one\u2019s own sessions: which device, from where, when last seen, and which is this one', async () => {
  const { here, there, list, fresh, viewerOf } = await threeSessions()
  await fresh.admin`update auth.sessions set last_seen_at = now() - interval '3 minutes'`
  await viewerOf(there)
  await fresh.admin`update auth.sessions set last_seen_at = last_seen_at - interval '30 seconds'`
  const sessions = await list(here)
  expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  expect(sessions[1]).toMatchObject({ device: 'test', address: '192.0.2.1', startedAt: expect.any(String) })
  // The one that asks is seen now; the other asked half a minute ago.
  const ages = sessions.map(({ lastSeenAt }) => (Date.now() - Date.parse(lastSeenAt)) / 1_000)
  expect(ages[0]).toBeLessThan(25)
  expect(ages[1]).toBeGreaterThan(25)
  expect(ages[1]).toBeLessThan(60)
  await fresh.admin`update auth.sessions set expires_at = now() where id = ${sessions[1]?.id ?? ''}`
  expect(await list(here)).toHaveLength(1)
})

test('one ends one\u2019s own sessions alone: another\u2019s, an ended one and a made-up one are refused alike', async () => {
  const { ask, here, there, theirs, list, viewerOf, audited } = await threeSessions()
  const [stranger] = await list(theirs)
  const [other] = (await list(here)).filter(({ isCurrent }) => !isCurrent)
  const end = (id: string | undefined) => ask(ending, { id }, { token: here })
  expect((await end(stranger?.id)).data).toEqual(refused)
  expect((await end('made up')).data).toEqual(refused)
  const ended = await end(other?.id)
  expect(ended).toMatchObject({ data: { endSession: { __typename: 'SessionEnded' } }, session: { end: false } })
  expect((await end(other?.id)).data).toEqual(refused)
  expect(await viewerOf(there)).toBeNull()
  expect(await viewerOf(theirs)).not.toBeNull()
  const [own] = await list(here)
  expect((await end(own?.id)).session.end).toBe(true)
  expect(await viewerOf(here)).toBeNull()
  expect((await audited()).filter((action) => action === 'session-ended')).toHaveLength(2)
})

test('one ends all one\u2019s other sessions at once', async () => {
  const { ask, here, there, theirs, viewerOf } = await threeSessions()
  const { data } = await ask('mutation { endOtherSessions { ... on OtherSessionsEnded { count } } }', {}, { token: here })
  expect(data).toEqual({ endOtherSessions: { count: 1 } })
  expect(await Promise.all([here, there, theirs].map(async (token) => (await viewerOf(token)) !== null))).toEqual([
    true,
    false,
    true,
  ])
})

test('a changed password ends a sign-in that waits for a code', async () => {
  const { fresh, user, ask, signIn } = await freshAuth()
  const id = await user('jo@example.com')
  await askForCode(openParts(fresh.open('auth'), fresh.secret), id)
  const changing = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }'
  const input = { currentPassword: password, newPassword: 'seven small boats at sea' }
  await ask(changing, { input }, { token: await signIn('jo@example.com') })
  expect(await fresh.admin`select from auth.sign_in_challenges`).toHaveLength(0)
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['curl/8.5.0', 'curl'],
  ['node', 'node'],
  ['<script>alert(1)</script>', null],
  [null, null],
])('%s is told as %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
