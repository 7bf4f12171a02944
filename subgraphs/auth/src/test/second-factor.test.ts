import { generateSync } from 'otplib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { askForCode } from '../commands/finish-sign-in.ts'
import { openParts } from '../parts.ts'
import { freshAuth, password, signInOperation } from './asking.ts'

// Ten seconds into a step: no test runs over its end.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 10_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const email = 'jo@example.com'
const refused = '... on UserError { message path }'
const operations = {
  begin: `mutation { result: beginSecondFactor { __typename ... on SecondFactorBegun { secret uri } ${refused} } }`,
  confirm: `mutation ($code: String!) { result: confirmSecondFactor(input: { code: $code }) { __typename ... on BackupCodes { codes } ${refused} } }`,
  renew: `mutation { result: renewBackupCodes { __typename ... on BackupCodes { codes } ${refused} } }`,
  remove: `mutation { result: removeSecondFactor { __typename ... on SecondFactorRemoved { me { secondFactor { confirmedAt } } } ${refused} } }`,
  prove: `mutation ($input: ProveIdentityInput!) { result: proveIdentity(input: $input) { __typename ${refused} } }`,
  signIn: `mutation ($input: SignInInput!) { result: signIn(input: $input) { __typename ... on SecondFactorAsked { challenge } } }`,
  finish: `mutation ($input: FinishSignInInput!) { result: finishSignIn(input: $input) { __typename ... on SignedIn { accessToken } ${refused} } }`,
}

const resultSchema = z.object({
  result: z.object({
    __typename: z.string(),
    message: z.string().optional(),
    path: z.array(z.string()).nullish(),
    secret: z.string().optional(),
    uri: z.string().optional(),
    codes: z.array(z.string()).optional(),
    challenge: z.string().optional(),
    accessToken: z.string().optional(),
  }),
})

/** Someone with a second factor, confirmed by the code of the step before this one. */
async function withSecondFactor() {
  const auth = await freshAuth()
  const id = await auth.user(email)
  const token = await auth.signIn(email)
  const act = async (operation: keyof typeof operations, variables: Record<string, unknown> = {}, as: string | null = token) =>
    resultSchema.parse((await auth.ask(operations[operation], variables, as === null ? {} : { token: as })).data).result
  const { secret = '', uri = '' } = await act('begin')
  /** The app's code of a step: 0 is now. */
  const code = (step: number) => generateSync({ secret, epoch: Date.now() / 1_000 + step * 30 })
  const { codes: backup = [] } = await act('confirm', { code: code(-1) })
  const parts = openParts(auth.fresh.open('auth'), auth.fresh.secret)
  /** What the right password gives. */
  const challenge = async () => (await askForCode(parts, id)).challenge
  const finish = async (given: string, on?: string) =>
    act('finish', { input: { challenge: on ?? (await challenge()), code: given } }, null)
  /** As if the last sign-in or proof had been 16 minutes ago. */
  const age = () => auth.fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  return { ...auth, id, parts, token, act, secret, uri, code, backup, challenge, finish, age }
}

