import { incidents } from '@aems/drizzle/risk/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { hours } from './facts/company-day.ts'
import { openIncidents, reportedIncidents, resolvedIncidents } from './facts/incidents.ts'

const one = () => sql`1`

export const INCIDENTS = additive<RiskDimension>({ kind: 'sum', fact: reportedIncidents, value: one })

export const CRITICAL_INCIDENTS = additive<RiskDimension>({
  kind: 'sum',
  fact: reportedIncidents,
  value: one,
  where: sql`${incidents.severity} = 'critical'`,
})

export const OPEN_INCIDENTS = additive<RiskDimension>({ kind: 'sum', fact: openIncidents, value: one })

const isDetected = sql`${incidents.occurredAt} is not null and ${incidents.detectedAt} is not null`

const hoursToDetect = additive<RiskDimension>({
  kind: 'sum',
  fact: reportedIncidents,
  value: () => hours(incidents.occurredAt, incidents.detectedAt),
  where: isDetected,
})

const detected = additive<RiskDimension>({ kind: 'sum', fact: reportedIncidents, value: one, where: isDetected })

export const MEAN_TIME_TO_DETECT = ratio({ of: hoursToDetect, to: detected })

const isResolved = sql`${incidents.resolvedAt} is not null`

const hoursToResolve = additive<RiskDimension>({
  kind: 'sum',
  fact: resolvedIncidents,
  value: () => hours(incidents.reportedAt, incidents.resolvedAt),
  where: isResolved,
})

const resolved = additive<RiskDimension>({ kind: 'sum', fact: resolvedIncidents, value: one, where: isResolved })

export const MEAN_TIME_TO_RESOLVE = ratio({ of: hoursToResolve, to: resolved })

export const INCIDENT_LOSS = additive<RiskDimension>({
  kind: 'sum',
  fact: reportedIncidents,
  value: () => incidents.lossAmount,
})

export const RECORDS_AFFECTED = additive<RiskDimension>({
  kind: 'sum',
  fact: reportedIncidents,
  value: () => incidents.recordsAffected,
})
