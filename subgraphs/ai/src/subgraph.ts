import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { buildSubgraph } from '@aems/kit/build.ts'
import type { Logger } from '@aems/kit/logger.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import { aiContext, type Context } from './context.ts'
import { memberCache } from './data/members.ts'
import type { ModelSettings } from './environment.ts'
import type { Resolvers, ResolversParentTypes } from './graph.generated.ts'
import { modelClient } from './model/client.ts'
import { Answer } from './resolvers/answer.ts'
import { CatalogueRecords } from './resolvers/catalogue-records.ts'
import { Conversation } from './resolvers/conversation.ts'
import { Mutation } from './resolvers/mutation.ts'
import { Query } from './resolvers/query.ts'
import { SharedConversation } from './resolvers/shared-conversation.ts'
import { Subscription } from './resolvers/subscription.ts'
import { CompanyTerm, TeachingRefused, VerifiedQuestion } from './resolvers/teaching.ts'

export interface AiOptions {
  readonly database: DomainDatabase
  /** A language model that plans questions; without one the assistant plans by itself. */
  readonly model?: ModelSettings | null
  readonly logger?: Logger
}

/** The assistant. It reads figures through the graph alone, with the asker's rights. */
export function createSubgraph({ database, model: settings = null, logger }: AiOptions): Subgraph<Context> {
  const onFailure = (detail: string) => logger?.warn({ detail }, 'the model did not plan a question')
  const model = settings && { client: modelClient(settings), settings, onFailure }
  const lasting = { database, members: memberCache(), model }
  return {
    name: 'ai',
    schema: buildSubgraph<Resolvers, ResolversParentTypes>('ai', {
      Answer,
      CatalogueRecords,
      CompanyTerm,
      Conversation,
      Mutation,
      Query,
      SharedConversation,
      Subscription,
      TeachingRefused,
      VerifiedQuestion,
    }),
    context: (request) => aiContext(lasting, request),
    close: () => database.close(),
  }
}
