import { badInput } from '@aems/kit/errors.ts'
import { answer } from '../data/answers.ts'
import type { MutationResolvers } from '../graph.generated.ts'
import { asked } from './asked.ts'
import { teaching } from './teaching.ts'

export const Mutation: Required<MutationResolvers> = {
  ask: (_, { input }, { asking }) => answer(asked(input), asking),
  renameConversation: (_, { input: { id, title } }, { conversations }) => {
    const trimmed = title.trim()
    if (trimmed === '' || trimmed.length > 200) throw badInput('A title has 1 to 200 characters.')
    return conversations.rename(id, trimmed)
  },
  ...teaching,
  shareConversation: (_, { id }, { shares }) => shares.share(id),
  endSharing: (_, { id }, { shares }) => shares.end(id),
  deleteConversation: (_, { id }, { conversations }) => conversations.remove(id),
}
