import { incidents } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { RiskDimension } from '../../graph.generated.ts'
import { companyDay } from './company-day.ts'
import type { Reaches } from './joins.ts'

const dimensions: Reaches = {
  SEVERITY: { key: incidents.severity },
  INCIDENT_CATEGORY: { key: incidents.category },
  CAUSE: { key: incidents.cause },
  STATUS: { key: incidents.status },
  ORG_UNIT: { key: incidents.orgUnitId },
  PRODUCT: { key: incidents.productId },
}

const whole = {
  tables: ['risk.incidents'],
  from: sql`${incidents}`,
  dimensions,
  known: sql`exists (select from ${incidents})`,
} satisfies Partial<Fact<RiskDimension>>

const reportedOn = companyDay(incidents.reportedAt)
const resolvedOn = companyDay(incidents.resolvedAt)
const closedOn = companyDay(incidents.closedAt)

/** Incidents, by the day on which they were reported. */
export const reportedIncidents: Fact<RiskDimension> = {
  ...whole,
  name: 'incidents',
  timing: { kind: 'on', day: reportedOn },
}

/** Incidents, by the day on which they were resolved; those that were not have none. */
export const resolvedIncidents: Fact<RiskDimension> = {
  ...whole,
  name: 'incidents resolved',
  timing: { kind: 'on', day: resolvedOn },
}

/** The source only says that it is over, and not since when. */
const isOver = sql`(${incidents.resolvedAt} is null and ${incidents.closedAt} is null
  and lower(${incidents.status}) in ('resolved', 'closed'))`

const isOpenOn = (day: SQLWrapper): SQL => sql`${reportedOn} <= ${day}
  and (${incidents.resolvedAt} is null or ${resolvedOn} > ${day})
  and (${incidents.closedAt} is null or ${closedOn} > ${day})
  and ${isOver} is not true`

/** Incidents open on a day: reported on or before it, and neither resolved nor closed on or before it. */
export const openIncidents: Fact<RiskDimension> = {
  ...whole,
  name: 'open incidents',
  timing: { kind: 'asOf', counts: isOpenOn, earliest: sql`min(${reportedOn})` },
}
