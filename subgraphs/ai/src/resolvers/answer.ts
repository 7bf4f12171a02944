import type { Serving } from '@aems/kit/serving.ts'
import type { AnswerRecord } from '../domain/answer/record.ts'
import { folded } from '../domain/company-words.ts'
import type { AnswerResolvers, AnswerStatus, ChartKind, RefusalReason } from '../graph.generated.ts'
import { verdictOf } from './teaching.ts'

const statuses = { answered: 'ANSWERED', clarify: 'CLARIFY', refused: 'REFUSED', error: 'ERROR' } satisfies Record<
  AnswerRecord['status'],
  AnswerStatus
>
/** What the graph calls the charts. */
export const charts = { none: 'NONE', line: 'LINE', bar: 'BAR', stacked: 'STACKED', table: 'TABLE' } satisfies Record<
  AnswerRecord['chart'],
  ChartKind
>
const reasons = {
  out_of_scope: 'OUT_OF_SCOPE',
  no_data: 'NO_DATA',
  forbidden: 'FORBIDDEN',
  write: 'WRITE',
  injection: 'INJECTION',
} satisfies Record<NonNullable<AnswerRecord['reason']>, RefusalReason>

export const Answer: Serving<AnswerResolvers, AnswerRecord> = {
  __resolveReference: ({ id }, { conversations }) => conversations.answer(id),
  // Whoever may read an answer is who asked.
  askedBy: (_, __, { asker }) => ({ id: asker.user.id }),
  verdict: async ({ question }, _, { language }) => {
    const marked = (await language.all()).verified.find((each) => each.folded === folded(question))
    return marked ? verdictOf(marked) : null
  },
  status: ({ status }) => statuses[status],
  chart: ({ chart }) => charts[chart],
  reason: ({ reason }) => reason && reasons[reason],
}
