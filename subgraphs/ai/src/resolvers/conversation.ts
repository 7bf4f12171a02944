import type { Serving } from '@aems/kit/serving.ts'
import type { ConversationRow } from '../data/conversations.ts'
import type { ConversationResolvers } from '../graph.generated.ts'

export const Conversation: Serving<ConversationResolvers, ConversationRow> = {
  __resolveReference: ({ id }, { conversations }) => conversations.byId(id),
  startedAt: ({ startedAt }) => startedAt.toISOString(),
  updatedAt: ({ updatedAt }) => updatedAt.toISOString(),
  shared: ({ id }, _, { shares }) => shares.ofConversation(id),
  answers: ({ id }, _, { conversations }) => conversations.answers(id),
}
