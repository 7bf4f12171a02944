import { demandsOfField, demandsOfMetric } from '@aems/kit/demands.ts'
import { badInput } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { MemberRow, Members } from '../data/members.ts'
import { rolesWith, scopesThatLet } from '../domain/sight.ts'
import type { Parts } from '../parts.ts'

/** Members that are looked through, at most. */
const mostMembers = 1_000

/** Who in a company can see something, and by what. */
export interface Sight {
  readonly isPublic: boolean
  readonly demands: readonly (readonly (readonly string[])[])[]
  readonly members: readonly {
    readonly user: MemberRow['user']
    readonly scopes: readonly string[]
    readonly roles: readonly string[]
  }[]
  readonly keys: readonly { readonly id: string; readonly name: string; readonly scopes: readonly string[] }[]
}

/**
 * Which members and keys of the viewer's company may read a field or a metric, and the scopes and roles that let them.
 * @throws GraphError BAD_INPUT where there is no such field or metric, or not exactly one is named.
 */
export async function whoCanSee(
  { roles, apiKeys }: Parts,
  members: Members,
  { company }: Viewer,
  { field, metric }: { field: string | null; metric: string | null },
): Promise<Sight> {
  if ((field === null) === (metric === null))
    throw badInput('Name a field, such as Order.netAmount, or a metric, such as sales.NET_REVENUE.')
  const found = field === null ? demandsOfMetric(metric ?? '') : demandsOfField(field)
  if (!found) throw badInput(`There is no ${field === null ? `metric ${metric}` : `field ${field}`} in the graph.`)
  const demands = found.flatMap((demand) => (demand.kind === 'scopes' ? [demand.anyOf] : []))
  const [{ nodes }, ofCompany, keys] = await Promise.all([
    members.list({ suspended: false }, { first: mostMembers }),
    roles.ofCompany(company.id),
    apiKeys.ofCompany(company.id, false),
  ])
  const allowed = new Map(ofCompany.map(({ name, scopes }) => [name, new Set(scopes)]))
  return {
    isPublic: found.length > 0 && found.every(({ kind }) => kind === 'public'),
    demands,
    members: nodes.flatMap((member) => {
      const scopes = scopesThatLet(new Set(member.scopes), demands)
      return scopes
        ? [{ user: member.user, scopes, roles: rolesWith(scopes, member.roles, (role) => allowed.get(role) ?? new Set()) }]
        : []
    }),
    keys: keys.flatMap(({ id, name, scopes: held }) => {
      const scopes = scopesThatLet(new Set(held), demands)
      return scopes ? [{ id, name, scopes }] : []
    }),
  }
}
