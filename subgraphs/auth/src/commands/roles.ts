import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { RoleRow } from '../data/roles.ts'
import { notToGive } from '../domain/giving.ts'
import { isScope, roleNames } from '../domain/roles.ts'
import type { Parts } from '../parts.ts'
import { inWords, recordIn } from './administration.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

const rightNames = /^[a-z][a-z0-9-]{1,39}$/
const longestDescription = 300

/** @throws Refusal where the name will not do or is taken, or the viewer may not give what the role allows. */
export async function createRole(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { name, description, scopes }: { name: string; description: string; scopes: readonly string[] },
): Promise<{ name: string }> {
  await requireProof(parts, viewer)
  const path = ['input', 'name']
  if (!rightNames.test(name)) {
    throw new Refusal('A name has 2 to 40 small letters, digits and dashes, and begins with a letter.', path, 'value')
  }
  const role = { name, description: checkedDescription(description), scopes: checkedScopes(scopes) }
  requireGiven(role.scopes, viewer, false)
  const added = !roleNames.includes(name) && (await parts.roles.add(viewer.company.id, role))
  if (!added) throw new Refusal(`There is a role "${name}" already.`, path)
  await recordIn(parts, request, viewer, 'role-created', role)
  return { name }
}

/** @throws Refusal where it is none of the company's own, or the viewer may not give what the role is to allow besides. */
export async function changeRole(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { name, description, scopes }: { name: string; description: string | null; scopes: readonly string[] | null },
): Promise<{ name: string }> {
  await requireProof(parts, viewer)
  const before = await ownRole(parts, viewer, name)
  const role = {
    name,
    description: description === null ? before.description : checkedDescription(description),
    scopes: scopes === null ? before.scopes : checkedScopes(scopes),
  }
  const gained = role.scopes.filter((scope) => !before.scopes.includes(scope))
  requireGiven(gained, viewer, viewer.roles.includes(name))
  if (!(await parts.roles.change(viewer.company.id, role))) throw noSuchRole(name)
  await recordIn(parts, request, viewer, 'role-changed', { ...role, before: before.scopes, gained })
  return { name }
}

/** @throws Refusal where it is none of the company's own, or is held and nothing is to replace it. */
export async function removeRole(
  parts: Parts,
  request: Request,
  viewer: Viewer,
  { name, replaceBy }: { name: string; replaceBy: string | null },
): Promise<{ name: string; memberCount: number }> {
  await requireProof(parts, viewer)
  const removed = await ownRole(parts, viewer, name)
  if (replaceBy !== null) await requireReplacement(parts, viewer, removed, replaceBy)
  const outcome = await parts.roles.remove(viewer.company.id, name, replaceBy)
  if (outcome === 'gone') throw noSuchRole(name)
  if (outcome === 'held') {
    const path = ['input', 'replaceBy']
    throw new Refusal(`Members hold the role ${name}. Say which one they get in its place, or give them others first.`, path)
  }
  await recordIn(parts, request, viewer, 'role-removed', { name, replaceBy, memberCount: outcome })
  return { name, memberCount: outcome }
}

async function requireReplacement({ roles }: Parts, viewer: Viewer, removed: RoleRow, replaceBy: string): Promise<void> {
  const path = ['input', 'replaceBy']
  const other = (await roles.ofCompany(viewer.company.id)).find(({ name }) => name === replaceBy)
  if (!other || other.name === removed.name) throw new Refusal(`There is no other role "${replaceBy}".`, path, 'reference')
  if (other.name === 'owner') throw new Refusal('Owners are made one by one.', path)
  const gained = other.scopes.filter((scope) => !removed.scopes.includes(scope))
  requireGiven(gained, viewer, viewer.roles.includes(removed.name), path)
}

async function ownRole({ roles }: Parts, viewer: Viewer, name: string): Promise<RoleRow> {
  const role = (await roles.ofCompany(viewer.company.id)).find((each) => each.name === name)
  if (!role) throw noSuchRole(name)
  if (!role.isOwn) throw new Refusal(`The role ${name} comes with the product and stays as it is.`, ['input', 'name'])
  return role
}

const noSuchRole = (name: string): Refusal => new Refusal(`Your company has no role "${name}".`, ['input', 'name'], 'reference')

function checkedDescription(description: string): string {
  const text = description.trim()
  if (text.length <= longestDescription) return text
  throw new Refusal(`A description has ${longestDescription} characters at most.`, ['input', 'description'], 'value')
}

function checkedScopes(scopes: readonly string[]): string[] {
  const path = ['input', 'scopes']
  const unknown = scopes.find((scope) => !isScope(scope))
  if (unknown !== undefined) {
    throw new Refusal(`There is no scope "${unknown}". The query scopes lists those that there are.`, path, 'reference')
  }
  if (scopes.length === 0) throw new Refusal('A role allows one thing at least.', path, 'value')
  return [...new Set(scopes)].sort()
}

function requireGiven(gained: readonly string[], viewer: Viewer, toThemselves: boolean, path = ['input', 'scopes']): void {
  const refused = notToGive(gained, { scopes: viewer.scopes, toThemselves })
  if (refused.length > 0)
    throw new Refusal(`You can not give ${inWords(refused)}: you do not have it yourself. An owner can.`, path)
}
