import { filings } from '@aems/drizzle/risk/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { dueFilings, overdueFilings } from './facts/filings.ts'

const one = () => sql`1`

export const FILINGS_DUE = additive<RiskDimension>({ kind: 'sum', fact: dueFilings, value: one })

export const FILINGS_OVERDUE = additive<RiskDimension>({ kind: 'sum', fact: overdueFilings, value: one })

const onTime = additive<RiskDimension>({
  kind: 'sum',
  fact: dueFilings,
  value: one,
  where: sql`${filings.filedOn} <= ${filings.dueOn}`,
})

export const FILING_ON_TIME_RATE = ratio({ of: onTime, to: FILINGS_DUE })
