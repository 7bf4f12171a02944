import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { changePassword } from '../commands/change-password.ts'
import { forgotPassword, resetPassword } from '../commands/reset-password.ts'
import { signedIn } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What one does about one's own password. */
export const passwordMutations: Pick<
  Serving<MutationResolvers, object>,
  'changePassword' | 'forgotPassword' | 'resetPassword'
> = {
  changePassword: (_, { input }, context) =>
    orRefused(
      'ChangePasswordRefused',
      changePassword(context.parts, context.request, signedIn(context), input).then((changed) => ({
        __typename: 'PasswordChanged' as const,
        ...changed,
      })),
    ),
  forgotPassword: async (_, { input }, { parts, request }) => {
    forgotPassword(parts, request, input.email)
    return true
  },
  resetPassword: (_, { input }, { parts, request }) =>
    orRefused(
      'ResetPasswordRefused',
      resetPassword(parts, request, input).then((reset) => ({ __typename: 'PasswordReset' as const, ...reset })),
    ),
}
