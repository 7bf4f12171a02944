import { allScopes, type Scope } from './scopes.ts'

/** Reading every domain, of every org unit and sales person. */
const readsEverything: readonly Scope[] = [
  'sales:read',
  'finance:read',
  'hr:read',
  'products:read',
  'risk:read',
  'reports:read',
  'sales:all',
  'hr:all',
]

/** What each role allows. Which rows a manager or a sales person sees is up to the rules of each domain. */
const scopesOfRole: Readonly<Record<string, readonly Scope[]>> = {
  owner: allScopes,
  administrator: ['users:manage', 'roles:manage', 'keys:manage', 'audit:read', 'import:write', 'health:read', 'settings:write'],
  executive: [
    ...readsEverything,
    'hr:pay:aggregate',
    'finance:payroll:read',
    'explain:sql',
    'reports:write',
    'ai:ask',
    'risk:approve',
  ],
  manager: [
    'sales:read',
    'products:read',
    'risk:read',
    'hr:read',
    'finance:read',
    'reports:read',
    'sales:write',
    'products:write',
    'hr:write',
    'expenses:approve',
    'risk:write',
    'ai:ask',
    'reports:write',
  ],
  analyst: [...readsEverything, 'explain:sql', 'explore:introspect', 'reports:write', 'ai:ask'],
  viewer: [...readsEverything, 'ai:ask'],
  // A partner's rights are those of the key that they come with.
  partner: [],
}

/** Names of the roles that come with the product. */
export const roleNames: readonly string[] = Object.keys(scopesOfRole)

/** What each of them is for. */
export const roleDescriptions: Readonly<Record<string, string>> = {
  owner: 'Everything, single salaries included. A company has one at least.',
  administrator: 'Members, roles, keys, the audit log and imports; no business data.',
  executive: 'Reads every domain, pay in sums; approves risks.',
  manager: 'Works with sales, products, risks, people and spend of their own org units and all beneath.',
  analyst: 'Reads every domain without pay and personal fields; sees the SQL behind figures.',
  viewer: 'Reads every domain without pay, personal fields and SQL.',
  partner: 'Nothing by itself: partners come with a key, which has rights of its own.',
}

/**
 * What someone with these roles may do. A role that is not known allows nothing.
 * @param own the scopes of those of the roles that are the company's own.
 */
export function scopesOf(roles: readonly string[], own: readonly string[] = []): ReadonlySet<Scope> {
  return new Set([...roles.flatMap((role) => scopesOfRole[role] ?? []), ...own.filter(isScope)])
}

const known: ReadonlySet<string> = new Set(allScopes)

/** Whether a word is a scope. */
export const isScope = (word: string): word is Scope => known.has(word)
