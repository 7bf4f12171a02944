import { filings } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { RiskDimension } from '../../graph.generated.ts'

/** Whether a return is filed or still due, as of now. */
export const filingStatus = sql`case when ${filings.filedOn} is null then 'due' else 'filed' end`

const whole = {
  tables: ['risk.filings'],
  from: sql`${filings}`,
  dimensions: {
    REGULATION: { key: filings.regulation },
    OWNER: { key: filings.ownerId },
    STATUS: { key: filingStatus },
  },
  known: sql`exists (select from ${filings})`,
} satisfies Partial<Fact<RiskDimension>>

/** Returns, by the day by which they must be filed. */
export const dueFilings: Fact<RiskDimension> = { ...whole, name: 'returns due', timing: { kind: 'on', day: filings.dueOn } }

const isOverdueOn = (day: SQLWrapper): SQL =>
  sql`${filings.dueOn} < ${day} and (${filings.filedOn} is null or ${filings.filedOn} > ${day})`

/** Returns that were due before a day and not filed by then. */
export const overdueFilings: Fact<RiskDimension> = {
  ...whole,
  name: 'overdue returns',
  timing: { kind: 'asOf', counts: isOverdueOn, earliest: sql`min(${filings.dueOn})` },
}
