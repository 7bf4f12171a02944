import { generateSync } from 'otplib'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { freshAuth, grantOf, password, signInOperation } from './asking.ts'
import { mailbox } from './mailbox.ts'

const email = 'jo@example.com'
const refused = { __typename: 'SignInRefused' }
const signedIn = { __typename: 'SignedIn' }

async function guessing() {
  const auth = await freshAuth()
  await auth.user(email)
  const guess = async (secret = 'a wrong guess', as = email, address?: string) =>
    (await auth.ask(signInOperation, { input: { email: as, password: secret } }, { address })).data?.['signIn']
  /** Seconds that the account is closed for, as if nothing had been tried since `ago` seconds before. */
  const locks = async () =>
    (
      await auth.fresh.admin<{ seconds: number }[]>`
        select round(extract(epoch from locked_until - now()))::int as seconds from auth.throttles where locked_until > now()`
    ).map(({ seconds }) => seconds)
  const pass = (seconds: number) =>
    auth.fresh.admin`update auth.throttles set locked_until = locked_until - make_interval(secs => ${seconds})`
  return { ...auth, ...mailbox(auth), guess, locks, pass }
}

test('after five wrong passwords none is looked at for a minute, then for two, and the owner hears of it once', async () => {
  const { guess, locks, pass, letters, audited } = await guessing()
  for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toMatchObject(refused)
  expect((await locks())[0]).toBeGreaterThan(50)
  expect(await guess(password)).toMatchObject(refused)
  await pass(60)
  expect(await guess()).toMatchObject(refused)
  expect((await locks())[0]).toBeGreaterThan(110)
  expect(await guess(password)).toMatchObject(refused)
  await pass(120)
  expect(await guess(password)).toMatchObject(signedIn)
  expect(await locks()).toEqual([])
  await vi.waitFor(
    async () =>
      expect((await letters()).map(({ to, subject }) => [to, subject])).toEqual([[email, 'Somebody tries to sign in as you']]),
    5_000,
  )
  expect((await audited()).filter((action) => action === 'account-locked')).toHaveLength(1)
})

test('unknown, wrong and held back get one answer, and each is counted', async () => {
  const { guess, fresh } = await guessing()
  const answers = new Set<string>()
  for (let tries = 0; tries < 7; tries += 1) {
    answers.add(JSON.stringify(await guess()))
    answers.add(JSON.stringify(await guess('a wrong guess', 'nobody@example.com')))
  }
  answers.add(JSON.stringify(await guess(password)))
  expect(answers.size).toBe(1)
  const rows = await fresh.admin<{ attempts: number }[]>`select attempts from auth.throttles order by attempts`
  expect(rows.map(({ attempts }) => attempts)).toEqual([5, 5, 15])
})

test('aliases in one operation are attempts like any other', async () => {
  const { ask, fresh } = await guessing()
  const guesses = Array.from(
    { length: 20 },
    (_, index) =>
      `g${index}: signIn(input: { email: "${email}", password: "${index < 19 ? 'a wrong guess' : password}" }) { __typename }`,
  )
  const { data } = await ask(`mutation { ${guesses.join(' ')} }`)
  expect(data?.['g19']).toEqual(refused)
  expect((await fresh.admin`select attempts from auth.throttles order by attempts`).map(({ attempts }) => attempts)).toEqual([
    5, 20,
  ])
})

test('from one address no more than thirty wrong passwords are looked at, whoever they are tried at', {
  timeout: 60_000,
}, async () => {
  const { guess } = await guessing()
  for (let tries = 0; tries < 30; tries += 1) await guess('a wrong guess', `nobody${tries}@example.com`)
  expect(await guess(password)).toMatchObject(refused)
  expect(await guess(password, email, '198.51.100.7')).toMatchObject(signedIn)
})

