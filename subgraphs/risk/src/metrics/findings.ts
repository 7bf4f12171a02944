import { findings } from '@aems/drizzle/risk/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { closedFindings, openFindings, overdueFindings } from './facts/findings.ts'

const one = () => sql`1`

export const OPEN_FINDINGS = additive<RiskDimension>({ kind: 'sum', fact: openFindings, value: one })

export const OVERDUE_FINDINGS = additive<RiskDimension>({ kind: 'sum', fact: overdueFindings, value: one })

const daysOpen = additive<RiskDimension>({
  kind: 'sum',
  fact: openFindings,
  value: ({ to }) => sql`${to} - ${findings.openedOn}`,
})

export const FINDING_AGE_DAYS = ratio({ of: daysOpen, to: OPEN_FINDINGS })

const isClosed = sql`${findings.closedOn} is not null`

const daysToClose = additive<RiskDimension>({
  kind: 'sum',
  fact: closedFindings,
  value: () => sql`${findings.closedOn} - ${findings.openedOn}`,
  where: isClosed,
})

const closed = additive<RiskDimension>({ kind: 'sum', fact: closedFindings, value: one, where: isClosed })

export const MEAN_TIME_TO_REMEDIATE = ratio({ of: daysToClose, to: closed })
