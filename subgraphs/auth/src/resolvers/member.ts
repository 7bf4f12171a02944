import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { suspendMember } from '../commands/suspend-member.ts'
import { type Context, signedIn } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What an administrator does about members of the company. */
export const memberMutations: Pick<Serving<MutationResolvers, object>, 'suspendMember' | 'restoreMember'> = {
  suspendMember: (_, { input }, context) =>
    orRefused(
      'SuspendMemberRefused',
      change(context, input.email, true).then((changed) => ({ __typename: 'MemberSuspended' as const, ...changed })),
    ),
  restoreMember: (_, { input }, context) =>
    orRefused(
      'SuspendMemberRefused',
      change(context, input.email, false).then((changed) => ({ __typename: 'MemberRestored' as const, ...changed })),
    ),
}

const change = (context: Context, email: string, suspended: boolean) =>
  suspendMember(context.parts, context.request, signedIn(context), { email, suspended })
