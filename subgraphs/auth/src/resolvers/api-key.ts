import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { createApiKey, endApiKey, rotateApiKey } from '../commands/api-keys.ts'
import { signedIn } from '../context.ts'
import type { ApiKeyRow } from '../data/api-keys.ts'
import type { ApiKeyResolvers, MutationResolvers } from '../graph.generated.ts'

export const ApiKey: Serving<ApiKeyResolvers, Omit<ApiKeyRow, 'madeBy' | 'prefix' | 'formerUntil'>> = {
  prefix: ({ prefix }) => `aems_${prefix}`,
  madeBy: ({ madeBy }, _, { people }) => people.person(madeBy),
  formerUntil: ({ formerUntil }) => (formerUntil && formerUntil > new Date() ? formerUntil.toISOString() : null),
  madeAt: ({ madeAt }) => madeAt.toISOString(),
  expiresAt: ({ expiresAt }) => expiresAt.toISOString(),
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null,
  endedAt: ({ endedAt }) => endedAt?.toISOString() ?? null,
}

/** What an administrator does about keys of partner tools. */
export const apiKeyMutations: Pick<Serving<MutationResolvers, object>, 'createApiKey' | 'rotateApiKey' | 'endApiKey'> = {
  createApiKey: (_, { input: { addresses, requestsPerMinute, ...input } }, context) =>
    orRefused(
      'ApiKeyRefused',
      createApiKey(context.parts, context.request, signedIn(context), {
        ...input,
        addresses: addresses ?? [],
        requestsPerMinute: requestsPerMinute ?? 600,
      }).then((made) => ({ __typename: 'ApiKeyMade' as const, ...made })),
    ),
  rotateApiKey: (_, { input: { id, overlapHours } }, context) =>
    orRefused(
      'ApiKeyRefused',
      rotateApiKey(context.parts, context.request, signedIn(context), { id, overlapHours: overlapHours ?? 24 }).then((made) => ({
        __typename: 'ApiKeyMade' as const,
        ...made,
      })),
    ),
  endApiKey: (_, { input: { id } }, context) =>
    orRefused(
      'ApiKeyRefused',
      endApiKey(context.parts, context.request, signedIn(context), id).then((ended) => ({
        __typename: 'ApiKeyEnded' as const,
        ...ended,
      })),
    ),
}
