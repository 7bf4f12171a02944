import { newId } from '@aems/drizzle/ids.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshAuth } from './asking.ts'

const membersSchema = z.object({
  members: z.object({
    nodes: z.array(z.looseObject({ id: z.string(), user: z.object({ email: z.string() }) })),
    pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
    totalCount: z.number(),
  }),
})
const listing = `query ($search: String, $role: String, $suspended: Boolean, $first: Int, $after: String) {
  members(search: $search, role: $role, suspended: $suspended, first: $first, after: $after) {
    nodes { id user { email } roles suspendedAt lastSeenAt hasSecondFactor employeeId sessions { id address } }
    pageInfo { endCursor hasNextPage } totalCount } }`
const setting = `mutation ($memberId: ID!, $roles: [String!]!) { result: setMemberRoles(input: { memberId: $memberId, roles: $roles }) {
  __typename ... on MemberChanged { member { roles scopes } } ... on UserError { message } } }`
const ending = `mutation ($memberId: ID!, $sessionId: ID) { result: endMemberSessions(input: { memberId: $memberId, sessionId: $sessionId }) {
  __typename ... on MemberSessionsEnded { count } ... on UserError { message } } }`
const creating = `mutation ($input: CreateRoleInput!) { result: createRole(input: $input) { __typename ... on UserError { message } } }`
const changing = `mutation ($input: ChangeRoleInput!) { result: changeRole(input: $input) {
  __typename ... on RoleSaved { role { name description scopes isOwn memberCount } } ... on UserError { message } } }`
const removing = `mutation ($input: RemoveRoleInput!) { result: removeRole(input: $input) {
  __typename ... on RoleRemoved { memberCount } ... on UserError { message path } } }`

/** Acme with an owner, an administrator and an analyst, who belongs to Zenith as well. */
async function acme() {
  const auth = await freshAuth()
  const [owner, admin, jo] = [
    await auth.user('owner@a.example'),
    await auth.user('admin@a.example'),
    await auth.user('jo@a.example'),
  ]
  const companyId = await auth.company('acme', { [owner]: 'owner', [admin]: 'administrator', [jo]: 'analyst' })
  const stranger = await auth.user('only@z.example')
  await auth.company('zenith', { [jo]: 'viewer', [stranger]: 'owner' })
  const tokens = { owner: await auth.signIn('owner@a.example'), admin: await auth.signIn('admin@a.example') }
  const as = (who: keyof typeof tokens) => async (operation: string, variables: Record<string, unknown>) => {
    const { data, codes } = await auth.ask(operation, variables, { token: tokens[who] })
    return codes[0] ?? data?.['result'] ?? data
  }
  const list = async (variables: Record<string, unknown> = {}) =>
    membersSchema.parse(await as('admin')(listing, variables)).members
  return { ...auth, companyId, owner, admin, jo, stranger, as, list }
}

test('members are listed by name, filtered, page by page: with when they were seen, and nobody of another company', async () => {
  const { list, jo, fresh, signIn } = await acme()
  await fresh.admin`update auth.users set name = split_part(email, '@', 1)`
  const all = await list()
  expect(all.nodes.map(({ user }) => user.email)).toEqual(['admin@a.example', 'jo@a.example', 'owner@a.example'])
  expect(all).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } })
  const first = await list({ first: 2 })
  expect(first.nodes).toHaveLength(2)
  expect((await list({ first: 2, after: first.pageInfo.endCursor })).nodes.map(({ user }) => user.email)).toEqual([
    'owner@a.example',
  ])
  await fresh.admin`update auth.memberships set suspended_at = now() where user_id = ${jo}`
  expect((await list({ suspended: true })).nodes).toMatchObject([{ id: jo, roles: ['analyst'], lastSeenAt: null, sessions: [] }])
  expect((await list({ suspended: false })).totalCount).toBe(2)
  await fresh.admin`update auth.memberships set suspended_at = null`
  await signIn('jo@a.example')
  expect((await list({ role: 'analyst' })).nodes).toMatchObject([
    { lastSeenAt: expect.any(String), hasSecondFactor: false, sessions: [{ address: '192.0.2.1' }] },
  ])
  expect((await list({ search: 'OWN' })).totalCount).toBe(1)
})

test('a member\u2019s sessions elsewhere are not shown', async () => {
  const { list, jo, fresh, signIn, ask } = await acme()
  const token = await signIn('jo@a.example')
  await ask('mutation { switchCompany(input: { companyKey: "zenith" }) { __typename } }', {}, { token })
  expect((await list({ role: 'analyst' })).nodes).toMatchObject([{ id: jo, lastSeenAt: null, sessions: [] }])
  expect(await fresh.admin`select from auth.sessions where user_id = ${jo} and ended_at is null`).toHaveLength(1)
})

