import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshAuth } from './asking.ts'
import { mailbox } from './mailbox.ts'
import { softwareAuthenticator } from './software-authenticator.ts'

const email = 'jo@example.com'
const refused = '... on UserError { message path }'
const operations = {
  begin: `mutation { result: beginPasskey { __typename ... on PasskeyBegun { options } ${refused} } }`,
  add: `mutation ($input: AddPasskeyInput!) { result: addPasskey(input: $input) { __typename ... on PasskeySaved { passkey { id name } } ${refused} } }`,
  rename: `mutation ($input: RenamePasskeyInput!) { result: renamePasskey(input: $input) { __typename ... on PasskeySaved { passkey { id name } } ${refused} } }`,
  remove: `mutation ($input: RemovePasskeyInput!) { result: removePasskey(input: $input) { __typename ${refused} } }`,
  ask: 'mutation { result: beginPasskeySignIn { __typename options } }',
  signIn: `mutation ($input: PasskeyAnswerInput!) { result: finishPasskeySignIn(input: $input) { __typename ... on SignedIn { accessToken } ${refused} } }`,
  prove: `mutation ($input: PasskeyAnswerInput!) { result: proveIdentityByPasskey(input: $input) { __typename ${refused} } }`,
}
const resultSchema = z.object({
  result: z.object({
    __typename: z.string(),
    message: z.string().optional(),
    path: z.array(z.string()).nullish(),
    options: z.looseObject({ challenge: z.string(), user: z.object({ id: z.string() }).default({ id: '' }) }).optional(),
    passkey: z.object({ id: z.string(), name: z.string() }).optional(),
    accessToken: z.string().optional(),
  }),
})
const nothing = { challenge: '', user: { id: '' } }

async function withPasskey(origin?: string) {
  const auth = await freshAuth()
  await auth.user(email)
  const token = await auth.signIn(email)
  const act = async (operation: keyof typeof operations, input?: unknown, as: string | null = token) =>
    resultSchema.parse((await auth.ask(operations[operation], { input }, as === null ? {} : { token: as })).data).result
  const authenticator = softwareAuthenticator(origin)
  const { options = nothing } = await act('begin')
  const added = await act('add', { name: ' My phone ', response: authenticator.create(options) })
  /** What a sign-in page is asked for. */
  const asked = async () => (await act('ask', undefined, null)).options ?? nothing
  const signIn = async (response: unknown) => act('signIn', { response }, null)
  return { ...auth, ...mailbox(auth), token, act, authenticator, options, added, asked, signIn }
}

test('a passkey that was added signs its owner in by itself', async () => {
  const { added, asked, signIn, authenticator, viewerOf, ask, token, letters, audited, act, options } = await withPasskey()
  expect(added).toMatchObject({ __typename: 'PasskeySaved', passkey: { name: 'My phone' } })
  expect(options).toMatchObject({ rp: { id: 'localhost' }, authenticatorSelection: { userVerification: 'required' } })
  const { __typename, accessToken = '' } = await signIn(authenticator.get(await asked()))
  expect(__typename).toBe('SignedIn')
  expect(await viewerOf(accessToken)).toMatchObject({ user: { email } })
  const { data } = await ask('{ me { passkeys { name isSynced lastUsedAt } } }', {}, { token })
  expect(data).toEqual({ me: { passkeys: [{ name: 'My phone', isSynced: false, lastUsedAt: expect.any(String) }] } })
  expect((await letters()).map(({ subject }) => subject)).toEqual(['A passkey was added'])
  expect(await audited()).toEqual(expect.arrayContaining(['passkey-added', 'signed-in']))
  const another = await act('begin')
  expect(another.options?.['excludeCredentials']).toHaveLength(1)
})

