import type { Chart } from './chart.ts'
import type { AnswerRecord } from './record.ts'

/** A part of an answer, in the order in which they come about; the last is the whole answer. */
export type AnswerEvent =
  | { readonly part: 'taken'; readonly answerId: string; readonly conversationId: string }
  | ({ readonly part: 'understood' } & Pick<AnswerRecord, 'chips' | 'understood' | 'planner'>)
  | { readonly part: 'operation'; readonly operation: string; readonly variables: unknown }
  | ({ readonly part: 'figures' } & Pick<AnswerRecord, 'columns' | 'rows' | 'totals' | 'explain'>)
  | { readonly part: 'words'; readonly text: string }
  | { readonly part: 'chart'; readonly chart: Chart }
  | { readonly part: 'next'; readonly suggestions: readonly string[] }
  | { readonly part: 'whole'; readonly answer: AnswerRecord }
