import { controlTests } from '@aems/drizzle/risk/tables.ts'
import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { implementedControls, latestTests, overdueControls, testFacts } from './facts/controls.ts'

const one = () => sql`1`

export const CONTROLS = additive<RiskDimension>({ kind: 'sum', fact: implementedControls, value: one })

const effective = additive<RiskDimension>({
  kind: 'sum',
  fact: latestTests,
  value: one,
  where: sql`${controlTests.result} = 'effective'`,
})

const tested = additive<RiskDimension>({ kind: 'sum', fact: latestTests, value: one })

export const CONTROL_EFFECTIVENESS = ratio({ of: effective, to: tested })

/** A control that was tested twice is one control. */
export const CONTROLS_TESTED = additive<RiskDimension>({
  kind: 'grouped',
  fact: testFacts,
  per: [controlTests.controlId],
  aggregate: () => sql`count(*)`,
})

export const CONTROLS_OVERDUE = additive<RiskDimension>({ kind: 'sum', fact: overdueControls, value: one })
