import { risks, simulatedLosses } from '@aems/drizzle/risk/tables.ts'
import { additive, type Measure } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { simulatedRisks } from './facts/losses.ts'

/** Means add up, whether or not the risks depend on each other. */
export const EXPECTED_ANNUAL_LOSS = additive<RiskDimension>({
  kind: 'sum',
  fact: simulatedRisks,
  value: () => simulatedLosses.mean,
})

/** Percentiles do not add up: the risks' losses are added year by year, and the percentile taken of the sums. */
export const LOSS_P95: Measure<RiskDimension> = {
  kind: 'measure',
  sources: [
    {
      kind: 'grouped',
      fact: simulatedRisks,
      per: [risks.id],
      aggregate: ({ per: [risk] }) => sql`risk.loss_percentile(array_agg(${risk}), 0.95)`,
    },
  ],
  empty: 'absent',
}
