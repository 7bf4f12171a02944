import type { Serving } from '@aems/kit/serving.ts'
import type { ConversationRow } from '../data/conversations.ts'
import type { ConversationResolvers } from '../graph.generated.ts'

export const Conversation: Serving<ConversationResolvers, ConversationRow> = {
  __resolveReference: ({ id }, { conversations }) => conversations.byId(id),
  startedAt: ({ startedAt }) => startedAt.toISOString(),
  updatedAt: ({ updatedAt }) => updatedAt.toISOString(),
  answers: ({ id }, _, { conversations }) => conversations.answers(id),
}
