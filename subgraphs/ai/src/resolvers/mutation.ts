import { badInput } from '@aems/kit/errors.ts'
import { answer } from '../data/answers.ts'
import type { MutationResolvers } from '../graph.generated.ts'

export const Mutation: Required<MutationResolvers> = {
  ask: (_, { input: { question, conversationId, asOf } }, { asking }) =>
    answer({ question, conversationId: conversationId ?? null, asOf: asOf ?? null }, asking),
  renameConversation: (_, { input: { id, title } }, { conversations }) => {
    const trimmed = title.trim()
    if (trimmed === '' || trimmed.length > 200) throw badInput('A title has 1 to 200 characters.')
    return conversations.rename(id, trimmed)
  },
  deleteConversation: (_, { id }, { conversations }) => conversations.remove(id),
}
