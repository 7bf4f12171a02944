import { GraphError } from '@aems/kit/errors.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AnswerEvent } from '../domain/answer/event.ts'
import type { AnswerRecord } from '../domain/answer/record.ts'
import { chipsOf } from '../domain/answer/words.ts'
import { questionOf, without } from '../domain/change.ts'
import { reworded } from '../domain/company-words.ts'
import { understoodOf as contractOf } from '../domain/contract.ts'
import type { Meaning, Understanding } from '../domain/meaning.ts'
import { emptyMeaning } from '../domain/meaningOf.ts'
import { keptMemory, recalledMemory } from '../domain/memory.ts'
import type { Memory } from '../domain/understand.ts'
import { answeredByModel, type Model } from './by-model.ts'
import type { CompanyLanguage } from './company-language.ts'
import type { Conversations } from './conversations.ts'
import type { MemberCache } from './members.ts'
import type { ModelUse } from './model-use.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type Informed, knowledgeOf, theCatalogue, understandWithNames } from './understanding.ts'

/** What a question may come with. */
export interface Asked {
  readonly question: string
  readonly conversationId: string | null
  /** The day that today means; null: the company's. */
  readonly asOf: string | null
  /** The part of an earlier answer that the question's words replace; without words, it goes. */
  readonly change: { readonly answerId: string; readonly slot: string; readonly label: string } | null
}

export interface AskingParts {
  readonly viewer: Viewer
  readonly graph: GraphClient
  readonly conversations: Conversations
  readonly members: MemberCache
  /** What words mean in the asker's company. */
  readonly language: CompanyLanguage
  /** Plans before the embedded planner does; null: there is none. */
  readonly model: Model | null
  readonly modelUse: ModelUse
  /** Aborted when the asker has gone. */
  readonly signal: AbortSignal | undefined
}

/**
 * Answers a question with the asker's own rights, part by part, and keeps the answer in a conversation once it is whole.
 * @throws GraphError BAD_INPUT for a question that is empty or too long, NOT_FOUND for a conversation that is not the asker's.
 */
export async function* answering(asked: Asked, parts: AskingParts): AsyncGenerator<AnswerEvent, void> {
  const { conversations } = parts
  const started = performance.now()
  const base = await baseOf(asked, parts)
  const id = conversations.newId()
  const place = { id, conversationId: asked.conversationId ?? conversations.newId() }
  yield { part: 'taken', answerId: id, conversationId: place.conversationId }
  const planned = yield* plannedBy(asked, base, parts)
  const { outcome, question, memory, planner } = planned
  const answer: AnswerRecord = {
    ...outcome,
    ...place,
    question,
    planner,
    milliseconds: Math.round(performance.now() - started),
    askedAt: new Date().toISOString(),
  }
  await conversations.add(answer, { memory: memory && keptMemory(memory) })
  yield { part: 'whole', answer }
}

interface Planned {
  readonly outcome: Outcome
  /** The question as it is kept. */
  readonly question: string
  readonly memory: Memory | null
  readonly planner: AnswerRecord['planner']
}

/**
 * Answers by the model, where there is one, else by the embedded planner; also what the model fails at, and what is no
 * question to hand to one: writes and injections, parts that were changed with the hand, and what an owner has checked.
 */
async function* plannedBy(asked: Asked, base: Base, parts: AskingParts): AsyncGenerator<AnswerEvent, Planned> {
  const found = await understoodOf(asked, base, parts)
  const { question, understood, knowledge } = found
  const { understanding } = understood
  let note: string | null = null
  if (parts.model && !base.changed && !found.verified && isForModels(understanding)) {
    const { memory } = base
    const answered = yield* answeredByModel(question, { model: parts.model, use: parts.modelUse, knowledge, memory }, parts)
    if ('outcome' in answered) return { ...answered, question, planner: 'model' }
    note = `Planned without the model, which ${answered.failed}`
  }
  const { meaning } = understanding
  yield { part: 'understood', chips: chipsOf(meaning), understood: contractOf(meaning), planner: 'embedded' }
  const noted =
    note && understanding.status === 'understood' ? { ...understanding, notes: [...understanding.notes, note] } : understanding
  const outcome = yield* outcomeOf(noted, knowledge, parts.graph)
  return { outcome, question, memory: understood.memory, planner: 'embedded' }
}