test('proving who one is and changing a password count as signing in does', async () => {
  const { ask, guess, pass } = await guessing()
  const token = grantOf({ data: { signIn: await guess(password) } }, 'signIn').accessToken
  const prove = `mutation ($password: String!) { proveIdentity(input: { password: $password }) { __typename } }`
  const change = `mutation ($password: String!) { changePassword(input: { currentPassword: $password, newPassword: "seven small boats at sea" }) { __typename } }`
  for (let tries = 0; tries < 3; tries += 1) await ask(prove, { password: 'a wrong guess' }, { token })
  for (let tries = 0; tries < 2; tries += 1) await ask(change, { password: 'a wrong guess' }, { token })
  expect((await ask(prove, { password }, { token })).data).toEqual({ proveIdentity: { __typename: 'ProveIdentityRefused' } })
  expect((await ask(change, { password }, { token })).data).toEqual({ changePassword: { __typename: 'ChangePasswordRefused' } })
  expect(await guess(password)).toMatchObject(refused)
  await pass(60)
  expect((await ask(prove, { password }, { token })).data).toEqual({ proveIdentity: { __typename: 'IdentityProven' } })
})

const helping = (field: 'unlockMember' | 'resetMemberSecondFactor') =>
  `mutation ($email: String!) { result: ${field}(input: { email: $email }) { __typename ... on UserError { message } } }`

test('an administrator lets a member try again; a member of another company, or who has not proven who they are, does not', async () => {
  const { ask, user, company, signIn, guess, fresh, audited } = await guessing()
  const [jo] = await fresh.admin<{ id: string }[]>`select id from auth.users`
  await company('acme', { [jo?.id ?? '']: 'viewer', [await user('admin@a.example')]: 'administrator' })
  await company('zenith', { [await user('admin@z.example')]: 'administrator' })
  for (let tries = 0; tries < 5; tries += 1) await guess()
  const token = await signIn('admin@a.example')
  const help = async (as: string) => (await ask(helping('unlockMember'), { email }, { token: as })).data?.['result']
  expect(await help(await signIn('admin@z.example'))).toMatchObject({ __typename: 'UnlockMemberRefused' })
  expect(await guess(password)).toMatchObject(refused)
  expect(await help(token)).toEqual({ __typename: 'MemberUnlocked' })
  expect(await guess(password)).toMatchObject(signedIn)
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect(await help(token)).toMatchObject({ message: expect.stringContaining('Prove first') })
  expect(await audited()).toContain('member-unlocked')
})

test('a lost second factor is taken away by an administrator, which its owner hears of and which ends their sessions', async () => {
  const { ask, user, company, signIn, guess, fresh, viewerOf, audited, letters } = await guessing()
  const [jo] = await fresh.admin<{ id: string }[]>`select id from auth.users`
  const [owner, admin] = [await user('owner@a.example'), await user('admin@a.example')]
  await company('acme', { [jo?.id ?? '']: 'viewer', [owner]: 'owner', [admin]: 'administrator' })
  /** Gives someone a second factor, and their token. */
  const enrol = async (who: string): Promise<string> => {
    const token = await signIn(who)
    const { data } = await ask('mutation { beginSecondFactor { ... on SecondFactorBegun { secret } } }', {}, { token })
    const { secret } = z.object({ beginSecondFactor: z.object({ secret: z.string() }) }).parse(data).beginSecondFactor
    await ask(
      'mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { __typename } }',
      { code: generateSync({ secret }) },
      { token },
    )
    return token
  }
  const token = await signIn('admin@a.example')
  const help = async (who: string) => (await ask(helping('resetMemberSecondFactor'), { email: who }, { token })).data?.['result']
  expect(await help(email)).toMatchObject({ message: 'They have no second factor.' })
  const [session] = [await enrol(email), await enrol('owner@a.example')]
  expect(await help('owner@a.example')).toMatchObject({ message: expect.stringContaining('Only an owner') })
  expect(await help('admin@a.example')).toMatchObject({ message: expect.stringContaining('your own settings') })
  expect(await guess(password)).toMatchObject({ __typename: 'SecondFactorAsked' })
  const elsewhere = await company('zenith', { [jo?.id ?? '']: 'viewer' })
  expect(await help(email)).toMatchObject({ message: expect.stringContaining('another company') })
  await fresh.admin`delete from auth.memberships where tenant_id = ${elsewhere}`
  expect(await help(email)).toEqual({ __typename: 'MemberUnlocked' })
  expect(await viewerOf(session)).toBeNull()
  expect(await guess(password)).toMatchObject(signedIn)
  expect(await audited()).toContain('second-factor-reset')
  expect((await letters()).map(({ to, subject }) => [to, subject])).toContainEqual([email, 'Your second factor was taken away'])
})
