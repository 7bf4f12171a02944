import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkAccess } from '../metrics/access.ts'
import { additive } from '../metrics/definition.ts'
import type { MetricsQuery } from '../metrics/query.ts'
import { declared, type MadeUpDimension, staff, viewerOf } from './made-up.ts'

const headcount = additive<MadeUpDimension>({ kind: 'sum', fact: staff, value: () => sql`1` })
const none = { kind: 'value' as const, members: [], all: [] }
const plain = declared({
  metrics: { HEADCOUNT: headcount, PAYROLL: headcount },
  dimensions: { UNIT: none, GENDER: none, CUSTOMER: none, AGE_BUCKET: none },
})
const scoped = { scopes: [['hr:pay:read'], ['finance:read', 'finance:payroll:read']] }
const payroll = plain.declaredMetrics.get('PAYROLL')
const catalogue = {
  ...plain,
  declaredMetrics: new Map([...plain.declaredMetrics, ...(payroll ? [['PAYROLL', { ...payroll, ...scoped }] as const] : [])]),
  declaredDimensions: new Map([
    [
      'GENDER',
      {
        domain: 'sales',
        name: 'GENDER',
        label: 'Gender',
        description: '',
        says: [],
        entity: null,
        members: [],
        scopes: [['hr:personal:read']],
      },
    ],
  ]),
}

type Query = MetricsQuery<'HEADCOUNT' | 'PAYROLL', MadeUpDimension>

const refusal = (query: Partial<Query>, ...scopes: string[]): string | null => {
  try {
    checkAccess(catalogue, { metrics: ['HEADCOUNT'], ...query }, { ...viewerOf('company'), scopes: new Set(scopes) })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('a metric that needs a scope is refused without it: as a figure, in a threshold and in an order', () => {
  const denied = 'You may not see PAYROLL; ask an administrator for the right to.'
  expect(refusal({ metrics: ['HEADCOUNT', 'PAYROLL'] })).toBe(denied)
  expect(refusal({ having: [{ metric: 'PAYROLL', over: '1' }] })).toBe(denied)
  expect(refusal({ orderBy: { metric: 'PAYROLL' } })).toBe(denied)
  expect(refusal({ metrics: ['PAYROLL'] }, 'finance:read')).toBe(denied)
  expect(refusal({ metrics: ['PAYROLL'] }, 'hr:pay:read')).toBeNull()
  expect(refusal({ metrics: ['PAYROLL'] }, 'finance:read', 'finance:payroll:read')).toBeNull()
  expect(refusal({})).toBeNull()
})

test('a dimension that needs a scope is refused without it: as a split and in a condition', () => {
  const denied = 'You may not tell figures apart by GENDER; ask an administrator for the right to.'
  expect(refusal({ by: ['GENDER'] })).toBe(denied)
  expect(refusal({ where: [{ dimension: 'GENDER', in: ['female'] }] })).toBe(denied)
  expect(refusal({ by: ['GENDER'] }, 'hr:personal:read')).toBeNull()
})