/** Not what is harmful, nor what queries can't say: why something changed, what would be if, what a metric is, single records. */
const isForModels = (understanding: Understanding): boolean =>
  understanding.status === 'refused'
    ? !['injection', 'write', 'forbidden'].includes(understanding.reason)
    : understanding.status !== 'understood' ||
      (!understanding.meaning.records && !['why', 'whatif', 'define'].includes(understanding.meaning.intent))

/** Answers a question whole. @throws GraphError as `answering` does. */
export async function answer(asked: Asked, parts: AskingParts): Promise<AnswerRecord> {
  for await (const event of answering(asked, parts)) if (event.part === 'whole') return event.answer
  throw new Error('A question came to no answer.')
}

/** What a question builds on: nothing, its conversation, or an earlier answer without one of its parts. */
type Base = { readonly memory: Memory | null; readonly changed: Meaning | null }

async function baseOf({ question, conversationId, change }: Asked, { conversations }: AskingParts): Promise<Base> {
  if (question.trim() === '' && !change)
    throw new GraphError('BAD_INPUT', 'The question is empty: ask something, such as “revenue by territory in 2013”.')
  if (question.length > 2000)
    throw new GraphError('BAD_INPUT', 'The question is longer than 2,000 characters: ask it more shortly.')
  if (conversationId === null) {
    if (change) throw new GraphError('BAD_INPUT', 'Say which conversation the answer to change is of: conversationId is missing.')
    return { memory: null, changed: null }
  }
  if (!(await conversations.byId(conversationId)))
    throw new GraphError('NOT_FOUND', 'You have no such conversation: begin a new one by asking without it.')
  const kept = await conversations.memory(conversationId, change?.answerId)
  const memory = kept && recalledMemory(kept, theCatalogue().catalogue)
  if (!change) return { memory, changed: null }
  const changed = memory && without(memory.meaning, change)
  if (!changed)
    throw new GraphError('BAD_INPUT', `The answer can’t do without “${change.label}”, or has no such part: ask anew instead.`)
  return { memory: { meaning: changed, open: [], asked: [] }, changed }
}

/** Understands a question, or the change of an earlier one; a change is kept as the question that asks for all of it. */
async function understoodOf({ question, asOf }: Asked, { memory, changed }: Base, parts: AskingParts): Promise<Read> {
  const informed = await knowledgeOf(asOf, parts)
  if (changed && question.trim() === '') {
    const understanding: Understanding = { status: 'understood', meaning: changed, notes: [] }
    return { question: questionOf(changed), understood: { understanding, memory }, knowledge: informed, verified: false }
  }
  const words = await parts.language.all()
  // A whole question was checked as the first of a conversation: what builds on others may mean something else.
  const { question: said, notes, isWrong, verified } = reworded(question, memory ? { ...words, verified: [] } : words)
  if (isWrong) return { question, understood: { understanding: markedWrong, memory: null }, knowledge: informed, verified: true }
  const { understood, knowledge } = await understandWithNames(said, informed, memory, parts.graph)
  const { understanding } = understood
  const noted =
    understanding.status === 'understood' ? { ...understanding, notes: [...understanding.notes, ...notes] } : understanding
  return {
    question: changed && understanding.status === 'understood' ? questionOf(understanding.meaning) : question,
    understood: { understanding: noted, memory: understood.memory },
    knowledge,
    verified: verified !== null,
  }
}

/** A question as it was read. */
interface Read {
  /** As it is kept. */
  readonly question: string
  readonly understood: { readonly understanding: Understanding; readonly memory: Memory | null }
  readonly knowledge: Informed
  /** Whether an owner has checked it. */
  readonly verified: boolean
}

const markedWrong: Understanding = {
  status: 'refused',
  meaning: emptyMeaning,
  reason: 'no_data',
  text: 'The answer that I would give to this question was marked wrong, and nobody has said yet what would be right. Ask it in other words.',
  nearest: [],
}