test('with a second factor, the password asks for a code, and the code signs in', async () => {
  const { act, ask, uri, secret, backup, code, finish, token, viewerOf, audited, fresh } = await withSecondFactor()
  expect(uri).toMatch(/^otpauth:\/\/totp\/A-EMS.*jo%40example\.com\?.*issuer=A-EMS/)
  expect(new Set(backup).size).toBe(10)
  expect((await ask('{ me { secondFactor { backupCodesLeft } } }', {}, { token })).data).toEqual({
    me: { secondFactor: { backupCodesLeft: 10 } },
  })
  const { challenge: on = '', ...asked } = await act('signIn', { input: { email, password } }, null)
  expect(asked).toEqual({ __typename: 'SecondFactorAsked' })
  const { accessToken = '' } = await finish(` ${code(0).slice(0, 3)} ${code(0).slice(3)}`, on)
  expect(await viewerOf(accessToken)).toMatchObject({ user: { email } })
  expect((await finish(code(1), on)).path).toEqual(['input', 'challenge'])
  expect(await act('begin')).toMatchObject({ __typename: 'SecondFactorRefused' })
  expect(await audited()).toEqual(expect.arrayContaining(['second-factor-added', 'second-factor-asked', 'signed-in']))
  const [kept] = await fresh.admin<{ text: string }[]>`
    select (select string_agg(f::text, '') from auth.second_factors f) || (select string_agg(b::text, '') from auth.backup_codes b)
      || (select string_agg(c::text, '') from auth.sign_in_challenges c) as text`
  for (const shown of [secret, on, ...backup, ...backup.map((each) => each.replace('-', ''))]) {
    for (const form of [shown, Buffer.from(shown).toString('hex')]) expect(kept?.text).not.toContain(form)
  }
})

test('confirming a second factor ends sessions that began without one', async () => {
  const { act, ask, signIn, user, viewerOf } = await freshAuth().then((auth) => ({
    ...auth,
    act: async (operation: string, variables: Record<string, unknown>, token: string) =>
      resultSchema.parse((await auth.ask(operation, variables, { token })).data).result,
  }))
  await user(email)
  const [token, other] = [await signIn(email), await signIn(email)]
  const { secret = '' } = await act(operations.begin, {}, token)
  expect(await act(operations.confirm, { code: '000' }, token)).toMatchObject({ path: ['input', 'code'] })
  expect((await ask(signInOperation, { input: { email, password } })).data).toMatchObject({ signIn: { __typename: 'SignedIn' } })
  await act(operations.confirm, { code: generateSync({ secret }) }, token)
  expect(await viewerOf(token)).not.toBeNull()
  expect(await viewerOf(other)).toBeNull()
})

test('a code works once, one step early or late and no further', async () => {
  const { code, finish, fresh } = await withSecondFactor()
  const outcomes = []
  // The code that confirmed the factor is used, too.
  for (const step of [-1, 2, 0, 0, -1, 1, 1]) outcomes.push((await finish(code(step))).__typename)
  const [no, yes] = ['FinishSignInRefused', 'SignedIn']
  expect(outcomes).toEqual([no, no, yes, no, no, yes, no])
  await fresh.admin`update auth.second_factors set last_step = 0`
  expect((await finish(code(-2))).__typename).toBe(no)
  expect((await finish(code(-1))).__typename).toBe(yes)
})

test('after five wrong codes no code is looked at for a while, whatever the sign-in', async () => {
  const { finish, backup, challenge, fresh } = await withSecondFactor()
  const on = await challenge()
  for (let tries = 0; tries < 5; tries += 1) expect((await finish('wrong-wrong', on)).path).toEqual(['input', 'code'])
  expect((await finish(backup[0] ?? '', on)).path).toEqual(['input', 'challenge'])
  expect((await finish(backup[0] ?? '')).message).toContain('Too many codes were wrong')
  const [lock] = await fresh.admin<{ seconds: number }[]>`
    select extract(epoch from locked_until - now())::int as seconds from auth.second_factors`
  expect(lock?.seconds).toBeGreaterThan(40)
  await fresh.admin`update auth.second_factors set locked_until = now()`
  expect((await finish('wrong-wrong')).message).toContain('does not work')
  const [longer] = await fresh.admin<{ seconds: number }[]>`
    select extract(epoch from locked_until - now())::int as seconds from auth.second_factors`
  expect(longer?.seconds).toBeGreaterThan(100)
  await fresh.admin`update auth.second_factors set locked_until = now()`
  expect((await finish(backup[0]?.toUpperCase().replace('-', ' ') ?? '')).__typename).toBe('SignedIn')
})

