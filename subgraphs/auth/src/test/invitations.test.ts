import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshAuth, password } from './asking.ts'
import { mailbox } from './mailbox.ts'

const refused = '... on UserError { message path }'
const saved = '... on InvitationSaved { invitation { id email roles status } }'
const operations = {
  invite: `mutation ($input: InviteMemberInput!) { result: inviteMember(input: $input) { __typename ${saved} ${refused} } }`,
  resend: `mutation ($input: OneInvitationInput!) { result: resendInvitation(input: $input) { __typename ${saved} ${refused} } }`,
  revoke: `mutation ($input: OneInvitationInput!) { result: revokeInvitation(input: $input) { __typename ${saved} ${refused} } }`,
  accept: `mutation ($input: AcceptInvitationInput!) { result: acceptInvitation(input: $input) { __typename ... on SignedIn { accessToken } ... on CompanyJoined { company { key } } ${refused} } }`,
}
const resultSchema = z.object({
  result: z.object({
    __typename: z.string(),
    message: z.string().optional(),
    path: z.array(z.string()).nullish(),
    accessToken: z.string().optional(),
    company: z.object({ key: z.string() }).optional(),
    invitation: z.object({ id: z.string(), email: z.string(), roles: z.array(z.string()), status: z.string() }).optional(),
  }),
})
const email = 'new@example.com'

async function inviting() {
  const auth = await freshAuth()
  const [owner, admin] = [await auth.user('owner@a.example'), await auth.user('admin@a.example')]
  await auth.company('acme', { [owner]: 'owner', [admin]: 'administrator' })
  await auth.company('zenith', { [await auth.user('admin@z.example')]: 'administrator' })
  const token = await auth.signIn('admin@a.example')
  const act = async (operation: keyof typeof operations, input: unknown, as: string | null = token) => {
    const { data, codes } = await auth.ask(operations[operation], { input }, as === null ? {} : { token: as })
    return codes[0] === undefined ? resultSchema.parse(data).result : { __typename: String(codes[0]), message: '' }
  }
  const box = mailbox(auth)
  /** Invites, and gives the token that was mailed. */
  const invite = async (to = email, roles = ['analyst']) => {
    const { invitation } = resultSchema.shape.result.parse(await act('invite', { email: to, roles }))
    return { id: invitation?.id ?? '', link: await box.tokenTo(to) }
  }
  return { ...auth, ...box, token, act, invite }
}

test('whoever is invited gets an account with the roles, in that company, and is signed in', async () => {
  const { act, invite, ask, viewerOf, letters, audited, token, fresh } = await inviting()
  const { id, link } = await invite()
  expect((await letters())[0]).toMatchObject({ to: email, subject: 'Jo Example invites you to ACME' })
  const shown = 'query ($token: String!) { invitation(token: $token) { companyName email invitedBy hasAccount } }'
  expect((await ask(shown, { token: link })).data).toEqual({
    invitation: { companyName: 'ACME', email, invitedBy: 'Jo Example', hasAccount: false },
  })
  expect((await ask(shown, { token: 'made up' })).data).toEqual({ invitation: null })
  expect(await act('accept', { token: link, name: 'Ann', password: 'short' }, null)).toMatchObject({
    path: ['input', 'password'],
  })
  const { accessToken = '' } = (await act('accept', { token: link, name: 'Ann', password }, null)) as { accessToken?: string }
  expect(await viewerOf(accessToken)).toMatchObject({
    user: { email, name: 'Ann' },
    company: { key: 'acme' },
    roles: ['analyst'],
  })
  const { data } = await ask('{ invitations { id email roles status invitedBy { email } } }', {}, { token })
  expect(data).toEqual({
    invitations: [{ id, email, roles: ['analyst'], status: 'ACCEPTED', invitedBy: { email: 'admin@a.example' } }],
  })
  expect(await audited()).toEqual(expect.arrayContaining(['member-invited', 'invitation-accepted']))
  const [kept] = await fresh.admin<{ text: string }[]>`select string_agg(i::text, '') as text from auth.invitations i`
  for (const form of [link, Buffer.from(link).toString('hex')]) expect(kept?.text).not.toContain(form)
})

