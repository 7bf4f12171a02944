import { expect, test } from 'vitest'
import { freshAuth, grantOf, password, signInOperation } from './asking.ts'

test('with e-mail and password, in any case and with spaces around, one gets a token that says who one is', async () => {
  const { ask, user, company, viewerOf } = await freshAuth()
  const id = await user('jo@example.com')
  await company('acme', { [id]: 'analyst' })
  const answer = await ask(signInOperation, { input: { email: ' Jo@Example.com ', password } })
  const viewer = await viewerOf(grantOf(answer, 'signIn').accessToken)
  expect(viewer).toMatchObject({
    user: { id, name: 'Jo Example', email: 'jo@example.com' },
    company: { key: 'acme', currency: 'EUR', fiscalYearStartMonth: 1, timeZone: 'UTC', asOf: '2026-03-31' },
    roles: ['analyst'],
  })
  expect(viewer?.scopes.has('sales:read')).toBe(true)
  expect(viewer?.scopes.has('import:write')).toBe(false)
})

test('unknown person, wrong password and disabled account get the same answer', async () => {
  const { ask, user, audited } = await freshAuth()
  await user('jo@example.com')
  await user('gone@example.com', { disabledAt: new Date() })
  const answers = await Promise.all(
    [
      { email: 'jo@example.com', password: 'not the password at all' },
      { email: 'nobody@example.com', password },
      { email: 'gone@example.com', password },
    ].map(async (input) => (await ask(signInOperation, { input })).data),
  )
  expect(answers[0]).toMatchObject({ signIn: { __typename: 'SignInRefused' } })
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await audited()).toEqual(['sign-in-refused', 'sign-in-refused', 'sign-in-refused'])
})
