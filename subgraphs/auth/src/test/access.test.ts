import { companyId } from '@aems/drizzle/ids.ts'
import { expect, test } from 'vitest'
import { freshAuth } from './asking.ts'

const entities = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on User { name email } ... on Company { name asOf } ... on Import { status } }
}`

test('the subgraph itself refuses whoever is not signed in, on fields and on entities', async () => {
  const { ask, user } = await freshAuth()
  const id = await user('jo@example.com')
  expect((await ask('{ me { user { email } } }')).data).toEqual({ me: null })
  const answer = await ask(entities, { representations: [{ __typename: 'User', id }] })
  expect(answer).toMatchObject({ data: null, codes: ['UNAUTHENTICATED'] })
  expect((await ask('mutation { signOut }')).codes).toEqual(['UNAUTHENTICATED'])
})

test('the subgraph itself refuses a field whose scope the viewer lacks', async () => {
  const { ask, signIn, user, company } = await freshAuth()
  await company('acme', { [await user('jo@example.com')]: 'viewer' })
  const token = await signIn('jo@example.com')
  expect(await ask('{ imports { id } }', {}, { token })).toMatchObject({ data: { imports: null }, codes: ['FORBIDDEN'] })
})

test('people and companies are known to members of the company alone', async () => {
  const { ask, signIn, user, company } = await freshAuth()
  const [jo, al, stranger] = [await user('jo@example.com'), await user('al@example.com'), await user('else@example.com')]
  await company('acme', { [jo]: 'viewer', [al]: 'viewer' })
  await company('theirs', { [stranger]: 'owner' })
  const representations = [
    { __typename: 'User', id: al },
    { __typename: 'User', id: stranger },
    { __typename: 'Company', id: companyId('acme') },
    { __typename: 'Company', id: companyId('theirs') },
  ]
  const { data } = await ask(entities, { representations }, { token: await signIn('jo@example.com') })
  expect(data).toEqual({
    _entities: [{ name: 'Jo Example', email: 'al@example.com' }, null, { name: 'ACME', asOf: '2026-03-31' }, null],
  })
})

test('the viewer of a company without a day of its own has the real day as today', async () => {
  const { fresh, ask, signIn, user, company } = await freshAuth()
  await company('acme', { [await user('jo@example.com')]: 'viewer' })
  await fresh.admin`update auth.companies set as_of = null`
  const { data } = await ask('{ me { company { asOf } } }', {}, { token: await signIn('jo@example.com') })
  expect(data).toEqual({ me: { company: { asOf: new Date().toISOString().slice(0, 10) } } })
})
