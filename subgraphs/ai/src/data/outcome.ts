import type { GraphClient } from '@aems/kit/subgraph.ts'
import { assembled } from '../domain/answer/assemble.ts'
import { chartOf } from '../domain/answer/chart.ts'
import type { AnswerEvent } from '../domain/answer/event.ts'
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
export async function* outcomeOf(understanding: Understanding, knowledge: Knowledge, graph: GraphClient): Unfolding {
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

async function* figures(meaning: Meaning, notes: readonly string[], knowledge: Knowledge, graph: GraphClient): Unfolding {
  const operation = operationOf(meaning, knowledge.clock.asOf)
  yield { part: 'operation', operation: operation.text, variables: operation.variables }
  const ran = await runFigures(graph, operation)
  const base = { ...empty(meaning), operation: operation.text, variables: operation.variables }
  if ('forbidden' in ran) return { ...base, status: 'refused', reason: 'forbidden', text: ran.forbidden }
  if ('unavailable' in ran) return { ...base, status: 'error', text: ran.unavailable }
  const found = assembled(meaning, ran.tables)
  const { columns, rows, totals, explain } = found
  yield { part: 'figures', columns, rows, totals, explain }
  const said = sentenceOf(meaning, found)
  const invented = unfounded(said, found)
  if (invented.length > 0)
    return { ...base, status: 'error', text: 'The sentence did not agree with its figures, so it is not shown.' }
  const text = [said.text, ...notes.map((note) => `(${note}.)`)].join(' ')
  yield { part: 'words', text }
  const chart = chartOf(meaning, found)
  yield { part: 'chart', chart }
  const suggestions = suggestionsFor(meaning, knowledge)
  yield { part: 'next', suggestions }
  return { ...base, status: 'answered', columns, rows, totals, text, chart, suggestions, explain }
}
