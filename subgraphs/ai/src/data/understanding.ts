import type { GraphClient } from '@aems/kit/subgraph.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { type Catalogue, catalogue } from '@aems/schema/catalogue.ts'
import { framingOf } from '../domain/framing.ts'
import { mergedIndex } from '../domain/linking/members.ts'
import { spansOf } from '../domain/linking/spans.ts'
import { type Vocabulary, vocabularyOf } from '../domain/linking/vocabulary.ts'
import { readQuestion } from '../domain/reading.ts'
import { type Knowledge, type Memory, type Understood, understand } from '../domain/understand.ts'
import type { AskingParts } from './answers.ts'
import { factsIn, type KnownFacts, learnFacts, signsOf } from './facts.ts'
import { type KnownMembers, knownMembers, searchedMembers } from './members.ts'
import { visibleTo } from './rights.ts'

let known: { readonly catalogue: Catalogue; readonly vocabulary: Vocabulary } | undefined

/** The composed catalogue with its vocabulary; read once per process. */
export function theCatalogue(): { readonly catalogue: Catalogue; readonly vocabulary: Vocabulary } {
  known ??= { catalogue: catalogue(), vocabulary: vocabularyOf(catalogue()) }
  return known
}

/** What the planner knows, and where it may learn more. */
export interface Informed extends Knowledge {
  /** The asker. */
  readonly viewer: Viewer
  readonly large: KnownMembers['large']
  readonly known: KnownFacts
}

/**
 * What the planner knows before it reads a question: the catalogue, and the members that the asker may see.
 * @param asOf the day that today means; null: the company's.
 */
export async function knowledgeOf(asOf: string | null, { viewer, graph, members }: AskingParts): Promise<Informed> {
  const { catalogue: whole, vocabulary } = theCatalogue()
  const maySee = visibleTo(viewer)
  const { index, large, facts } = await members.get(viewer, () => knownMembers(graph, whole.dimensions.filter(maySee)))
  const clock = { asOf: asOf ?? today(viewer.company), fiscalStart: viewer.company.fiscalYearStartMonth }
  return {
    catalogue: whole,
    vocabulary,
    maySee,
    members: index,
    clock,
    currency: viewer.company.currency,
    viewer,
    large,
    known: facts,
  }
}

/** The same with the members that a question's words may name and that are not known yet. */
export async function knowingNames(
  question: string,
  knowledge: Informed,
  memory: Memory | null,
  graph: GraphClient,
): Promise<Informed> {
  const framing = framingOf(question, knowledge, memory?.meaning ?? null)
  const reading = readQuestion(framing?.rest ?? question, knowledge, memory?.meaning ?? null)
  const spans = knowledge.large.length === 0 ? [] : spansOf(reading.text, reading.open)
  if (spans.length === 0) return knowledge
  const found = await searchedMembers(graph, knowledge.large, spans)
  return { ...knowledge, members: mergedIndex(knowledge.members, found) }
}

/** Understands; where words may name members that are not known yet, looks these up first. */
export async function understandWithNames(
  question: string,
  knowledge: Informed,
  memory: Memory | null,
  graph: GraphClient,
): Promise<{ understood: Understood; knowledge: Informed }> {
  return withFacts(question, await knowingNames(question, knowledge, memory, graph), memory, graph)
}

/** Understands; where the words fit several metrics, those that the company has facts for are meant. */
async function withFacts(
  question: string,
  knowledge: Informed,
  memory: Memory | null,
  graph: GraphClient,
): Promise<{ understood: Understood; knowledge: Informed }> {
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
