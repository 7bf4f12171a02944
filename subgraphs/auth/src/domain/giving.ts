import type { Scope } from './scopes.ts'

/** Scopes that only who holds them gives to others; the rest of a role is given by whoever manages members or roles. */
export const reservedScopes: readonly Scope[] = [
  'finance:payroll:read',
  'hr:pay:aggregate',
  'hr:pay:read',
  'hr:personal:read',
  'keys:manage',
  'risk:approve',
  'roles:manage',
  'settings:write',
  'users:manage',
]

const reserved: ReadonlySet<string> = new Set(reservedScopes)

/** Who gives: what they may do themselves, and whether they give to themselves, too. */
export interface Giver {
  readonly scopes: ReadonlySet<string>
  readonly toThemselves: boolean
}

/**
 * The scopes among `added` that the giver may not give: to themselves any that they lack, to others a reserved one that they
 * lack. So nobody raises themselves, and pay, personal fields, approval of risks and administration come from their holders alone.
 */
export function notToGive(added: Iterable<string>, { scopes, toThemselves }: Giver): string[] {
  return [...added].filter((scope) => !scopes.has(scope) && (toThemselves || reserved.has(scope))).sort()
}
