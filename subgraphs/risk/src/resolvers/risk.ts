import type { Serving } from '@aems/kit/serving.ts'
import type { RiskRow } from '../data/risks.ts'
import { currentScore, inherentScore, levelOf, residualScore } from '../domain/score.ts'
import type { RiskResolvers } from '../graph.generated.ts'
import { named, referenceTo, severities } from './named.ts'

export const treatments = ['AVOID', 'REDUCE', 'TRANSFER', 'ACCEPT'] as const

export const Risk: Serving<RiskResolvers, Omit<RiskRow, 'status' | 'treatment'>> = {
  __resolveReference: ({ id }, { risk }) => risk.risks.byId(id),
  owner: ({ ownerId }) => referenceTo(ownerId),
  orgUnit: ({ orgUnitId }) => referenceTo(orgUnitId),
  inherentScore,
  residualScore,
  level: (row) => named(severities, levelOf(currentScore(row))),
  treatment: ({ treatment }) => (treatment === null ? null : named(treatments, treatment)),
  status: ({ status }) => named(['OPEN', 'CLOSED'], status),
  appetite: async ({ category }, _, { risk }) => (await risk.appetite.ofCategory(category))?.maxResidualScore,
  assessments: ({ id }, _, { risk }) => risk.assessments.ofRisk(id),
  controls: ({ id }, _, { risk }) => risk.controls.ofRisk(id),
  indicators: ({ id }, { first, after, ...limits }, { risk }) => risk.indicators.ofRisk(id, limits, { first, after }),
}
