import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { resetMemberSecondFactor, unlockMember } from '../commands/unlock-member.ts'
import { signedIn } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What an administrator does for members who can't sign in. */
export const unlockMutations: Pick<Serving<MutationResolvers, object>, 'unlockMember' | 'resetMemberSecondFactor'> = {
  unlockMember: (_, { input }, context) =>
    orRefused(
      'UnlockMemberRefused',
      unlockMember(context.parts, context.request, signedIn(context), input.email).then((unlocked) => ({
        __typename: 'MemberUnlocked' as const,
        ...unlocked,
      })),
    ),
  resetMemberSecondFactor: (_, { input }, context) =>
    orRefused(
      'UnlockMemberRefused',
      resetMemberSecondFactor(context.parts, context.request, signedIn(context), input.email).then((unlocked) => ({
        __typename: 'MemberUnlocked' as const,
        ...unlocked,
      })),
    ),
}
