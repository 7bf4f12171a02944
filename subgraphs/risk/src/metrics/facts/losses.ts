import { risks, simulatedLosses } from '@aems/drizzle/risk/tables.ts'
import type { Fact } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../../graph.generated.ts'
import { openRisks } from './risks.ts'

/** That somebody said how often a risk comes and what it costs, in order. */
export const hasLossModel = sql`(${risks.eventsPerYear} is not null and ${risks.lossLow} <= ${risks.lossLikely}
  and ${risks.lossLikely} <= ${risks.lossHigh})`

/** That the simulated years are the risk's, and of its model as it is now. */
export const isCurrent = sql`(${simulatedLosses.tenantId} = ${risks.tenantId} and ${simulatedLosses.riskId} = ${risks.id}
  and ${simulatedLosses.eventsPerYear} = ${risks.eventsPerYear} and ${simulatedLosses.lossLow} = ${risks.lossLow}
  and ${simulatedLosses.lossLikely} = ${risks.lossLikely} and ${simulatedLosses.lossHigh} = ${risks.lossHigh})`

/** Risks open on a day, with their simulated years; those that nobody has put figures to have none. */
export const simulatedRisks: Fact<RiskDimension> = {
  ...openRisks,
  name: 'open risks with simulated losses',
  tables: ['risk.risks', 'risk.simulated_losses'],
  from: sql`${risks} join ${simulatedLosses} on ${isCurrent}`,
  known: sql`exists (select from ${simulatedLosses})`,
}
