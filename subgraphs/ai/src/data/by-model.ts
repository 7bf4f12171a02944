import type { Metric } from '@aems/schema/catalogue.ts'
import { assembled } from '../domain/answer/assemble.ts'
import type { AnswerEvent } from '../domain/answer/event.ts'
import { sentenceOf } from '../domain/answer/sentence.ts'
import { chipsOf } from '../domain/answer/words.ts'
import { understoodOf as contractOf } from '../domain/contract.ts'
import type { Understanding } from '../domain/meaning.ts'
import { emptyMeaning } from '../domain/meaningOf.ts'
import type { Knowledge, Memory } from '../domain/understand.ts'
import type { ModelSettings } from '../environment.ts'
import type { ModelClient } from '../model/client.ts'
import { ModelFailure } from '../model/failure.ts'
import { planWithModel } from '../model/planner.ts'
import type { AskingParts } from './answers.ts'
import type { ModelUse } from './model-use.ts'
import { type Outcome, outcomeOf, tell } from './outcome.ts'
import type { Informed } from './understanding.ts'

/** A language model that plans questions, with what it may cost. */
export interface Model {
  readonly client: ModelClient
  readonly settings: ModelSettings
  /** Hears why it failed, for whoever runs the server. */
  readonly onFailure: (detail: string) => void
}

export interface ByModel {
  readonly model: Model
  readonly use: ModelUse
  readonly knowledge: Informed
  readonly memory: Memory | null
}

/** An answer that the model planned, and what the next question may build on; or why it did not plan it. */
export type ModelOutcome = { readonly outcome: Outcome; readonly memory: Memory | null } | { readonly failed: string }

/** Has the model plan a question, and answers it part by part. */
export async function* answeredByModel(
  question: string,
  { model, use, knowledge, memory }: ByModel,
  { graph, signal }: AskingParts,
): AsyncGenerator<AnswerEvent, ModelOutcome> {
  const { client, settings, onFailure } = model
  if ((await use.ofToday()) >= settings.tokensPerDay) return { failed: 'has used up what it may cost in a day' }
  let spent = 0
  const failed = (error: unknown): { failed: string } => {
    if (!(error instanceof ModelFailure)) throw error
    onFailure(error.detail)
    return { failed: error.message }
  }
  try {
    const gone = signal ?? new AbortController().signal
    const count = (tokens: number) => {
      spent += tokens
    }
    const planned = await planWithModel(question, { client, settings, graph, knowledge, memory, signal: gone, spent: count })
    if (planned.kind !== 'figures') {
      const understanding = planned.kind === 'ask' ? choice(question, planned.metrics, knowledge) : null
      // What the model declines, the embedded planner may know.
      if (!understanding) return { failed: 'found nothing for it' }
      yield understood(understanding)
      return { outcome: yield* outcomeOf(understanding, knowledge, graph), memory }
    }
    const { meaning, operation } = planned
    yield understood({ status: 'understood', meaning, notes: [] })
    yield { part: 'operation', operation: operation.text, variables: operation.variables }
    const { chart, say } = planned
    const figures = assembled(meaning, planned.ran.tables)
    const told = { kind: 'told', meaning, operation, figures, said: sentenceOf(meaning, figures) } as const
    const manner = say ? { chart, say: (...asked: Parameters<typeof say>) => leniently(say(...asked), onFailure) } : { chart }
    const outcome = yield* tell(told, meaning, [], knowledge, manner)
    return { outcome, memory: { meaning, open: [], asked: [] } }
  } catch (error) {
    return failed(error)
  } finally {
    if (spent > 0) await use.add(spent)
  }
}

const understood = ({ meaning }: Understanding): AnswerEvent => ({
  part: 'understood',
  chips: chipsOf(meaning),
  understood: contractOf(meaning),
  planner: 'model',
})

/** A model that fails while it words an answer costs its words, not the figures. */
async function* leniently(sentences: AsyncIterable<string>, onFailure: Model['onFailure']): AsyncGenerator<string, void> {
  try {
    yield* sentences
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    onFailure(error.detail)
  }
}

/** Between these metrics the asker must choose; null where they are not two that the asker may see. */
function choice(question: string, names: readonly string[], { catalogue, maySee }: Knowledge): Understanding | null {
  const metrics = names.flatMap((name): Metric[] => {
    const found = catalogue.metrics.find((metric) => `${metric.domain}.${metric.name}` === name)
    return found && maySee(found) ? [found] : []
  })
  if (metrics.length < 2) return null
  const candidates = metrics.map(({ name, label, description }) => ({
    name,
    label,
    description,
    question: `${label} ${question.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`,
  }))
  const labels = candidates.map(({ label }) => label.toLowerCase())
  const text = `Do you mean ${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}?`
  return { status: 'clarify', meaning: emptyMeaning, text, candidates }
}
