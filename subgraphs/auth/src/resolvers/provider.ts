import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { beginAccountLink, unlinkAccount } from '../commands/linked-accounts.ts'
import { beginProviderSignIn, finishProviderSignIn, linkByPassword } from '../commands/provider-sign-in.ts'
import { signedIn } from '../context.ts'
import type { LinkedAccountRow } from '../data/linked-accounts.ts'
import type { LinkedAccountResolvers, MutationResolvers } from '../graph.generated.ts'

export const LinkedAccount: Serving<LinkedAccountResolvers, LinkedAccountRow> = {
  provider: ({ issuer }, _, { parts: { settings } }) =>
    settings.providers.find((provider) => sameIssuer(provider.issuer, issuer))?.label ?? issuer,
  createdAt: ({ createdAt }) => createdAt.toISOString(),
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null,
}

const sameIssuer = (one: string, other: string): boolean => one.replace(/\/$/, '') === other.replace(/\/$/, '')

type Names = 'beginProviderSignIn' | 'finishProviderSignIn' | 'linkProviderAccount' | 'beginAccountLink' | 'unlinkAccount'

/** Signing in by identity providers, and what one does about one's accounts there. */
export const providerMutations: Pick<Serving<MutationResolvers, object>, Names> = {
  beginProviderSignIn: (_, { provider, link }, { parts }) => beginProviderSignIn(parts, { provider, link: link ?? null }),
  finishProviderSignIn: (_, { state, query }, { parts, request, viewer }) =>
    finishProviderSignIn(parts, request, viewer, { state, query }),
  linkProviderAccount: async (_, { input }, { parts, request }) => {
    const begun = await linkByPassword(parts, request, input)
    if (begun) return 'challenge' in begun ? { __typename: 'SecondFactorAsked', ...begun } : { __typename: 'SignedIn', ...begun }
    const message =
      'That is not the password, too many were wrong, or it took too long. Check it and try again, or begin anew at the provider.'
    return { __typename: 'SignInRefused', message, path: ['input'] }
  },
  beginAccountLink: (_, { input }, context) =>
    orRefused(
      'LinkedAccountRefused',
      beginAccountLink(context.parts, signedIn(context), input.provider).then((begun) => ({
        __typename: 'AccountLinkBegun' as const,
        ...begun,
      })),
    ),
  unlinkAccount: (_, { input }, context) =>
    orRefused(
      'LinkedAccountRefused',
      unlinkAccount(context.parts, context.request, signedIn(context), input.id).then((unlinked) => ({
        __typename: 'AccountUnlinked' as const,
        ...unlinked,
      })),
    ),
}