test('roles hold with the next look-up; what was gained is recorded', async () => {
  const { as, jo, signIn, viewerOf, audited } = await acme()
  const token = await signIn('jo@a.example')
  expect((await viewerOf(token))?.scopes.has('risk:write')).toBe(false)
  expect(await as('admin')(setting, { memberId: jo, roles: ['manager', 'manager'] })).toMatchObject({
    __typename: 'MemberChanged',
    member: { roles: ['manager'], scopes: expect.arrayContaining(['risk:write']) },
  })
  expect(await viewerOf(token)).toMatchObject({ roles: ['manager'] })
  expect((await viewerOf(token))?.scopes.has('risk:write')).toBe(true)
  expect(await audited()).toContain('member-roles-set')
})

test('nobody raises themselves, gives reserved rights that they lack, or makes an owner without being one', async () => {
  const { as, ask, signIn, fresh, admin, owner, jo, stranger } = await acme()
  const refused = (message: string) => ({ __typename: 'SetMemberRolesRefused', message: expect.stringContaining(message) })
  const set = (memberId: string, ...roles: string[]) => as('admin')(setting, { memberId, roles })
  expect(await set(admin, 'administrator', 'viewer')).toEqual(refused('You can not give ai:ask'))
  expect(await set(jo, 'executive')).toEqual(
    refused('You can not give finance:payroll:read, hr:pay:aggregate, and risk:approve: you do not have them yourself.'),
  )
  expect(await set(jo, 'owner')).toEqual(refused('Only an owner makes an owner'))
  expect(await set(owner, 'viewer')).toEqual(refused('Only an owner makes an owner'))
  expect(await set(jo, 'chief')).toEqual(refused('Your company has no role "chief".'))
  expect(await set(jo)).toEqual(refused('one role at least'))
  for (const id of [stranger, newId(), 'made up']) expect(await set(id, 'viewer')).toEqual(refused('no such member'))
  expect(await as('owner')(setting, { memberId: owner, roles: ['viewer'] })).toEqual(refused('the last owner'))
  expect(await as('owner')(setting, { memberId: jo, roles: ['executive'] })).toMatchObject({ __typename: 'MemberChanged' })
  expect((await ask(setting, { memberId: admin, roles: ['viewer'] }, { token: await signIn('jo@a.example') })).codes).toEqual([
    'FORBIDDEN',
  ])
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect(await set(jo, 'viewer')).toEqual(refused('Prove first'))
})

test('of two owners who demote each other, or both themselves, at once, one stays', async () => {
  const { as, fresh, owner, admin } = await acme()
  for (const pairs of [
    [admin, owner],
    [owner, admin],
  ]) {
    await fresh.admin`update auth.memberships set roles = '{owner}' where user_id in (${owner}, ${admin})`
    await Promise.all([
      as('owner')(setting, { memberId: pairs[0], roles: ['viewer'] }),
      as('admin')(setting, { memberId: pairs[1], roles: ['viewer'] }),
    ])
    const [left] = await fresh.admin<{ count: number }[]>`
      select count(*)::int from auth.memberships where user_id in (${owner}, ${admin}) and roles = '{owner}'`
    expect(left?.count).toBe(1)
  }
})

test('an administrator ends one session of a member, or all; one that acts elsewhere can not come back', async () => {
  const { as, ask, list, jo, stranger, admin, signIn, viewerOf } = await acme()
  const [one, other, away] = [await signIn('jo@a.example'), await signIn('jo@a.example'), await signIn('jo@a.example')]
  await ask('mutation { switchCompany(input: { companyKey: "zenith" }) { __typename } }', {}, { token: away })
  const [member] = (await list({ role: 'analyst' })).nodes
  const [session] = z.array(z.object({ id: z.string() })).parse(member?.['sessions'])
  expect(await as('admin')(ending, { memberId: jo, sessionId: session?.id })).toEqual({
    __typename: 'MemberSessionsEnded',
    count: 1,
  })
  expect((await Promise.all([one, other].map(viewerOf))).filter((viewer) => viewer === null)).toHaveLength(1)
  expect(await as('admin')(ending, { memberId: jo })).toEqual({ __typename: 'MemberSessionsEnded', count: 1 })
  expect(await Promise.all([one, other].map(viewerOf))).toEqual([null, null])
  // The token that names Acme, of the session that acts in Zenith by now, acts in none.
  expect(await viewerOf(away)).toMatchObject({ company: { key: '' }, scopes: new Set() })
  const { data } = await ask(
    'mutation { switchCompany(input: { companyKey: "acme" }) { __typename ... on UserError { message } } }',
    {},
    { token: away },
  )
  expect(data).toMatchObject({ switchCompany: { message: expect.stringContaining('has ended your sessions there') } })
  expect(await viewerOf(await signIn('jo@a.example'))).not.toBeNull()
  for (const memberId of [stranger, admin]) {
    expect(await as('admin')(ending, { memberId })).toMatchObject({ __typename: 'EndMemberSessionsRefused' })
  }
})

