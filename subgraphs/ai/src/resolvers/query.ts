import { visibleCatalogue } from '../data/catalogue.ts'
import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<QueryResolvers> = {
  metricCatalogue: (_, __, { asker }) => visibleCatalogue(asker),
  conversation: (_, { id }, { conversations }) => conversations.byId(id),
  conversations: (_, { search, first }, { conversations }) => conversations.list(search ?? null, first ?? 30),
}
