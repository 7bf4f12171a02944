import { badInput } from '@aems/kit/errors.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { apiKeyHolder } from '../commands/api-key-holder.ts'
import { whoCanSee } from '../commands/who-can-see.ts'
import { signedIn } from '../context.ts'
import { reservedScopes } from '../domain/giving.ts'
import { scopeDescriptions } from '../domain/scopes.ts'
import type { QueryResolvers } from '../graph.generated.ts'
import { viewerOf } from '../viewers.ts'
import { mayRead } from './import.ts'
import { invitationQueries } from './invitation.ts'
import { outbox } from './mail.ts'
import { waysToSignIn } from './registration.ts'

export const Query: Serving<QueryResolvers, object> = {
  me: (_, __, { viewer }) => viewer,
  signingKeys: (_, __, { parts }) => parts.accessTokens.keySet(),
  viewer: async (_, { accessToken }, { parts }) => {
    const claims = await parts.accessTokens.read(accessToken)
    const viewer = claims && (await viewerOf(parts, claims))
    return viewer && { ...viewer, scopes: [...viewer.scopes] }
  },
  outbox,
  waysToSignIn,
  ...invitationQueries,
  import: (_, { id }, context) => mayRead(id, context),
  imports: (_, { first }, context) => {
    const count = first ?? 20
    if (count < 1 || count > 1_000) throw badInput(`first is ${count}; it can be 1 to 1,000.`)
    return context.parts.imports.ofCompany(signedIn(context).company.id, count)
  },
  whoCanSee: (_, { field = null, metric = null }, context) =>
    whoCanSee(context.parts, context.members, signedIn(context), { field, metric }),
  auditEvents: (_, { first, after, ...limits }, { auditEvents }) => auditEvents.list(limits, { first, after }),
  apiKeyHolder: (_, { key, address }, { parts, request }) => apiKeyHolder(parts, request, { key, address }),
  apiKeys: (_, { ended }, context) => context.parts.apiKeys.ofCompany(signedIn(context).company.id, ended ?? false),
  members: (_, { search, role, suspended, first, after }, { members }) =>
    members.list({ search, role, suspended }, { first, after }),
  member: (_, { id }, { members }) => members.byId(id),
  roles: (_, __, context) => context.parts.roles.ofCompany(signedIn(context).company.id),
  scopes: () =>
    Object.entries(scopeDescriptions).map(([name, description]) => ({
      name,
      description,
      isReserved: reservedScopes.some((scope) => scope === name),
    })),
}
