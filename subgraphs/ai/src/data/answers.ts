import { GraphError } from '@aems/kit/errors.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AnswerEvent } from '../domain/answer/event.ts'
import type { AnswerRecord } from '../domain/answer/record.ts'
import { chipsOf } from '../domain/answer/words.ts'
import { understoodOf } from '../domain/contract.ts'
import { keptMemory, recalledMemory } from '../domain/memory.ts'
import type { Conversations } from './conversations.ts'
import type { MemberCache } from './members.ts'
import { outcomeOf } from './outcome.ts'
import { knowledgeOf, theCatalogue, understandWithNames } from './understanding.ts'

/** What a question may come with. */
export interface Asked {
  readonly question: string
  readonly conversationId: string | null
  /** The day that today means; null: the company's. */
  readonly asOf: string | null
}

export interface AskingParts {
  readonly viewer: Viewer
  readonly graph: GraphClient
  readonly conversations: Conversations
  readonly members: MemberCache
}

/**
 * Answers a question with the asker's own rights, part by part, and keeps the answer in a conversation once it is whole.
 * @throws GraphError BAD_INPUT for a question that is empty or too long, NOT_FOUND for a conversation that is not the asker's.
 */
export async function* answering(asked: Asked, parts: AskingParts): AsyncGenerator<AnswerEvent, void> {
  const { question, conversationId, asOf } = asked
  const { conversations, graph } = parts
  const started = performance.now()
  const memory = await memoryOf(asked, parts)
  const id = conversations.newId()
  const place = { id, conversationId: conversationId ?? conversations.newId() }
  yield { part: 'taken', answerId: id, conversationId: place.conversationId }
  const { understood, knowledge } = await understandWithNames(question, await knowledgeOf(asOf, parts), memory, graph)
  const { meaning } = understood.understanding
  yield { part: 'understood', chips: chipsOf(meaning), understood: understoodOf(meaning), planner: 'embedded' }
  const outcome = yield* outcomeOf(understood.understanding, knowledge, graph)
  const answer: AnswerRecord = {
    ...outcome,
    ...place,
    question,
    planner: 'embedded',
    milliseconds: Math.round(performance.now() - started),
    askedAt: new Date().toISOString(),
  }
  await conversations.add(answer, { memory: understood.memory && keptMemory(understood.memory) })
  yield { part: 'whole', answer }
}

/** Answers a question whole. @throws GraphError as `answering` does. */
export async function answer(asked: Asked, parts: AskingParts): Promise<AnswerRecord> {
  for await (const event of answering(asked, parts)) if (event.part === 'whole') return event.answer
  throw new Error('A question came to no answer.')
}

/** What the question may build on. */
async function memoryOf({ question, conversationId }: Asked, { conversations }: AskingParts) {
  if (question.trim() === '')
    throw new GraphError('BAD_INPUT', 'The question is empty: ask something, such as “revenue by territory in 2013”.')
  if (question.length > 2000)
    throw new GraphError('BAD_INPUT', 'The question is longer than 2,000 characters: ask it more shortly.')
  if (conversationId === null) return null
  if (!(await conversations.byId(conversationId)))
    throw new GraphError('NOT_FOUND', 'You have no such conversation: begin a new one by asking without it.')
  const kept = await conversations.memory(conversationId)
  return kept && recalledMemory(kept, theCatalogue().catalogue)
}
