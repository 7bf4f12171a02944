import type { Serving } from '@aems/kit/serving.ts'
import type { IncidentRow } from '../data/incidents.ts'
import { hoursBetween } from '../domain/hours.ts'
import type { IncidentResolvers } from '../graph.generated.ts'
import { named, referenceTo, severities } from './named.ts'

export const Incident: Serving<IncidentResolvers, Omit<IncidentRow, 'severity'>> = {
  __resolveReference: ({ id }, { risk }) => risk.incidents.byId(id),
  severity: ({ severity }) => named(severities, severity),
  hoursToDetect: ({ occurredAt, detectedAt }) => hoursBetween(occurredAt, detectedAt),
  hoursToResolve: ({ reportedAt, resolvedAt }) => hoursBetween(reportedAt, resolvedAt),
  orgUnit: ({ orgUnitId }) => referenceTo(orgUnitId),
  product: ({ productId }) => referenceTo(productId),
}
