import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import * as facts from './facts/risks.ts'

const one = () => sql`1`

export const OPEN_RISKS = additive<RiskDimension>({ kind: 'sum', fact: facts.openRisks, value: one })

export const CRITICAL_RISKS = additive<RiskDimension>({ kind: 'sum', fact: facts.criticalRisks, value: one })

const inherent = additive<RiskDimension>({ kind: 'sum', fact: facts.openRisks, value: () => facts.inherentScore })

export const INHERENT_SCORE = ratio({ of: inherent, to: OPEN_RISKS })

const residual = additive<RiskDimension>({ kind: 'sum', fact: facts.openRisks, value: () => facts.residualScore })

/** Risks whose residual score nobody has assessed are left out of the mean. */
const withResidual = additive<RiskDimension>({
  kind: 'sum',
  fact: facts.openRisks,
  value: one,
  where: sql`${facts.residualScore} is not null`,
})

export const RESIDUAL_SCORE = ratio({ of: residual, to: withResidual })

export const RISKS_OVER_APPETITE = additive<RiskDimension>({ kind: 'sum', fact: facts.risksOverAppetite, value: one })

export const OVERDUE_REVIEWS = additive<RiskDimension>({ kind: 'sum', fact: facts.unreviewedRisks, value: one })