test('whoever has an account joins after signing in to it, and nobody else with their link', async () => {
  const { act, invite, user, company, signIn, ask } = await inviting()
  await company('other', { [await user(email)]: 'viewer' })
  const { link } = await invite()
  expect((await act('accept', { token: link, name: 'Jo', password }, null)).message).toContain('Sign in to it')
  expect((await act('accept', { token: link }, await signIn('admin@z.example'))).message).toContain(`is for ${email}`)
  const jo = await signIn(email)
  expect(await act('accept', { token: link }, jo)).toMatchObject({ __typename: 'CompanyJoined', company: { key: 'acme' } })
  expect(await act('accept', { token: link }, jo)).toMatchObject({ __typename: 'AcceptInvitationRefused' })
  expect((await ask('{ me { companies { key } } }', {}, { token: jo })).data).toEqual({
    me: { companies: [{ key: 'acme' }, { key: 'other' }] },
  })
  expect((await act('invite', { email, roles: ['viewer'] })).message).toContain('belongs to your company already')
})

test('of 100 uses of one invitation at once, exactly one makes an account', { timeout: 60_000 }, async () => {
  const { act, invite, fresh } = await inviting()
  const { link } = await invite()
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, index) => act('accept', { token: link, name: `Ann ${index}`, password }, null)),
  )
  expect(outcomes.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
  expect(await fresh.admin`select id from auth.users where email = ${email}`).toHaveLength(1)
})

test('an invitation runs out after seven days, is sent again with another link, and taken back', async () => {
  const { act, invite, tokenTo, fresh, signIn } = await inviting()
  const { id, link } = await invite()
  const gone = { __typename: 'AcceptInvitationRefused', path: ['input', 'token'] }
  const accept = (token: string) => act('accept', { token, name: 'Ann', password }, null)
  await fresh.admin`update auth.invitations set expires_at = now()`
  expect(await accept(link)).toMatchObject(gone)
  const theirs = await signIn('admin@z.example')
  for (const operation of ['resend', 'revoke'] as const)
    expect(await act(operation, { id }, theirs)).toMatchObject({ __typename: 'InvitationRefused' })
  expect(await act('resend', { id })).toMatchObject({ invitation: { status: 'OPEN' } })
  const second = await tokenTo(email)
  expect(await accept(link)).toMatchObject(gone)
  expect(await act('revoke', { id })).toMatchObject({ invitation: { status: 'REVOKED' } })
  expect(await accept(second)).toMatchObject(gone)
  expect(await act('resend', { id })).toMatchObject({ __typename: 'InvitationRefused' })
})

test('nobody invites who may not, with roles that are not theirs to give, or without proof of who they are', async () => {
  const { act, user, company, signIn, fresh } = await inviting()
  await company('third', { [await user('viewer@t.example')]: 'viewer' })
  expect((await act('invite', { email, roles: ['viewer'] }, await signIn('viewer@t.example'))).__typename).toBe('FORBIDDEN')
  expect((await act('invite', { email: 'not an address', roles: ['viewer'] })).path).toEqual(['input', 'email'])
  expect((await act('invite', { email, roles: ['king'] })).message).toContain('no role "king"')
  expect((await act('invite', { email, roles: ['owner'] })).message).toBe('Only an owner makes an owner.')
  expect((await act('invite', { email, roles: ['executive'] })).message).toContain('You can not give')
  expect((await act('invite', { email, roles: [] })).path).toEqual(['input', 'roles'])
  const owner = await signIn('owner@a.example')
  expect(await act('invite', { email, roles: ['owner', 'executive'] }, owner)).toMatchObject({ __typename: 'InvitationSaved' })
  await fresh.admin`update auth.sessions set proven_at = now() - interval '16 minutes'`
  expect((await act('invite', { email, roles: ['viewer'] })).message).toContain('Prove first')
})
