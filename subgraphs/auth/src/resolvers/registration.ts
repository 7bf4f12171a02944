import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { changeEmail, verifyEmail } from '../commands/change-email.ts'
import { finishRegistration, register } from '../commands/register.ts'
import { signedIn } from '../context.ts'
import type { IdentitySettings } from '../environment.ts'
import type { MutationResolvers, QueryResolvers } from '../graph.generated.ts'

/** How people come to an account here. */
export const waysToSignIn: Serving<QueryResolvers, object>['waysToSignIn'] = (_, __, { parts: { settings } }) => ({
  registration: modes[settings.registration],
  providers: settings.providers.map(({ id, label }) => ({ id, label, path: `/auth/oidc/${id}` })),
})

const modes = { open: 'OPEN', invited: 'INVITED', closed: 'CLOSED' } as const satisfies Record<
  IdentitySettings['registration'],
  string
>

type Names = 'register' | 'finishRegistration' | 'changeEmail' | 'verifyEmail'

/** Accounts that people make themselves, and their addresses. */
export const registrationMutations: Pick<Serving<MutationResolvers, object>, Names> = {
  register: (_, { input }, { parts, request }) =>
    orRefused(
      'RegisterRefused',
      register(parts, request, input.email).then((mailed) => ({
        __typename: 'LinkMailed' as const,
        ...mailed,
      })),
    ),
  finishRegistration: (_, { input }, { parts, request }) =>
    orRefused(
      'RegisterRefused',
      finishRegistration(parts, request, input).then((begun) => ({ __typename: 'SignedIn' as const, ...begun })),
    ),
  changeEmail: (_, { input }, context) =>
    orRefused(
      'ChangeEmailRefused',
      changeEmail(context.parts, context.request, signedIn(context), input.email).then((mailed) => ({
        __typename: 'LinkMailed' as const,
        ...mailed,
      })),
    ),
  verifyEmail: (_, { input }, { parts, request }) =>
    orRefused(
      'ChangeEmailRefused',
      verifyEmail(parts, request, input.token).then((verified) => ({ __typename: 'EmailVerified' as const, ...verified })),
    ),
}
