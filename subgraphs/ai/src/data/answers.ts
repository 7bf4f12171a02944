import { GraphError } from '@aems/kit/errors.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { type Catalogue, catalogue } from '@aems/schema/catalogue.ts'
import { assembled } from '../domain/answer/assemble.ts'
import { chartOf } from '../domain/answer/chart.ts'
import type { AnswerRecord } from '../domain/answer/record.ts'
import { sentenceOf } from '../domain/answer/sentence.ts'
import { unfounded } from '../domain/answer/verify.ts'
import { chipsOf } from '../domain/answer/words.ts'
import { understoodOf } from '../domain/contract.ts'
import { mergedIndex } from '../domain/linking/members.ts'
import { spansOf } from '../domain/linking/spans.ts'
import { type Vocabulary, vocabularyOf } from '../domain/linking/vocabulary.ts'
import type { Meaning, Understanding } from '../domain/meaning.ts'
import { keptMemory, recalledMemory } from '../domain/memory.ts'
import { operationOf } from '../domain/operation.ts'
import { readQuestion } from '../domain/reading.ts'
import { suggestionsFor } from '../domain/suggest.ts'
import { type Knowledge, type Memory, type Understood, understand } from '../domain/understand.ts'
import type { Conversations } from './conversations.ts'
import { factsIn, type KnownFacts, learnFacts, signsOf } from './facts.ts'
import { runFigures } from './figures.ts'
import { type KnownMembers, knownMembers, type MemberCache, searchedMembers } from './members.ts'
import { visibleTo } from './rights.ts'

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

let known: { readonly catalogue: Catalogue; readonly vocabulary: Vocabulary } | undefined

/** The composed catalogue with its vocabulary; read once per process. */
function theCatalogue(): { readonly catalogue: Catalogue; readonly vocabulary: Vocabulary } {
  known ??= { catalogue: catalogue(), vocabulary: vocabularyOf(catalogue()) }
  return known
}

type Outcome = Omit<AnswerRecord, 'id' | 'conversationId' | 'question' | 'planner' | 'milliseconds' | 'askedAt'>

/**
 * Answers a question with the asker's own rights, and keeps it in a conversation.
 * @throws GraphError BAD_INPUT for a question that is empty or too long, NOT_FOUND for a conversation that is not the asker's.
 */
export async function answer({ question, conversationId, asOf }: Asked, parts: AskingParts): Promise<AnswerRecord> {
  const started = performance.now()
  if (question.trim() === '')
    throw new GraphError('BAD_INPUT', 'The question is empty: ask something, such as “revenue by territory in 2013”.')
  if (question.length > 2000)
    throw new GraphError('BAD_INPUT', 'The question is longer than 2,000 characters: ask it more shortly.')
  if (conversationId !== null && !(await parts.conversations.byId(conversationId))) {
    throw new GraphError('NOT_FOUND', 'You have no such conversation: begin a new one by asking without it.')
  }
  const { catalogue: whole } = theCatalogue()
  const kept = conversationId === null ? null : await parts.conversations.memory(conversationId)
  const memory = kept && recalledMemory(kept, whole)
  const knowledge = await knowledgeOf(asOf, parts)
  const { understood, knowledge: informed } = await understandWithNames(question, knowledge, memory, parts)
  const outcome = await outcomeOf(understood.understanding, informed, parts)
  const record: AnswerRecord = {
    ...outcome,
    id: parts.conversations.newId(),
    conversationId: conversationId ?? parts.conversations.newId(),
    question,
    planner: 'embedded',
    milliseconds: Math.round(performance.now() - started),
    askedAt: new Date().toISOString(),
  }
  await parts.conversations.add(record, { memory: understood.memory && keptMemory(understood.memory) })
  return record
}

interface Informed extends Knowledge {
  readonly large: KnownMembers['large']
  readonly known: KnownFacts
}

async function knowledgeOf(asOf: string | null, { viewer, graph, members }: AskingParts): Promise<Informed> {
  const { catalogue: whole, vocabulary } = theCatalogue()
  const maySee = visibleTo(viewer)
  const { index, large, facts } = await members.get(viewer, () => knownMembers(graph, whole.dimensions.filter(maySee)))
  const clock = { asOf: asOf ?? today(viewer.company), fiscalStart: viewer.company.fiscalYearStartMonth }
  return { catalogue: whole, vocabulary, maySee, members: index, clock, currency: viewer.company.currency, large, known: facts }
}