test('of 100 uses of one code at once, each for a sign-in of its own, exactly one signs in', async () => {
  const { fresh, finish, code, backup, ask, token, audited, challenge } = await withSecondFactor()
  for (const given of [backup[3] ?? '', code(1)]) {
    const challenges = await Promise.all(Array.from({ length: 100 }, challenge))
    // The lock would hold most of them back before their code is looked at.
    await fresh.admin`update auth.second_factors set failures = -1000, locked_until = null`
    const outcomes = await Promise.all(challenges.map((on) => finish(given, on)))
    expect(outcomes.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
  }
  expect((await ask('{ me { secondFactor { backupCodesLeft } } }', {}, { token })).data).toEqual({
    me: { secondFactor: { backupCodesLeft: 9 } },
  })
  expect((await audited()).filter((action) => action === 'backup-code-used')).toHaveLength(1)
})

test('a sign-in that was begun ends after five minutes, and with its account', async () => {
  const { challenge, finish, code, fresh } = await withSecondFactor()
  const late = await challenge()
  await fresh.admin`update auth.sign_in_challenges set expires_at = now()`
  expect((await finish(code(0), late)).path).toEqual(['input', 'challenge'])
  const disabled = await challenge()
  await fresh.admin`update auth.users set disabled_at = now()`
  expect((await finish(code(0), disabled)).path).toEqual(['input', 'challenge'])
})

test('an unknown person and a wrong password get one answer, with a second factor as without', async () => {
  const { ask } = await withSecondFactor()
  const answer = async (input: Record<string, string>) => JSON.stringify((await ask(signInOperation, { input })).data)
  const wrong = await answer({ email, password: 'not the password at all' })
  expect(wrong).toContain('SignInRefused')
  expect(await answer({ email: 'nobody@example.com', password })).toBe(wrong)
})

test('a second factor is changed only by who proved within 15 minutes who they are, by password and code', async () => {
  const { act, ask, token, age, code, backup, signIn, viewerOf, audited } = await withSecondFactor()
  const until = async () => (await ask('{ me { provenUntil } }', {}, { token })).data
  expect(await until()).toEqual({ me: { provenUntil: expect.any(String) } })
  await age()
  expect(await until()).toEqual({ me: { provenUntil: null } })
  for (const operation of ['begin', 'renew', 'remove'] as const) {
    expect((await act(operation)).message).toContain('Prove first who you are')
  }
  expect((await act('confirm', { code: code(0) })).message).toContain('Prove first who you are')
  expect((await act('prove', { input: { password: 'wrong', code: code(0) } })).path).toEqual(['input', 'password'])
  expect((await act('prove', { input: { password } })).path).toEqual(['input', 'code'])
  expect((await act('prove', { input: { password, code: code(0) } })).__typename).toBe('IdentityProven')
  const { codes: renewed = [] } = await act('renew')
  expect(renewed).toHaveLength(10)
  await age()
  expect((await act('prove', { input: { password, code: backup[0] } })).path).toEqual(['input', 'code'])
  expect((await act('prove', { input: { password, code: renewed[0] } })).__typename).toBe('IdentityProven')
  expect(await act('remove')).toMatchObject({ __typename: 'SecondFactorRemoved' })
  expect(await viewerOf(await signIn(email))).not.toBeNull()
  expect(await audited()).toEqual(expect.arrayContaining(['identity-not-proven', 'identity-proven', 'backup-codes-renewed']))
  expect((await audited()).filter((action) => action === 'second-factor-removed')).toHaveLength(1)
})

test("nobody changes a second factor on another's behalf", async () => {
  const { id, act, parts } = await withSecondFactor()
  const claims = { userId: id, companyId: null, sessionId: 'acting:x', acting: true }
  const acting = await parts.accessTokens.sign(claims, new Date(Date.now() + 60_000))
  for (const operation of ['renew', 'remove'] as const) {
    expect((await act(operation, {}, acting)).message).toContain("on another's behalf")
  }
})
