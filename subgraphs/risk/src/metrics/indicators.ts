import { additive } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { amberMeasures, redMeasures } from './facts/indicators.ts'

const one = () => sql`1`

export const INDICATORS_RED = additive<RiskDimension>({ kind: 'sum', fact: redMeasures, value: one })

export const INDICATORS_AMBER = additive<RiskDimension>({ kind: 'sum', fact: amberMeasures, value: one })
