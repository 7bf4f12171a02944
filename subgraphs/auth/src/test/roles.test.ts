import { domains, subgraphSdl } from '@aems/schema/sdl.ts'
import { expect, test } from 'vitest'
import { roleNames, scopesOf } from '../domain/roles.ts'
import { allScopes } from '../domain/scopes.ts'

test('an owner may do everything; administrators, partners and roles unknown see no business data', () => {
  expect(scopesOf(['owner'])).toEqual(new Set(allScopes))
  for (const role of ['administrator', 'partner', 'no such role']) {
    expect([...scopesOf([role])].filter((scope) => /^(sales|finance|hr|products|risk|reports|ai):/.test(scope))).toEqual([])
  }
})

test('single salaries belong to the owner alone, personal fields and payroll to few', () => {
  const holders = (scope: (typeof allScopes)[number]) => roleNames.filter((role) => scopesOf([role]).has(scope))
  expect(holders('hr:pay:read')).toEqual(['owner'])
  expect(holders('hr:personal:read')).toEqual(['owner'])
  expect(holders('finance:payroll:read')).toEqual(['owner', 'executive'])
  expect(holders('hr:pay:aggregate')).toEqual(['owner', 'executive'])
  expect(holders('explain:sql')).toEqual(['owner', 'executive', 'analyst'])
  expect(holders('sales:all')).not.toContain('manager')
})

test('several roles allow what each of them allows', () => {
  expect(scopesOf(['viewer', 'administrator'])).toEqual(scopesOf(['viewer']).union(scopesOf(['administrator'])))
})

test('every scope that the schema demands is one that somebody can have', () => {
  const demanded = domains.flatMap((domain) =>
    [...subgraphSdl(domain).matchAll(/scopes: (\[\[.*?\]\])/g)].flatMap(([, lists = '']) => JSON.parse(lists).flat()),
  )
  expect(demanded.length).toBeGreaterThan(0)
  expect(demanded.filter((scope) => !new Set<string>(allScopes).has(scope))).toEqual([])
})
