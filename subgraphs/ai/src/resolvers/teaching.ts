import { orRefused, Refusal } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import type { TermRow, VerifiedRow } from '../data/company-language.ts'
import { defineTerm, removeTerm, verify } from '../data/teaching.ts'
import type {
  AnswerVerdict,
  CompanyTermResolvers,
  MutationResolvers,
  TeachingRefusedResolvers,
  VerifiedQuestionResolvers,
} from '../graph.generated.ts'

export const verdictOf = ({ isRight }: VerifiedRow): AnswerVerdict => (isRight ? 'RIGHT' : 'WRONG')

export const CompanyTerm: Serving<CompanyTermResolvers, TermRow> = {
  definedBy: ({ definedBy }) => ({ id: definedBy }),
  definedAt: ({ definedAt }) => definedAt.toISOString(),
}

export const VerifiedQuestion: Serving<VerifiedQuestionResolvers, VerifiedRow> = {
  verdict: verdictOf,
  verifiedBy: ({ verifiedBy }) => ({ id: verifiedBy }),
  verifiedAt: ({ verifiedAt }) => verifiedAt.toISOString(),
}

export const TeachingRefused: TeachingRefusedResolvers = { __isTypeOf: (refused) => 'message' in refused }

/** What an owner teaches the assistant. */
export const teaching: Required<Pick<MutationResolvers, 'verifyAnswer' | 'defineTerm' | 'removeTerm'>> = {
  verifyAnswer: (_, { input: { answerId, verdict, means } }, { asking }) => {
    const work = async () => {
      const answer = await asking.conversations.answer(answerId)
      if (!answer) throw new Refusal('You have no such answer.', ['input', 'answerId'], 'reference')
      const words = means?.trim() || null
      const verified = await verify(answer.question, verdict === 'RIGHT', words, asking)
      return { __typename: 'AnswerVerified' as const, verified }
    }
    return orRefused('TeachingRefused', work())
  },
  defineTerm: (_, { input: { words, means } }, { asking }) => {
    const work = async () => ({
      __typename: 'TermDefined' as const,
      term: await defineTerm(words.trim(), means.trim(), asking),
    })
    return orRefused('TeachingRefused', work())
  },
  removeTerm: (_, { id }, { asking }) => {
    const work = async () => ({ __typename: 'TermRemoved' as const, term: await removeTerm(id, asking) })
    return orRefused('TeachingRefused', work())
  },
}
