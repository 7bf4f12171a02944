import type { Serving } from '@aems/kit/serving.ts'
import type { ShareRow } from '../data/shares.ts'
import type { SharedConversationResolvers } from '../graph.generated.ts'

export const SharedConversation: Serving<SharedConversationResolvers, ShareRow> = {
  sharedBy: ({ userId }) => ({ id: userId }),
  sharedAt: ({ sharedAt }) => sharedAt.toISOString(),
}
