import { riskIndicators, risks } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RiskDimension } from '../../graph.generated.ts'
import { riskDimensions } from './risks.ts'

const { value, amberAt, redAt } = riskIndicators

/** That a measure has reached a threshold. Less is worse where red lies below amber; else more is. See domain/light.ts. */
const reached = (threshold: SQLWrapper): SQL =>
  sql`case when ${redAt} < ${amberAt} then ${value} <= ${threshold} else ${value} >= ${threshold} end`

const isRed = sql`(${reached(redAt)}) is true`
const isAmber = sql`(${reached(amberAt)}) is true and not ${isRed}`

const later = alias(riskIndicators, 'later')

/** That a measure is its indicator's latest on a day. */
const isLatestOn = (day: SQLWrapper): SQL => sql`${riskIndicators.measuredOn} <= ${day} and not exists (
  select from ${riskIndicators} ${later} where ${later.tenantId} = ${riskIndicators.tenantId}
    and ${later.riskId} = ${riskIndicators.riskId} and ${later.name} = ${riskIndicators.name}
    and ${later.measuredOn} > ${riskIndicators.measuredOn} and ${later.measuredOn} <= ${day})`

const earliest = sql`min(${riskIndicators.measuredOn})`

const whole = {
  tables: ['risk.risk_indicators', 'risk.risks'],
  from: sql`${riskIndicators} join ${risks} on ${risks.tenantId} = ${riskIndicators.tenantId}
    and ${risks.id} = ${riskIndicators.riskId}`,
  dimensions: riskDimensions,
  known: sql`exists (select from ${riskIndicators})`,
} satisfies Partial<Fact<RiskDimension>>

/** Measures, by their day. */
export const measureFacts: Fact<RiskDimension> = {
  ...whole,
  name: 'measures of risk indicators',
  timing: { kind: 'on', day: riskIndicators.measuredOn },
}

/** The latest measure of each indicator up to a day. */
export const latestMeasures: Fact<RiskDimension> = {
  ...whole,
  name: 'latest measures of risk indicators',
  timing: { kind: 'asOf', counts: isLatestOn, earliest },
}

/** Those of the latest measures that are red. */
export const redMeasures: Fact<RiskDimension> = {
  ...whole,
  name: 'red risk indicators',
  timing: { kind: 'asOf', counts: (day) => sql`${isLatestOn(day)} and ${isRed}`, earliest },
}

/** Those of the latest measures that are amber. */
export const amberMeasures: Fact<RiskDimension> = {
  ...whole,
  name: 'amber risk indicators',
  timing: { kind: 'asOf', counts: (day) => sql`${isLatestOn(day)} and ${isAmber}`, earliest },
}
