import { visibleCatalogue } from '../data/catalogue.ts'
import { derivedMembers, derivedTable } from '../data/derived.ts'
import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<QueryResolvers> = {
  aiMetrics: (_, { query }, { asking }) => derivedTable(asking.graph, query),
  aiMembers: (_, asked, { asking }) => derivedMembers(asking.graph, asked),
  metricCatalogue: (_, __, { asker }) => visibleCatalogue(asker),
  conversation: (_, { id }, { conversations }) => conversations.byId(id),
  sharedConversation: (_, { id }, { shares }) => shares.byId(id),
  companyTerms: async (_, __, { language }) => (await language.all()).terms,
  verifiedQuestions: async (_, __, { language }) => (await language.all()).verified,
  conversations: (_, { search, first }, { conversations }) => conversations.list(search ?? null, first ?? 30),
}
