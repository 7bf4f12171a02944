import type { Asked } from '../data/answers.ts'
import type { AskInput } from '../graph.generated.ts'

/** A question as the graph's input has it. */
export const asked = ({ question, conversationId, asOf, change }: AskInput): Asked => ({
  question,
  conversationId: conversationId ?? null,
  asOf: asOf ?? null,
  change: change ?? null,
})
