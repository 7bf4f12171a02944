import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { freshAuth, password, signInOperation } from './asking.ts'
import { mailbox } from './mailbox.ts'

const forgetting = 'mutation ($email: String!) { forgotPassword(input: { email: $email }) }'
const resetting = `mutation ($token: String!, $newPassword: String!) {
  result: resetPassword(input: { token: $token, newPassword: $newPassword }) { __typename ... on PasswordReset { email } ... on UserError { message path } }
}`
const next = 'seven small boats at sea'
const email = 'jo@example.com'
const resultSchema = z.object({
  result: z.object({
    __typename: z.string(),
    email: z.string().optional(),
    message: z.string().optional(),
    path: z.array(z.string()).nullish(),
  }),
})

async function forgetful() {
  const auth = await freshAuth()
  await auth.user(email)
  const box = mailbox(auth)
  const forget = async (whose = email) => (await auth.ask(forgetting, { email: whose })).data
  /** The token of a link that was mailed just now. */
  const link = async () => {
    const before = (await box.letters()).length
    await forget()
    await vi.waitFor(async () => expect((await box.letters()).length).toBeGreaterThan(before), 5_000)
    return box.tokenTo(email)
  }
  const reset = async (token: string, newPassword = next) =>
    resultSchema.parse((await auth.ask(resetting, { token, newPassword })).data).result
  return { ...auth, ...box, forget, link, reset }
}

test('a link that was mailed replaces the password once, and ends every session', async () => {
  const { ask, signIn, viewerOf, link, reset, letters, audited, fresh } = await forgetful()
  const before = await signIn(email)
  const token = await link()
  expect((await letters())[0]).toMatchObject({ to: email, subject: 'Reset your password' })
  expect(await reset(token, 'short')).toMatchObject({ __typename: 'ResetPasswordRefused', path: ['input', 'newPassword'] })
  expect(await reset(token)).toEqual({ __typename: 'PasswordReset', email })
  expect(await viewerOf(before)).toBeNull()
  expect((await ask(signInOperation, { input: { email, password } })).data).toMatchObject({
    signIn: { __typename: 'SignInRefused' },
  })
  expect(await viewerOf(await signIn(email, next))).not.toBeNull()
  expect(await reset(token, 'another nine words at sea')).toMatchObject({
    __typename: 'ResetPasswordRefused',
    path: ['input', 'token'],
  })
  expect((await letters()).map(({ subject }) => subject)).toContain('Your password was changed')
  expect(await audited()).toEqual(expect.arrayContaining(['password-reset-asked', 'password-reset']))
  const [kept] = await fresh.admin<{ text: string }[]>`
    select (select string_agg(t::text, '') from auth.mailed_tokens t) || (select string_agg(m::text, '') from auth.mails m) as text`
  expect(kept?.text).not.toContain(token)
  expect(kept?.text).not.toContain(Buffer.from(token).toString('hex'))
})

test('of 100 uses of one link at once, exactly one replaces the password', { timeout: 60_000 }, async () => {
  const { link, reset } = await forgetful()
  const token = await link()
  const outcomes = await Promise.all(Array.from({ length: 100 }, (_, index) => reset(token, `${next}, number ${index}`)))
  expect(outcomes.filter(({ __typename }) => __typename === 'PasswordReset')).toHaveLength(1)
})

test('a link runs out after 30 minutes, gives way to a later one, and does nothing for a disabled account', async () => {
  const { link, reset, fresh } = await forgetful()
  const [first, second] = [await link(), await link()]
  expect(await reset(first)).toMatchObject({ path: ['input', 'token'] })
  const [row] = await fresh.admin<{ minutes: number }[]>`
    select extract(epoch from expires_at - now()) / 60 as minutes from auth.mailed_tokens`
  expect(Number(row?.minutes)).toBeLessThanOrEqual(30)
  await fresh.admin`update auth.mailed_tokens set expires_at = now()`
  expect(await reset(second)).toMatchObject({ path: ['input', 'token'] })
  const third = await link()
  await fresh.admin`update auth.users set disabled_at = now()`
  expect(await reset(third)).toMatchObject({ path: ['input', 'token'] })
})

test('whether someone has an address is told by no answer, and mail is not written without end', async () => {
  const { forget, letters, fresh, subgraph } = await forgetful()
  expect(await forget('nobody@example.com')).toEqual(await forget())
  for (let times = 0; times < 8; times += 1) await forget(times % 2 ? email : ` ${email.toUpperCase()}`)
  await subgraph.close()
  expect((await letters()).map(({ to }) => to)).toEqual([email, email, email])
  const [count] = await fresh.admin<{ count: number }[]>`select count(*)::int from auth.mailed_tokens where used_at is null`
  expect(count?.count).toBe(1)
})
