import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { usualSettings } from '../environment.ts'
import { freshAuth, password } from './asking.ts'
import { mailbox } from './mailbox.ts'

const refused = '... on UserError { message path }'
const operations = {
  ways: '{ result: waysToSignIn { __typename registration } }',
  register: `mutation ($input: RegisterInput!) { result: register(input: $input) { __typename ... on LinkMailed { email } ${refused} } }`,
  finish: `mutation ($input: FinishRegistrationInput!) { result: finishRegistration(input: $input) { __typename ... on SignedIn { accessToken } ${refused} } }`,
  change: `mutation ($input: ChangeEmailInput!) { result: changeEmail(input: $input) { __typename ... on LinkMailed { email } ${refused} } }`,
  verify: `mutation ($input: VerifyEmailInput!) { result: verifyEmail(input: $input) { __typename ... on EmailVerified { email } ${refused} } }`,
}
const resultSchema = z.object({
  result: z.object({
    __typename: z.string(),
    message: z.string().optional(),
    path: z.array(z.string()).nullish(),
    email: z.string().optional(),
    accessToken: z.string().optional(),
    registration: z.string().optional(),
  }),
})
const email = 'new@example.com'

async function registering(registration: 'open' | 'invited' | 'closed' = 'open') {
  const auth = await freshAuth({ settings: { ...usualSettings, registration } })
  const box = mailbox(auth)
  const act = async (operation: keyof typeof operations, input?: unknown, token?: string) =>
    resultSchema.parse((await auth.ask(operations[operation], { input }, { token })).data).result
  /** The token that was mailed to an address just now. */
  const mailed = async (to: string, count = 1) => {
    await vi.waitFor(async () => expect((await box.letters()).filter((letter) => letter.to === to).length).toBe(count), 5_000)
    return box.tokenTo(to)
  }
  return { ...auth, ...box, act, mailed }
}

test('where registration is open, a link that was mailed makes an account, once', async () => {
  const { act, mailed, viewerOf, audited } = await registering()
  expect(await act('ways')).toMatchObject({ registration: 'OPEN' })
  expect(await act('register', { email: ' new@example ' })).toMatchObject({
    __typename: 'RegisterRefused',
    path: ['input', 'email'],
  })
  expect(await act('register', { email })).toEqual({ __typename: 'LinkMailed', email })
  const token = await mailed(email)
  const input = { token, name: ' New  Person ', password }
  expect(await act('finish', { ...input, name: ' ' })).toMatchObject({ path: ['input', 'name'] })
  expect(await act('finish', { ...input, password: 'new person was here' })).toMatchObject({ path: ['input', 'password'] })
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => act('finish', input)))
  const begun = outcomes.filter(({ __typename }) => __typename === 'SignedIn')
  expect(begun).toHaveLength(1)
  expect(await viewerOf(begun[0]?.accessToken ?? '')).toMatchObject({ user: { email, name: 'New Person' }, company: { key: '' } })
  expect(await audited()).toContain('registered')
})

test('whether there is an account already is told by mail alone', async () => {
  const { act, user, letters } = await registering()
  await user(email)
  expect(await act('register', { email })).toEqual({ __typename: 'LinkMailed', email })
  await vi.waitFor(
    async () => expect((await letters()).map(({ subject }) => subject)).toEqual(['You have an account already']),
    5_000,
  )
})

test.each(['invited', 'closed'] as const)(
  'where registration is %s, nobody registers, nor with a link from before',
  async (mode) => {
    const { act, fresh, letters } = await registering(mode)
    expect(await act('register', { email })).toMatchObject({ __typename: 'RegisterRefused', path: null })
    expect(await act('finish', { token: 'x', name: 'Jo', password })).toMatchObject({ __typename: 'RegisterRefused', path: null })
    expect(await letters()).toEqual([])
    expect(await fresh.admin`select id from auth.users`).toHaveLength(0)
  },
)

test('where registration is closed, an invitation makes no account either, and brings whoever has one into the company', async () => {
  const { user, company, signIn, ask, tokenTo, fresh } = await registering('closed')
  await company('acme', { [await user('owner@example.com')]: 'owner' })
  await user('jo@example.com')
  const token = await signIn('owner@example.com')
  const inviting = 'mutation ($email: String!) { inviteMember(input: { email: $email, roles: ["viewer"] }) { __typename } }'
  const accepting = `mutation ($token: String!) { acceptInvitation(input: { token: $token, name: "Ann", password: "${password}" }) { __typename } }`
  const accept = async (to: string, as?: string) => {
    await ask(inviting, { email: to }, { token })
    return (await ask(accepting, { token: await tokenTo(to) }, { token: as })).data?.['acceptInvitation']
  }
  expect(await accept(email)).toEqual({ __typename: 'AcceptInvitationRefused' })
  expect(await fresh.admin`select id from auth.users`).toHaveLength(2)
  expect(await accept('jo@example.com', await signIn('jo@example.com'))).toEqual({ __typename: 'CompanyJoined' })
})

test('an address is changed by following a link that was mailed to it, and the one before is told', async () => {
  const { act, user, signIn, mailed, letters, ask, fresh } = await registering()
  await user('old@example.com')
  const token = await signIn('old@example.com')
  expect(await act('change', { email }, token)).toEqual({ __typename: 'LinkMailed', email })
  const link = await mailed(email)
  expect((await letters()).map(({ to, subject }) => [to, subject])).toContainEqual([
    'old@example.com',
    'Your e-mail is about to change',
  ])
  expect((await ask('{ me { user { email } isEmailVerified } }', {}, { token })).data).toEqual({
    me: { user: { email: 'old@example.com' }, isEmailVerified: false },
  })
  expect(await act('verify', { token: link })).toEqual({ __typename: 'EmailVerified', email })
  expect(await act('verify', { token: link })).toMatchObject({ __typename: 'ChangeEmailRefused', path: ['input', 'token'] })
  expect((await ask('{ me { user { email } isEmailVerified } }', {}, { token })).data).toEqual({
    me: { user: { email }, isEmailVerified: true },
  })
  await act('change', { email: 'taken@example.com' }, token)
  const taken = await mailed('taken@example.com')
  await user('Taken@example.com')
  expect((await act('verify', { token: taken })).message).toContain('Somebody else')
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect((await act('change', { email }, token)).message).toContain('Prove first')
})