test('an answer to another question, of another site, without its owner, or sent again signs nobody in', async () => {
  const { asked, signIn, authenticator, token, act, fresh } = await withPasskey()
  const no = { __typename: 'PasskeySignInRefused' }
  const [once, other] = [await asked(), await asked()]
  const answer = authenticator.get(once)
  expect(await signIn(answer)).toMatchObject({ __typename: 'SignedIn' })
  expect(await signIn(answer)).toMatchObject(no)
  expect(await signIn(authenticator.get({ challenge: 'bWFkZSB1cA' }))).toMatchObject(no)
  expect(await signIn(authenticator.get(other, { verified: false }))).toMatchObject(no)
  expect(await signIn(softwareAuthenticator('http://evil.example').get(await asked()))).toMatchObject(no)
  expect(await signIn(softwareAuthenticator().get(await asked()))).toMatchObject(no)
  // A copy of the authenticator counts behind the original.
  expect(await signIn(authenticator.get(await asked(), { copied: true }))).toMatchObject(no)
  const begun = await act('begin', undefined, token)
  expect(await signIn(authenticator.get(begun.options ?? nothing))).toMatchObject(no)
  for (const made of [{}, [], 'x', { id: 'x' }, { ...answer, response: { ...answer.response, signature: 'AAAA' } }])
    expect(await signIn(made)).toMatchObject(no)
  const late = await asked()
  await fresh.admin`update auth.passkey_challenges set expires_at = now()`
  expect(await signIn(authenticator.get(late))).toMatchObject(no)
  await fresh.admin`update auth.users set disabled_at = now()`
  expect(await signIn(authenticator.get(await asked()))).toMatchObject(no)
})

test('of 100 uses of one answer at once, exactly one signs in', async () => {
  const { asked, signIn, authenticator } = await withPasskey()
  const answer = authenticator.get(await asked())
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => signIn(answer)))
  expect(outcomes.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
})

test('a passkey is added from our own pages alone, once, and by who proved who they are', async () => {
  const { added } = await withPasskey('http://evil.example')
  expect(added).toMatchObject({ __typename: 'PasskeyRefused', path: ['input', 'response'] })
  const { act, authenticator, fresh, user, signIn, asked, ask } = await withPasskey()
  const begun = (await act('begin')).options ?? nothing
  expect(await act('add', { name: '', response: softwareAuthenticator().create(begun) })).toMatchObject({
    path: ['input', 'name'],
  })
  expect(await act('add', { name: 'Again', response: authenticator.create(begun) })).toMatchObject({
    message: expect.stringContaining('known already'),
  })
  await user('ada@example.com')
  const ada = (
    await ask(
      'mutation { signIn(input: { email: "ada@example.com", password: "correct horse battery staple" }) { ... on SignedIn { accessToken } } }',
    )
  ).data
  const token = z.object({ signIn: z.object({ accessToken: z.string() }) }).parse(ada).signIn.accessToken
  const theirs = (await act('begin')).options ?? nothing
  expect(await act('add', { name: 'Stolen', response: softwareAuthenticator().create(theirs) }, token)).toMatchObject({
    __typename: 'PasskeyRefused',
  })
  expect(await act('prove', { response: authenticator.get(await asked()) }, token)).toMatchObject({
    __typename: 'ProveIdentityRefused',
  })
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect((await act('begin')).message).toContain('Prove first')
  expect(await act('prove', { response: authenticator.get(await asked()) })).toEqual({ __typename: 'IdentityProven' })
  expect(await act('begin')).toMatchObject({ __typename: 'PasskeyBegun' })
  expect((await signIn(authenticator.get(await asked()))).__typename).toBe('SignedIn')
})

test('a passkey is renamed and removed by its owner alone, and signs in no more then', async () => {
  const { act, added, user, signIn, asked, authenticator, letters, fresh, ...auth } = await withPasskey()
  const id = added.passkey?.id
  await user('ada@example.com')
  const password = 'correct horse battery staple'
  const { data } = await auth.ask(
    `mutation { signIn(input: { email: "ada@example.com", password: "${password}" }) { ... on SignedIn { accessToken } } }`,
  )
  const {
    signIn: { accessToken: ada },
  } = z.object({ signIn: z.object({ accessToken: z.string() }) }).parse(data)
  expect(await act('rename', { id, name: 'Mine' }, ada)).toMatchObject({ __typename: 'PasskeyRefused', path: ['input', 'id'] })
  expect(await act('remove', { id }, ada)).toMatchObject({ __typename: 'PasskeyRefused', path: ['input', 'id'] })
  expect(await act('rename', { id, name: 'Laptop' })).toMatchObject({ passkey: { name: 'Laptop' } })
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect((await act('remove', { id })).message).toContain('Prove first')
  await act('prove', { response: authenticator.get(await asked()) })
  expect(await act('remove', { id })).toEqual({ __typename: 'PasskeyRemoved' })
  expect(await signIn(authenticator.get(await asked()))).toMatchObject({ __typename: 'PasskeySignInRefused' })
  expect((await letters()).map(({ subject }) => subject)).toEqual(['A passkey was added', 'A passkey was removed'])
})
