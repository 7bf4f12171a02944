import type { Serving } from '@aems/kit/serving.ts'
import type { RiskAssessmentRow } from '../data/risk-assessments.ts'
import type { RiskAssessmentResolvers } from '../graph.generated.ts'
import { named, referenceTo } from './named.ts'
import { treatments } from './risk.ts'

const decisions = ['REGISTERED', 'ASSESSED', 'TREATED', 'ACCEPTED', 'CLOSED'] as const

export const RiskAssessment: Serving<RiskAssessmentResolvers, Omit<RiskAssessmentRow, 'kind' | 'treatment'>> = {
  kind: ({ kind }) => named(decisions, kind),
  treatment: ({ treatment }) => (treatment === null ? null : named(treatments, treatment)),
  madeBy: ({ userId }) => referenceTo(userId),
}
