import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewBackupCodes } from '../commands/second-factor.ts'
import { signedIn } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

type Names = 'beginSecondFactor' | 'confirmSecondFactor' | 'renewBackupCodes' | 'removeSecondFactor'

/** What one changes about one's own second factor. */
export const secondFactorMutations: Pick<Serving<MutationResolvers, object>, Names> = {
  beginSecondFactor: (_, __, context) =>
    orRefused(
      'SecondFactorRefused',
      beginSecondFactor(context.parts, signedIn(context)).then((begun) => ({
        __typename: 'SecondFactorBegun' as const,
        ...begun,
      })),
    ),
  confirmSecondFactor: (_, { input }, context) =>
    orRefused(
      'SecondFactorRefused',
      confirmSecondFactor(context.parts, context.request, signedIn(context), input.code).then((codes) => ({
        __typename: 'BackupCodes' as const,
        ...codes,
      })),
    ),
  renewBackupCodes: (_, __, context) =>
    orRefused(
      'SecondFactorRefused',
      renewBackupCodes(context.parts, context.request, signedIn(context)).then((codes) => ({
        __typename: 'BackupCodes' as const,
        ...codes,
      })),
    ),
  removeSecondFactor: (_, __, context) =>
    orRefused(
      'SecondFactorRefused',
      removeSecondFactor(context.parts, context.request, signedIn(context)).then((removed) => ({
        __typename: 'SecondFactorRemoved' as const,
        ...removed,
      })),
    ),
}
