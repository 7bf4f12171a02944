import { allScopes, type Scope } from './scopes.ts'

/** What no key allows: a person does these, or answers for what was asked. */
const personal: ReadonlySet<Scope> = new Set(['ai:ask', 'keys:manage', 'roles:manage', 'settings:write', 'users:manage'])

/** What keys can allow. */
export const keyScopes: readonly Scope[] = allScopes.filter((scope) => !personal.has(scope))
