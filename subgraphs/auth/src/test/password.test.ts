import { expect, test } from 'vitest'
import { passwordFault } from '../domain/password.ts'
import { ensureFirstUser, makeOwner } from '../first-user.ts'
import { authOver, freshAuth, password, signInOperation } from './asking.ts'

const changing = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { __typename ... on PasswordChanged { me { mustChangePassword company { key } } } ... on UserError { message path } }
}`
const next = 'seven small boats at sea'

test('a changed password signs in, the old one does not, and other sessions end', async () => {
  const { ask, signIn, user, company, viewerOf, audited } = await freshAuth()
  await company('acme', { [await user('jo@example.com')]: 'viewer' })
  const [token, other] = [await signIn('jo@example.com'), await signIn('jo@example.com')]
  const { data } = await ask(changing, { input: { currentPassword: password, newPassword: next } }, { token })
  expect(data).toEqual({
    changePassword: { __typename: 'PasswordChanged', me: { mustChangePassword: false, company: { key: 'acme' } } },
  })
  expect(await viewerOf(token)).not.toBeNull()
  expect(await viewerOf(other)).toBeNull()
  const old = await ask(signInOperation, { input: { email: 'jo@example.com', password } })
  expect(old.data).toMatchObject({ signIn: { __typename: 'SignInRefused' } })
  expect(await viewerOf(await signIn('jo@example.com', next))).not.toBeNull()
  expect(await audited()).toContain('password-changed')
})

test('a password is not changed without the current one, to a short one, or to itself', async () => {
  const { ask, signIn, user } = await freshAuth()
  await user('jo@example.com')
  const token = await signIn('jo@example.com')
  const paths = []
  for (const input of [
    { currentPassword: 'wrong', newPassword: next },
    { currentPassword: password, newPassword: 'short' },
    { currentPassword: password, newPassword: password },
  ]) {
    const { data } = await ask(changing, { input }, { token })
    expect(data).toMatchObject({ changePassword: { __typename: 'ChangePasswordRefused' } })
    paths.push((data?.['changePassword'] as { path: string[] } | undefined)?.path)
  }
  expect(paths).toEqual([
    ['input', 'currentPassword'],
    ['input', 'newPassword'],
    ['input', 'newPassword'],
  ])
})

test('the same password typed on another keyboard is the same password', async () => {
  const { ask, signIn, user, viewerOf } = await freshAuth()
  await user('jo@example.com')
  const composed = 'caf\u00e9 au lait, s\u2019il vous pla\u00eet'
  const token = await signIn('jo@example.com')
  await ask(changing, { input: { currentPassword: password, newPassword: composed } }, { token })
  expect(await viewerOf(await signIn('jo@example.com', composed.normalize('NFD')))).not.toBeNull()
})

test('with a one-time password, nothing works before it is replaced but asking who one is and signing out', async () => {
  const { ask, signIn, user, company, viewerOf } = await freshAuth()
  await company('acme', { [await user('jo@example.com', { mustChangePassword: true })]: 'owner' })
  const token = await signIn('jo@example.com')
  expect((await ask('{ me { mustChangePassword company { key } scopes } }', {}, { token })).data).toEqual({
    me: { mustChangePassword: true, company: null, scopes: [] },
  })
  expect((await ask('{ imports { id } }', {}, { token })).codes).toEqual(['FORBIDDEN'])
  const switched = await ask(
    'mutation { switchCompany(input: { companyKey: "acme" }) { __typename ... on UserError { message } } }',
    {},
    { token },
  )
  expect(switched.data).toEqual({
    switchCompany: { __typename: 'SwitchCompanyRefused', message: 'Replace your one-time password first.' },
  })
  const input = { currentPassword: password, newPassword: next }
  const { session } = await ask(changing, { input }, { token, cookies: true })
  expect(await viewerOf(token)).toMatchObject({ company: { key: 'acme' }, roles: ['owner'] })
  // Whom the old token stands for is remembered for a second; a browser's next request comes with another.
  expect(session.begin?.accessToken).not.toBe(token)
  expect(await viewerOf(session.begin?.accessToken ?? '')).toMatchObject({ company: { key: 'acme' }, roles: ['owner'] })
})

test('the first user is made once, with a one-time password or one of their own', async () => {
  const { fresh, ...auth } = await freshAuth()
  const database = fresh.open('auth')
  const first = await ensureFirstUser({ database, email: 'mia.lund@example.com' })
  expect(first).toMatchObject({ email: 'mia.lund@example.com', isNew: true })
  expect(await ensureFirstUser({ database, email: 'other@example.com' })).toEqual({
    ...first,
    oneTimePassword: null,
    isNew: false,
  })
  const token = await auth.signIn('mia.lund@example.com', first.oneTimePassword ?? '')
  expect((await auth.ask('{ me { user { name } mustChangePassword } }', {}, { token })).data).toEqual({
    me: { user: { name: 'Mia Lund' }, mustChangePassword: true },
  })
  const { fresh: another } = await freshAuth()
  const own = await ensureFirstUser({ database: another.open('auth'), email: 'ola@example.com', password })
  expect(own.oneTimePassword).toBeNull()
  const { signIn, viewerOf } = authOver(another)
  expect(await viewerOf(await signIn('ola@example.com'))).not.toBeNull()
})

test('whoever is made the owner of a company may do everything there', async () => {
  const { fresh, user, company, signIn, viewerOf } = await freshAuth()
  const id = await user('jo@example.com')
  await makeOwner(fresh.open('auth'), await company('acme'), id)
  expect((await viewerOf(await signIn('jo@example.com')))?.roles).toEqual(['owner'])
})

test.each([
  ['14 characters', 'a'.repeat(14), false],
  ['15 characters', 'a'.repeat(15), true],
  ['15 characters outside the first plane', '🦊'.repeat(15), true],
  ['128 characters', 'a'.repeat(128), true],
  ['129 characters', 'a'.repeat(129), false],
  ['the name of its owner', 'I am Jo Example, hello', false],
  ['the e-mail of its owner', 'mail jo@example.com now', false],
])('a password of %s is judged by its length and whose it is', (_, text, fine) => {
  expect(passwordFault(text, { name: 'Jo Example', email: 'jo@example.com' }) === null).toBe(fine)
})
