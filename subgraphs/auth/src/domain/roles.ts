/** Everything that can be allowed. */
export const allScopes = [
  'ai:ask',
  'audit:read',
  'expenses:approve',
  'explain:sql',
  'explore:introspect',
  'finance:payroll:read',
  'finance:read',
  'finance:write',
  'health:read',
  'hr:all',
  'hr:pay:aggregate',
  'hr:pay:read',
  'hr:personal:read',
  'hr:read',
  'hr:write',
  'import:write',
  'keys:manage',
  'products:read',
  'products:write',
  'reports:read',
  'reports:write',
  'risk:approve',
  'risk:read',
  'risk:write',
  'roles:manage',
  'sales:all',
  'sales:read',
  'sales:write',
  'settings:write',
  'users:manage',
] as const

export type Scope = (typeof allScopes)[number]

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

/** What someone with these roles may do. A role that is not known allows nothing. */
export function scopesOf(roles: readonly string[]): ReadonlySet<Scope> {
  return new Set(roles.flatMap((role) => scopesOfRole[role] ?? []))
}
