import { expect, test } from 'vitest'
import { requireAccess } from '../access.ts'
import { noCompany, type Viewer } from '../viewer.ts'

const scoped = { kind: 'scopes', anyOf: [['sales:read'], ['reports:read', 'ai:ask']] } as const

const viewer = (scopes: readonly string[], company = { ...noCompany, id: '01a20e00-0000-7000-8000-000000000001' }): Viewer => ({
  user: { id: 'u', name: 'Ada', email: 'ada@example.com' },
  company,
  roles: [],
  scopes: new Set(scopes),
  salesPersonId: null,
  employeeId: null,
  sessionId: 's',
})

const refusal = (who: Viewer | null): string | null => {
  try {
    requireAccess('Query.orders', scoped, who)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('one of the lists of scopes will do, all of it', () => {
  expect(refusal(viewer(['sales:read']))).toBeNull()
  expect(refusal(viewer(['reports:read', 'ai:ask']))).toBeNull()
  expect(refusal(viewer(['reports:read']))).toBe(
    'You may not read Query.orders: it needs sales:read, or reports:read and ai:ask. An owner of the company can give it to you.',
  )
})

test('whoever is not signed in is told to sign in', () => {
  expect(refusal(null)).toBe('Sign in first.')
})

test('whoever acts in no company is told how to come to one', () => {
  expect(refusal(viewer([], noCompany))).toMatch(/you act in no company.*npm run import/)
})

test('what is public is for everyone', () => {
  expect(() => requireAccess('Query.me', { kind: 'public' }, null)).not.toThrow()
})
