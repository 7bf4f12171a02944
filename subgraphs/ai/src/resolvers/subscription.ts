import { answering } from '../data/answers.ts'
import type { AnswerEvent } from '../domain/answer/event.ts'
import type { ResolversTypes, SubscriptionResolvers } from '../graph.generated.ts'
import { charts } from './answer.ts'
import { asked } from './asked.ts'

type Served = Awaited<ResolversTypes['AnswerEvent']>

export const Subscription: Required<SubscriptionResolvers> = {
  answer: {
    subscribe: (_, { input }, { asking }) => answering(asked(input), asking),
    resolve: (event: AnswerEvent) => served(event),
  },
}

const endings = { answered: 'AnswerGiven', clarify: 'ChoiceNeeded', refused: 'AnswerRefused', error: 'AnswerFailed' } as const

/** An event as the graph describes it. */
function served(event: AnswerEvent): Served {
  switch (event.part) {
    case 'taken':
      return { ...event, __typename: 'QuestionTaken' }
    case 'understood':
      return { ...event, __typename: 'QuestionUnderstood' }
    case 'operation':
      return { ...event, __typename: 'OperationPlanned' }
    case 'figures':
      return { ...event, __typename: 'FiguresFound' }
    case 'words':
      return { ...event, __typename: 'WordsWritten' }
    case 'chart':
      return { chart: charts[event.chart], __typename: 'ChartChosen' }
    case 'next':
      return { ...event, __typename: 'NextQuestionsFound' }
    case 'whole':
      return { answer: event.answer, __typename: endings[event.answer.status] }
  }
}
