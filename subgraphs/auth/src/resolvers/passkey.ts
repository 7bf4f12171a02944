import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  finishPasskeySignIn,
  provePasskey,
  removePasskey,
  renamePasskey,
} from '../commands/passkeys.ts'
import { signedIn } from '../context.ts'
import type { PasskeyRow } from '../data/passkeys.ts'
import type { MutationResolvers, PasskeyResolvers } from '../graph.generated.ts'

export const Passkey: Serving<PasskeyResolvers, PasskeyRow> = {
  isSynced: ({ backedUp }) => backedUp,
  createdAt: ({ createdAt }) => createdAt.toISOString(),
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null,
}

type Names =
  | 'beginPasskey'
  | 'addPasskey'
  | 'renamePasskey'
  | 'removePasskey'
  | 'beginPasskeySignIn'
  | 'finishPasskeySignIn'
  | 'proveIdentityByPasskey'

/** Signing in by passkeys, and what one does about one's own. */
export const passkeyMutations: Pick<Serving<MutationResolvers, object>, Names> = {
  beginPasskey: (_, __, context) =>
    orRefused(
      'PasskeyRefused',
      beginPasskey(context.parts, signedIn(context)).then((begun) => ({ __typename: 'PasskeyBegun' as const, ...begun })),
    ),
  addPasskey: (_, { input }, context) =>
    orRefused(
      'PasskeyRefused',
      addPasskey(context.parts, context.request, signedIn(context), input).then((added) => ({
        __typename: 'PasskeySaved' as const,
        ...added,
      })),
    ),
  renamePasskey: (_, { input }, context) =>
    orRefused(
      'PasskeyRefused',
      renamePasskey(context.parts, signedIn(context), input).then((renamed) => ({
        __typename: 'PasskeySaved' as const,
        ...renamed,
      })),
    ),
  removePasskey: (_, { input }, context) =>
    orRefused(
      'PasskeyRefused',
      removePasskey(context.parts, context.request, signedIn(context), input.id).then((removed) => ({
        __typename: 'PasskeyRemoved' as const,
        ...removed,
      })),
    ),
  beginPasskeySignIn: (_, __, { parts }) => beginPasskeySignIn(parts),
  finishPasskeySignIn: (_, { input }, { parts, request }) =>
    orRefused(
      'PasskeySignInRefused',
      finishPasskeySignIn(parts, request, input.response).then((begun) => ({ __typename: 'SignedIn' as const, ...begun })),
    ),
  proveIdentityByPasskey: (_, { input }, context) =>
    orRefused(
      'ProveIdentityRefused',
      provePasskey(context.parts, context.request, signedIn(context), input.response).then((proven) => ({
        __typename: 'IdentityProven' as const,
        ...proven,
      })),
    ),
}
