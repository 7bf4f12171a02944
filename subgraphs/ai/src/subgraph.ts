import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { aiContext, type Context } from './context.ts'
import { memberCache } from './data/members.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { Answer } from './resolvers/answer.ts'
import { CatalogueRecords } from './resolvers/catalogue-records.ts'
import { Conversation } from './resolvers/conversation.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Query } from './resolvers/query.ts'
import { SharedConversation } from './resolvers/shared-conversation.ts'
import { Subscription } from './resolvers/subscription.ts'

export interface AiOptions {
  readonly database: DomainDatabase
}

/** The assistant. It reads figures through the graph alone, with the asker's rights. */
export function createSubgraph({ database }: AiOptions): Subgraph<Context> {
  const members = memberCache()
  return {
    name: 'ai',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('ai', {
      Answer,
      CatalogueRecords,
      Conversation,
      Mutation,
      Query,
      SharedConversation,
      Subscription,
    }),
    context: (request) => aiContext(database, members, request),
    close: () => database.close(),
  }
}
