import { riskAppetite, risks } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { levelsFrom } from '../../domain/score.ts'
import type { RiskDimension } from '../../graph.generated.ts'
import type { Reaches } from './joins.ts'

export const inherentScore = sql`${risks.likelihood} * ${risks.impact}`

/** Null where either part is not assessed. */
export const residualScore = sql`${risks.residualLikelihood} * ${risks.residualImpact}`

/** What the risk scores with what is done about it, where that is assessed; else what it scores without. */
export const currentScore = sql`coalesce(${residualScore}, ${inherentScore})`

export const riskLevel = sql`case ${sql.join(
  levelsFrom.map(([level, from]) => sql`when ${currentScore} >= ${sql.raw(String(from))} then ${sql.raw(`'${level}'`)}`),
  sql` `,
)} else 'low' end`

/** What is known of the risk that a fact is, or is joined with. */
export const riskDimensions = {
  RISK_CATEGORY: { key: risks.category },
  RISK: { key: risks.id },
  RISK_LEVEL: { key: riskLevel },
  OWNER: { key: risks.ownerId },
  ORG_UNIT: { key: risks.orgUnitId },
  TREATMENT: { key: risks.treatment },
  STATUS: { key: risks.status },
} satisfies Reaches

/** That a risk was open on a day; of one that is closed nobody knows since when, it is taken never to have been. */
const isOpenOn = (day: SQLWrapper): SQL => sql`${risks.identifiedOn} <= ${day}
  and (${risks.closedOn} > ${day} or (${risks.closedOn} is null and ${risks.status} = 'open'))`

const earliest = sql`min(${risks.identifiedOn})`

const whole = {
  tables: ['risk.risks'],
  from: sql`${risks}`,
  dimensions: riskDimensions,
  known: sql`exists (select from ${risks})`,
} satisfies Partial<Fact<RiskDimension>>

/** Risks open on a day. */
export const openRisks: Fact<RiskDimension> = {
  ...whole,
  name: 'open risks',
  timing: { kind: 'asOf', counts: isOpenOn, earliest },
}

/** Risks open on a day that are critical. */
export const criticalRisks: Fact<RiskDimension> = {
  ...whole,
  name: 'critical risks',
  timing: { kind: 'asOf', counts: (day) => sql`${isOpenOn(day)} and ${riskLevel} = 'critical'`, earliest },
}

/** Risks open on a day whose score is above what the company accepts of their category. */
export const risksOverAppetite: Fact<RiskDimension> = {
  ...whole,
  name: 'risks over appetite',
  tables: ['risk.risks', 'risk.risk_appetite'],
  from: sql`${risks} join ${riskAppetite} on ${riskAppetite.tenantId} = ${risks.tenantId}
    and ${riskAppetite.category} = ${risks.category} and ${currentScore} > ${riskAppetite.maxResidualScore}`,
  timing: { kind: 'asOf', counts: isOpenOn, earliest },
}

/** Risks open on a day that should have been reviewed before it. */
export const unreviewedRisks: Fact<RiskDimension> = {
  ...whole,
  name: 'risks with an overdue review',
  timing: { kind: 'asOf', counts: (day) => sql`${isOpenOn(day)} and ${risks.reviewDueOn} < ${day}`, earliest },
}