test('a company makes, changes and removes roles of its own; what they allow follows at once', async () => {
  const { as, jo, fresh, signIn, viewerOf, companyId } = await acme()
  const input = { name: 'auditor', description: 'Looks at the books.', scopes: ['finance:read', 'audit:read'] }
  expect(await as('owner')(creating, { input })).toEqual({ __typename: 'RoleSaved' })
  expect(await as('owner')(creating, { input })).toMatchObject({ message: 'There is a role "auditor" already.' })
  expect(await as('admin')(setting, { memberId: jo, roles: ['auditor'] })).toMatchObject({ __typename: 'MemberChanged' })
  const token = await signIn('jo@a.example')
  expect(await viewerOf(token)).toMatchObject({ company: { key: 'acme' }, scopes: new Set(['finance:read', 'audit:read']) })
  expect(await as('owner')(changing, { input: { name: 'auditor', scopes: ['finance:read', 'risk:read'] } })).toEqual({
    __typename: 'RoleSaved',
    role: { name: 'auditor', description: input.description, scopes: ['finance:read', 'risk:read'], isOwn: true, memberCount: 1 },
  })
  expect(await viewerOf(token)).toMatchObject({ scopes: new Set(['finance:read', 'risk:read']) })
  expect(await as('owner')(removing, { input: { name: 'auditor' } })).toMatchObject({ path: ['input', 'replaceBy'] })
  expect(await as('owner')(removing, { input: { name: 'auditor', replaceBy: 'viewer' } })).toMatchObject({ memberCount: 1 })
  expect(await viewerOf(token)).toMatchObject({ roles: ['viewer'] })
  expect(await fresh.admin`select from auth.roles where tenant_id = ${companyId}`).toEqual([])
})

test('a role is not a way around what may be given: not by making, changing or replacing one', async () => {
  const { as, admin, jo } = await acme()
  const refused = { __typename: 'SaveRoleRefused' }
  const create = (name: string, ...scopes: string[]) => as('admin')(creating, { input: { name, scopes } })
  expect(await create('pay-clerk', 'hr:pay:read')).toMatchObject(refused)
  expect(await create('owner', 'sales:read')).toMatchObject(refused)
  expect(await create('Sales!', 'sales:read')).toMatchObject(refused)
  expect(await create('dreamer', 'sales:dream')).toMatchObject(refused)
  expect(await create('seller', 'users:manage')).toEqual({ __typename: 'RoleSaved' })
  expect(await as('admin')(setting, { memberId: admin, roles: ['administrator', 'seller'] })).toMatchObject({
    __typename: 'MemberChanged',
  })
  // Once it is theirs, it gains nothing that they lack.
  expect(await as('admin')(changing, { input: { name: 'seller', scopes: ['sales:read'] } })).toMatchObject(refused)
  expect(await as('admin')(changing, { input: { name: 'viewer', scopes: ['sales:read'] } })).toMatchObject({
    message: expect.stringContaining('comes with the product'),
  })
  expect(await as('admin')(removing, { input: { name: 'seller', replaceBy: 'executive' } })).toMatchObject({
    __typename: 'RemoveRoleRefused',
  })
  expect(await as('admin')(removing, { input: { name: 'seller', replaceBy: 'owner' } })).toMatchObject({
    message: 'Owners are made one by one.',
  })
  expect(jo).toBeTruthy()
})

test('a role of one company is none of another, and nobody sees it there', async () => {
  const { as, ask, signIn, fresh, jo, stranger } = await acme()
  await as('owner')(creating, { input: { name: 'auditor', scopes: ['finance:read', 'hr:read'] } })
  const token = await signIn('only@z.example')
  const { data } = await ask('{ roles { name isOwn } }', {}, { token })
  expect(
    z
      .object({ roles: z.array(z.object({ isOwn: z.boolean() })) })
      .parse(data)
      .roles.every(({ isOwn }) => !isOwn),
  ).toBe(true)
  expect((await ask(setting, { memberId: jo, roles: ['auditor'] }, { token })).data).toMatchObject({
    result: { message: expect.stringContaining('no role "auditor"') },
  })
  await fresh.admin`update auth.memberships set roles = '{auditor}' where user_id = ${stranger}`
  expect((await ask('{ me { scopes } }', {}, { token })).data).toEqual({ me: { scopes: [] } })
})
