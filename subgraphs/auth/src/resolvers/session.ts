import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { endOtherSessions, endSession } from '../commands/end-session.ts'
import { signedIn } from '../context.ts'
import type { SessionRow } from '../data/sessions.ts'
import { deviceOf } from '../domain/device.ts'
import type { MutationResolvers, SessionResolvers } from '../graph.generated.ts'

export const Session: Serving<SessionResolvers, SessionRow> = {
  device: ({ userAgent }) => deviceOf(userAgent),
  startedAt: ({ startedAt }) => startedAt.toISOString(),
  lastSeenAt: ({ lastSeenAt }) => lastSeenAt.toISOString(),
  isCurrent: ({ id }, _, context) => id === signedIn(context).sessionId,
}

/** What one does about one's own sessions. */
export const sessionMutations: Pick<Serving<MutationResolvers, object>, 'endSession' | 'endOtherSessions'> = {
  endSession: (_, { input }, context) =>
    orRefused(
      'EndSessionRefused',
      endSession(context.parts, context.request, signedIn(context), input.id).then((ended) => ({
        __typename: 'SessionEnded' as const,
        ...ended,
      })),
    ),
  endOtherSessions: (_, __, context) =>
    orRefused(
      'EndSessionRefused',
      endOtherSessions(context.parts, context.request, signedIn(context)).then((ended) => ({
        __typename: 'OtherSessionsEnded' as const,
        ...ended,
      })),
    ),
}
