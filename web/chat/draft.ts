import type { AnswerEventPartsFragment } from '../gql/graphql.ts'
import type { Answer } from './answer.ts'

/** An answer of which nothing is there yet. */
export const emptyDraft = (question: string): Answer => ({
  id: '',
  conversationId: '',
  question,
  status: 'ANSWERED',
  understood: {},
  chips: [],
  operation: null,
  variables: null,
  columns: [],
  rows: [],
  totals: {},
  text: '',
  chart: 'NONE',
  candidates: [],
  reason: null,
  suggestions: [],
  explain: [],
  verdict: null,
  planner: '',
  milliseconds: 0,
  askedAt: '',
})

/** An answer with one more part of it. */
export function grown(draft: Answer, event: AnswerEventPartsFragment): Answer {
  switch (event.__typename) {
    case 'QuestionTaken':
      return { ...draft, id: event.answerId, conversationId: event.conversationId }
    case 'QuestionUnderstood':
      return { ...draft, chips: event.chips, understood: event.understood, planner: event.planner }
    case 'OperationPlanned':
      return { ...draft, operation: event.operation, variables: event.variables }
    case 'FiguresFound':
      return { ...draft, columns: event.columns, rows: event.rows, totals: event.totals, explain: event.explain }
    case 'WordsWritten':
      return { ...draft, text: draft.text === '' ? event.text : `${draft.text} ${event.text}` }
    case 'ChartChosen':
      return { ...draft, chart: event.chart }
    case 'NextQuestionsFound':
      return { ...draft, suggestions: event.suggestions }
    default:
      return event.answer
  }
}

/** Whether an event is the last: the answer is whole. */
export const isWhole = (event: AnswerEventPartsFragment): boolean => 'answer' in event

/** What has been done of an answer, and what is being done. */
export function stepsOf(draft: Answer): { readonly done: readonly string[]; readonly now: string } {
  const count = draft.rows.length
  const done = [
    ...(draft.chips.length > 0 ? ['Understood'] : []),
    ...(draft.operation ? ['Operation'] : []),
    ...(draft.columns.length > 0 ? [count === 1 ? '1 row' : `${count} rows`] : []),
    ...(draft.text !== '' ? ['Figures checked'] : []),
  ]
  const now =
    draft.text !== ''
      ? 'Looking ahead'
      : draft.columns.length > 0
        ? 'Writing'
        : draft.operation
          ? 'Asking the graph'
          : 'Understanding'
  return { done, now }
}
