import type { GraphClient } from '@aems/kit/subgraph.ts'
import { assembled } from '../domain/answer/assemble.ts'
import { type Chart, chartOf } from '../domain/answer/chart.ts'
import type { AnswerEvent } from '../domain/answer/event.ts'
import type { Figures } from '../domain/answer/figures.ts'
import type { AnswerRecord } from '../domain/answer/record.ts'
import { sentenceOf } from '../domain/answer/sentence.ts'
import { unfounded } from '../domain/answer/verify.ts'
import { chipsOf } from '../domain/answer/words.ts'
import { understoodOf } from '../domain/contract.ts'
import type { Meaning, Understanding } from '../domain/meaning.ts'
import { operationOf } from '../domain/operation.ts'
import { suggestionsFor } from '../domain/suggest.ts'
import type { Knowledge } from '../domain/understand.ts'
import { runFigures } from './figures.ts'
import { listed } from './records.ts'
import type { Told } from './told.ts'
import type { Informed } from './understanding.ts'
import { supposed } from './whatif.ts'
import { explained } from './why.ts'

/** What an answer holds of what was understood and found; the rest says who asked, when and where. */
export type Outcome = Omit<AnswerRecord, 'id' | 'conversationId' | 'question' | 'planner' | 'milliseconds' | 'askedAt'>

/** What comes of an understood question, part by part. */
export type Unfolding = AsyncGenerator<AnswerEvent, Outcome>

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

/** Answers an understood question with the asker's rights, part by part. */
export async function* outcomeOf(understanding: Understanding, knowledge: Informed, graph: GraphClient): Unfolding {
  const { meaning } = understanding
  if (understanding.status === 'clarify')
    return { ...empty(meaning), status: 'clarify', text: understanding.text, candidates: understanding.candidates }
  if (understanding.status === 'refused') {
    const suggestions = understanding.nearest.slice(0, 3).map(({ label }) => label)
    return { ...empty(meaning), status: 'refused', text: understanding.text, reason: understanding.reason, suggestions }
  }
  if (meaning.intent === 'define') return yield* definition(meaning)
  return yield* figures(meaning, understanding.notes, knowledge, graph)
}

async function* definition(meaning: Meaning): Unfolding {
  const text = meaning.metrics.map(({ label, description }) => `${label}: ${description}`).join(' ')
  yield { part: 'words', text }
  return { ...empty(meaning), status: 'answered', text, suggestions: meaning.metrics.slice(0, 3).map(({ label }) => label) }
}

async function* figures(meaning: Meaning, notes: readonly string[], knowledge: Informed, graph: GraphClient): Unfolding {
  const told = yield* worked(meaning, knowledge, graph)
  if (told.kind === 'told') return yield* tell(told, meaning, notes, knowledge)
  const base = { ...empty(meaning), operation: told.operation?.text ?? null, variables: told.operation?.variables ?? null }
  if (told.kind === 'refused') return { ...base, status: 'refused', reason: told.reason, text: told.text }
  return { ...base, status: 'error', text: told.text }
}

/** How figures are told, where a model has a say in it. */
export interface Manner {
  /** Null: the chart that suits. */
  readonly chart: Chart | null
  /** Words the answer, sentence by sentence, each checked; absent: a template does. */
  readonly say?: (figures: Figures, plain: readonly string[]) => AsyncIterable<string>
}

/**
 * Tells figures that were found, part by part: the rows, the words, the chart, what to ask next.
 * @param asked what was meant; what is told may be more.
 */
export async function* tell(
  { meaning, operation, figures: found, said }: Extract<Told, { kind: 'told' }>,
  asked: Meaning,
  notes: readonly string[],
  knowledge: Knowledge,
  { chart, say }: Manner = { chart: null },
): Unfolding {
  const base = { ...empty(meaning), operation: operation?.text ?? null, variables: operation?.variables ?? null }
  const { columns, rows, totals, explain } = found
  yield { part: 'figures', columns, rows, totals, explain }
  const sentences: string[] = []
  for await (const text of say ? say(found, said.plain) : []) {
    sentences.push(text)
    yield { part: 'words', text }
  }
  if (sentences.length === 0) {
    if (unfounded(said, found).length > 0)
      return { ...base, status: 'error', text: 'The sentence did not agree with its figures, so it is not shown.' }
    sentences.push(said.text)
    yield { part: 'words', text: said.text }
  }
  for (const text of notes.map((note) => `(${note}.)`)) {
    sentences.push(text)
    yield { part: 'words', text }
  }
  const drawn = chart ?? chartOf(meaning, found)
  yield { part: 'chart', chart: drawn }
  const suggestions = suggestionsFor(asked, knowledge)
  yield { part: 'next', suggestions }
  return { ...base, status: 'answered', columns, rows, totals, text: sentences.join(' '), chart: drawn, suggestions, explain }
}

/** Works a question out, each kind in its own way, telling the operation as soon as it is known. */
async function* worked(meaning: Meaning, knowledge: Informed, graph: GraphClient): AsyncGenerator<AnswerEvent, Told> {
  const told = await specially(meaning, knowledge, graph)
  if (told) {
    if (told.operation) yield { part: 'operation', operation: told.operation.text, variables: told.operation.variables }
    return told
  }
  const operation = operationOf(meaning, knowledge.clock.asOf)
  yield { part: 'operation', operation: operation.text, variables: operation.variables }
  const ran = await runFigures(graph, operation)
  if ('forbidden' in ran) return { kind: 'refused', reason: 'forbidden', text: ran.forbidden, operation }
  if ('unavailable' in ran) return { kind: 'failed', text: ran.unavailable, operation }
  const found = assembled(meaning, ran.tables)
  return { kind: 'told', meaning, operation, figures: found, said: sentenceOf(meaning, found) }
}

/** What takes more than one look at the figures, or none at figures at all; null where the figures themselves are asked for. */
async function specially(meaning: Meaning, knowledge: Informed, graph: GraphClient): Promise<Told | null> {
  if (meaning.records) return listed(meaning, knowledge, knowledge.viewer, graph)
  if (meaning.intent === 'why') return explained(meaning, knowledge, knowledge.large, graph)
  return meaning.intent === 'whatif' ? supposed(meaning, knowledge, graph) : null
}
