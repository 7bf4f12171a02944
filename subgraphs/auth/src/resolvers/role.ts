import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { changeRole, createRole, removeRole } from '../commands/roles.ts'
import { type Context, signedIn } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What an administrator does about the company's own roles. */
export const roleMutations: Pick<Serving<MutationResolvers, object>, 'createRole' | 'changeRole' | 'removeRole'> = {
  createRole: (_, { input }, context) =>
    orRefused(
      'SaveRoleRefused',
      createRole(context.parts, context.request, signedIn(context), { ...input, description: input.description ?? '' }).then(
        (saved) => role(context, saved),
      ),
    ),
  changeRole: (_, { input: { name, description = null, scopes = null } }, context) =>
    orRefused(
      'SaveRoleRefused',
      changeRole(context.parts, context.request, signedIn(context), { name, description, scopes }).then((saved) =>
        role(context, saved),
      ),
    ),
  removeRole: (_, { input: { name, replaceBy = null } }, context) =>
    orRefused(
      'RemoveRoleRefused',
      removeRole(context.parts, context.request, signedIn(context), { name, replaceBy }).then((removed) => ({
        __typename: 'RoleRemoved' as const,
        ...removed,
      })),
    ),
}

async function role(context: Context, { name }: { name: string }) {
  const saved = (await context.parts.roles.ofCompany(signedIn(context).company.id)).find((each) => each.name === name)
  if (!saved) throw new TypeError('A role was saved that is not there.')
  return { __typename: 'RoleSaved' as const, role: saved }
}
