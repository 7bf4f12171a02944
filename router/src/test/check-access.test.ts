import type { Viewer } from '@aems/kit/viewer.ts'
import type { Access, Classification } from '@aems/schema/classification.ts'
import { buildSchema, parse } from 'graphql'
import { expect, test } from 'vitest'
import { checkAccess } from '../access/check.ts'

const schema = buildSchema(`
  interface UserError { message: String }
  type SignedIn { token: String }
  type SignInRefused implements UserError { message: String }
  type OrderRefused implements UserError { message: String why: String }
  type Order { id: ID }
  union SignInResult = SignedIn | SignInRefused
  union OrderResult = Order | OrderRefused
  type Query { signIn: SignInResult order: OrderResult error: UserError }
`)
const open: readonly Access[] = [{ kind: 'public' }]
const scoped: readonly Access[] = [{ kind: 'scopes', anyOf: [['sales:write']] }]
const access: Classification = new Map([
  [
    'Query',
    new Map([
      ['signIn', open],
      ['order', open],
      ['error', open],
    ]),
  ],
  ['SignedIn', new Map([['token', open]])],
  ['SignInRefused', new Map([['message', open]])],
  ['Order', new Map([['id', open]])],
  [
    'OrderRefused',
    new Map([
      ['message', scoped],
      ['why', scoped],
    ]),
  ],
])
const nobody: Viewer | null = null
const check = (operation: string) => () => checkAccess(parse(operation), schema, access, nobody)

test('within a union, an interface stands for the types of that union alone', () => {
  expect(check('{ signIn { ... on SignedIn { token } ... on UserError { message } } }')).not.toThrow()
  expect(check('{ order { ... on UserError { message } } }')).toThrow('Sign in first.')
  expect(check('{ order { ... on UserError { ... on OrderRefused { why } } } }')).toThrow('Sign in first.')
})

test('anywhere else an interface stands for all of its types', () => {
  expect(check('{ error { message } }')).toThrow('Sign in first.')
  // A named fragment could be spread anywhere.
  expect(check('{ signIn { ...F } } fragment F on UserError { message }')).toThrow('Sign in first.')
  expect(check('{ error { ... on SignInRefused { message } } }')).not.toThrow()
})
