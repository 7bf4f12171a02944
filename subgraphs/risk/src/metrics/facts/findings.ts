import { controls, findings } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { RiskDimension } from '../../graph.generated.ts'
import { joinById } from './joins.ts'

const control = joinById(controls, findings.tenantId, findings.controlId, 'controls')

/** Whether a finding is open or closed, as of now. */
export const findingStatus = sql`case when ${findings.closedOn} is null then 'open' else 'closed' end`

const whole = {
  tables: ['risk.findings'],
  from: sql`${findings}`,
  dimensions: {
    SEVERITY: { key: findings.severity },
    CONTROL_FAMILY: { key: controls.family, through: [control] },
    CONTROL: { key: findings.controlId },
    OWNER: { key: findings.ownerId },
    STATUS: { key: findingStatus },
  },
  known: sql`exists (select from ${findings})`,
} satisfies Partial<Fact<RiskDimension>>

const isOpenOn = (day: SQLWrapper): SQL =>
  sql`${findings.openedOn} <= ${day} and (${findings.closedOn} is null or ${findings.closedOn} > ${day})`

const earliest = sql`min(${findings.openedOn})`

/** Findings open on a day. */
export const openFindings: Fact<RiskDimension> = {
  ...whole,
  name: 'open findings',
  timing: { kind: 'asOf', counts: isOpenOn, earliest },
}

/** Findings open on a day that were due before it. */
export const overdueFindings: Fact<RiskDimension> = {
  ...whole,
  name: 'overdue findings',
  timing: { kind: 'asOf', counts: (day) => sql`${isOpenOn(day)} and ${findings.dueOn} < ${day}`, earliest },
}

/** Findings, by the day on which they were closed; those that are open have none. */
export const closedFindings: Fact<RiskDimension> = {
  ...whole,
  name: 'findings closed',
  timing: { kind: 'on', day: findings.closedOn },
}
