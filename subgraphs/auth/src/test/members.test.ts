import { expect, test } from 'vitest'
import { freshAuth } from './asking.ts'

const changing = (verb: 'suspend' | 'restore') => `mutation ($email: String!) {
  result: ${verb}Member(input: { email: $email }) { __typename ... on UserError { message } }
}`

/** A company with an owner, an administrator and an analyst, who belongs to another one as well. */
async function companyOfThree() {
  const auth = await freshAuth()
  const [owner, admin, jo] = [
    await auth.user('owner@a.example'),
    await auth.user('admin@a.example'),
    await auth.user('jo@a.example'),
  ]
  await auth.company('acme', { [owner]: 'owner', [admin]: 'administrator', [jo]: 'analyst' })
  await auth.company('zenith', { [jo]: 'viewer', [await auth.user('only@z.example')]: 'owner' })
  const change = async (token: string, email: string, verb: 'suspend' | 'restore' = 'suspend') => {
    const { data, codes } = await auth.ask(changing(verb), { email }, { token })
    return codes[0] ?? data?.['result']
  }
  return { ...auth, change }
}

test('a suspended member is kept out with the next request, of that company alone, and let in again with their roles', async () => {
  const { ask, change, signIn, viewerOf, audited } = await companyOfThree()
  const [admin, jo] = [await signIn('admin@a.example'), await signIn('jo@a.example')]
  expect(await viewerOf(jo)).toMatchObject({ company: { key: 'acme' }, roles: ['analyst'] })
  expect(await change(admin, 'JO@a.example')).toEqual({ __typename: 'MemberSuspended' })
  expect(await viewerOf(jo)).toMatchObject({ company: { key: '' }, roles: [], scopes: new Set() })
  expect((await ask('{ me { companies { key } } }', {}, { token: jo })).data).toEqual({ me: { companies: [{ key: 'zenith' }] } })
  expect(await viewerOf(await signIn('jo@a.example'))).toMatchObject({ company: { key: 'zenith' } })
  expect(await change(admin, 'jo@a.example', 'restore')).toEqual({ __typename: 'MemberRestored' })
  expect(await viewerOf(jo)).toMatchObject({ company: { key: 'acme' }, roles: ['analyst'] })
  expect(await audited()).toEqual(expect.arrayContaining(['member-suspended', 'member-restored']))
})

test('nobody suspends themselves, an owner without being one, or a member of another company', async () => {
  const { ask, change, signIn, fresh } = await companyOfThree()
  const admin = await signIn('admin@a.example')
  const refused = (message: string) => ({ __typename: 'SuspendMemberRefused', message })
  expect(await change(await signIn('jo@a.example'), 'admin@a.example')).toBe('FORBIDDEN')
  expect(await change(admin, 'admin@a.example')).toEqual(refused('You can not suspend or restore yourself.'))
  expect(await change(admin, 'owner@a.example')).toEqual(refused('Only an owner suspends or restores an owner.'))
  for (const email of ['only@z.example', 'nobody@a.example'])
    expect(await change(admin, email)).toEqual(refused(`Your company has no member ${email}.`))
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect(await change(admin, 'jo@a.example')).toMatchObject({ message: expect.stringContaining('Prove first') })
  expect((await ask('{ me { roles } }', {}, { token: await signIn('owner@a.example') })).data).toEqual({
    me: { roles: ['owner'] },
  })
})

test('of two owners who suspend each other at once, one stays', async () => {
  const { fresh, change, signIn } = await companyOfThree()
  await fresh.admin`update auth.memberships set roles = '{owner}'`
  const [one, other] = [await signIn('owner@a.example'), await signIn('admin@a.example')]
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([change(one, 'admin@a.example'), change(other, 'owner@a.example')])
    const [left] = await fresh.admin<{ count: number }[]>`
      select count(*)::int from auth.memberships m join auth.users u on u.id = m.user_id
      where suspended_at is null and u.email in ('owner@a.example', 'admin@a.example')`
    expect(left?.count).toBe(1)
    await fresh.admin`update auth.memberships set suspended_at = null`
  }
})