/** Understands; where words may name members that are not known yet, looks these up first. */
async function understandWithNames(
  question: string,
  knowledge: Informed,
  memory: Memory | null,
  { graph }: AskingParts,
): Promise<{ understood: Understood; knowledge: Knowledge }> {
  const reading = readQuestion(question, knowledge, memory?.meaning ?? null)
  const spans = knowledge.large.length === 0 ? [] : spansOf(reading.text, reading.open)
  if (spans.length === 0) return withFacts(question, knowledge, memory, graph)
  const found = await searchedMembers(graph, knowledge.large, spans)
  return withFacts(question, { ...knowledge, members: mergedIndex(knowledge.members, found) }, memory, graph)
}

/** Understands; where the words fit several metrics, those that the company has facts for are meant. */
async function withFacts(
  question: string,
  knowledge: Informed,
  memory: Memory | null,
  graph: GraphClient,
): Promise<{ understood: Understood; knowledge: Knowledge }> {
  const understood = understand(question, knowledge, memory)
  const doubtful = understood.doubtful.filter(knowledge.maySee)
  if (doubtful.length < 2) return { understood, knowledge }
  const signs = [...new Set(doubtful.map(({ domain }) => domain))].flatMap((domain) =>
    signsOf(domain, knowledge.catalogue.metrics),
  )
  await learnFacts(graph, [...doubtful, ...signs.filter(knowledge.maySee)], knowledge.known)
  const informed = { ...knowledge, facts: factsIn(knowledge.known) }
  return { understood: understand(question, informed, memory), knowledge: informed }
}

const empty = (meaning: Meaning) => ({
  understood: understoodOf(meaning),
  chips: chipsOf(meaning),
  operation: null,
  variables: null,
  columns: [],
  rows: [],
  totals: {},
  chart: 'none' as const,
  candidates: [],
  reason: null,
  suggestions: [],
  explain: [],
})

async function outcomeOf(understanding: Understanding, knowledge: Knowledge, parts: AskingParts): Promise<Outcome> {
  const { meaning } = understanding
  if (understanding.status === 'clarify')
    return { ...empty(meaning), status: 'clarify', text: understanding.text, candidates: understanding.candidates }
  if (understanding.status === 'refused') {
    const suggestions = understanding.nearest.slice(0, 3).map(({ label }) => label)
    return { ...empty(meaning), status: 'refused', text: understanding.text, reason: understanding.reason, suggestions }
  }
  if (meaning.intent === 'define') return definition(meaning)
  return figures(meaning, understanding.notes, knowledge, parts)
}

function definition(meaning: Meaning): Outcome {
  const text = meaning.metrics.map(({ label, description }) => `${label}: ${description}`).join(' ')
  return { ...empty(meaning), status: 'answered', text, suggestions: meaning.metrics.slice(0, 3).map(({ label }) => label) }
}

async function figures(
  meaning: Meaning,
  notes: readonly string[],
  knowledge: Knowledge,
  { graph }: AskingParts,
): Promise<Outcome> {
  const operation = operationOf(meaning, knowledge.clock.asOf)
  const ran = await runFigures(graph, operation)
  const base = { ...empty(meaning), operation: operation.text, variables: operation.variables }
  if ('forbidden' in ran) return { ...base, status: 'refused', reason: 'forbidden', text: ran.forbidden }
  if ('unavailable' in ran) return { ...base, status: 'error', text: ran.unavailable }
  const found = assembled(meaning, ran.tables)
  const said = sentenceOf(meaning, found)
  const invented = unfounded(said, found)
  if (invented.length > 0)
    return { ...base, status: 'error', text: 'The sentence did not agree with its figures, so it is not shown.' }
  return {
    ...base,
    status: 'answered',
    columns: found.columns,
    rows: found.rows,
    totals: found.totals,
    text: [said.text, ...notes.map((note) => `(${note}.)`)].join(' '),
    chart: chartOf(meaning, found),
    suggestions: suggestionsFor(meaning, knowledge),
    explain: found.explain,
  }
}
