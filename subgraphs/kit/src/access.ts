import { satisfies } from '@aems/schema/catalogue.ts'
import type { Access } from '@aems/schema/classification.ts'
import { GraphError, unauthenticated } from './errors.ts'
import { noCompany, type Viewer } from './viewer.ts'

/**
 * Holds a viewer to what a field demands; router and subgraph refuse in the same words.
 * @param path the field, as `Type.field`.
 * @throws GraphError UNAUTHENTICATED, or FORBIDDEN naming the field and the scopes that would do.
 */
export function requireAccess(path: string, demand: Access, viewer: Viewer | null): void {
  if (demand.kind === 'public') return
  if (!viewer) throw unauthenticated()
  if (demand.kind === 'authenticated' || satisfies(viewer.scopes, demand.anyOf)) return
  throw new GraphError('FORBIDDEN', refusal(path, demand.anyOf, viewer), { field: path })
}

function refusal(path: string, anyOf: readonly (readonly string[])[], viewer: Viewer): string {
  if (viewer.company.id === noCompany.id) {
    return `You may not read ${path} yet: you act in no company. Replace a one-time password first; then import a company (npm run import -- FOLDER) or have an owner add you to theirs.`
  }
  const needed = anyOf.map((all) => all.join(' and ')).join(', or ')
  return `You may not read ${path}: it needs ${needed}. An owner of the company can give it to you.`
}
