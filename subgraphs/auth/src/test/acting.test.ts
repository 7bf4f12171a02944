import { expect, test } from 'vitest'
import { freshAuth, grantOf } from './asking.ts'

const operatorKey = 'the operator key of a test'
const acting = `mutation ($input: ActAsInput!) {
  actAs(input: $input) { __typename ... on ActingAs { accessToken expiresAt } ... on UserError { message path } }
}`

test('whoever holds the operator key gets a token of one minute on behalf of someone, and the log knows', async () => {
  const { fresh, ask, user, company, viewerOf } = await freshAuth({ operatorKey })
  const first = await user('jo@example.com', { mustChangePassword: true })
  const other = await user('al@example.com')
  await company('acme', { [first]: 'owner', [other]: 'viewer' })
  const granted = grantOf(await ask(acting, { input: { operatorKey } }), 'actAs')
  expect(Date.parse(granted.expiresAt) - Date.now()).toBeLessThanOrEqual(60_000)
  expect(await viewerOf(granted.accessToken)).toMatchObject({ user: { id: first }, company: { key: 'acme' }, roles: ['owner'] })
  const asOther = grantOf(await ask(acting, { input: { operatorKey, email: 'al@example.com', companyKey: 'acme' } }), 'actAs')
  expect(await viewerOf(asOther.accessToken)).toMatchObject({ user: { id: other }, roles: ['viewer'] })
  expect(await fresh.admin`select action, user_id from auth.audit_log order by at, id`).toEqual([
    { action: 'acted-as', user_id: first },
    { action: 'acted-as', user_id: other },
  ])
})

test('a wrong operator key gives nothing, and without one on the server neither does the right one', async () => {
  for (const options of [{ operatorKey }, {}]) {
    const { ask, user, audited } = await freshAuth(options)
    await user('jo@example.com')
    const input = { operatorKey: options.operatorKey === undefined ? operatorKey : 'a guess' }
    expect((await ask(acting, { input })).data).toMatchObject({ actAs: { __typename: 'ActAsRefused' } })
    const importing = `mutation ($operatorKey: String!) { startImport(input: { operatorKey: $operatorKey, directory: "/" }) { __typename } }`
    expect((await ask(importing, input)).data).toEqual({ startImport: { __typename: 'StartImportRefused' } })
    expect(await audited()).toEqual([])
  }
})

test('nobody acts for someone unknown, or in a company that they do not belong to', async () => {
  const { ask, user, company } = await freshAuth({ operatorKey })
  await user('jo@example.com')
  await company('acme')
  const refusals = []
  for (const input of [{ email: 'nobody@example.com' }, { companyKey: 'acme' }]) {
    refusals.push((await ask(acting, { input: { operatorKey, ...input } })).data?.['actAs'])
  }
  expect(refusals).toEqual([
    { __typename: 'ActAsRefused', message: 'Nobody here has the e-mail nobody@example.com.', path: ['input', 'email'] },
    {
      __typename: 'ActAsRefused',
      message: 'jo@example.com does not belong to a company "acme". They belong to none.',
      path: ['input', 'companyKey'],
    },
  ])
})

test('acting for someone, one does not change their password or move their session', async () => {
  const { ask, user, company } = await freshAuth({ operatorKey })
  await company('acme', { [await user('jo@example.com')]: 'owner' })
  const token = grantOf(await ask(acting, { input: { operatorKey } }), 'actAs').accessToken
  const { data } = await ask(
    `mutation {
      changePassword(input: { currentPassword: "correct horse battery staple", newPassword: "seven small boats at sea" }) { __typename }
      switchCompany(input: { companyKey: "acme" }) { __typename }
    }`,
    {},
    { token },
  )
  expect(data).toEqual({
    changePassword: { __typename: 'ChangePasswordRefused' },
    switchCompany: { __typename: 'SwitchCompanyRefused' },
  })
})
